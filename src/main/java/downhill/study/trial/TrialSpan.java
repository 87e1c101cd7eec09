package downhill.study.trial;

import java.time.LocalDateTime;

/**
 * When a trial was under way, by the clock on the wall.
 *
 * @param begun when it was first begun
 * @param ended when it came to its end; null while it has not
 */
public record TrialSpan(LocalDateTime begun, LocalDateTime ended) {
}
