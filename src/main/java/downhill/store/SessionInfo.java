package downhill.store;

import java.time.Instant;

/**
 * What is in a session file, in short.
 *
 * @param title of the experiment
 * @param step  the race was at
 * @param saved when
 */
public record SessionInfo(String title, long step, Instant saved) {
}
