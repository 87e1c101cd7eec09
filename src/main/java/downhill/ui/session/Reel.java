package downhill.ui.session;

import downhill.analysis.step.StepRecord;
import java.util.function.LongFunction;

/**
 * The steps that a contender has done, to be done again one by one off the FX thread.
 *
 * @param first updates done before the first
 * @param last  updates done before the last
 * @param at    the step that follows so many updates; it may wait for the race
 */
public record Reel(long first, long last, LongFunction<StepRecord> at) {
}
