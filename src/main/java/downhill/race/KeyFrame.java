package downhill.race;

import downhill.engine.train.RunState;
import downhill.optim.Rule;
import java.util.Arrays;

/**
 * All that a contender needs to go on from a step. Never written to.
 *
 * @param step updates done
 * @param runs states of its seeds
 * @param best what early stopping remembers
 */
public record KeyFrame(long step, RunState[] runs, BestSoFar best) {
    /** As it comes from a file, which does not say where a rule is asked. */
    KeyFrame answeringBy(Rule rule) {
        return runs == null ? this
                : new KeyFrame(step, Arrays.stream(runs).map(run -> run.answeringBy(rule)).toArray(RunState[]::new), best);
    }

    long bytes() {
        long sum = 64;
        for (RunState run : runs) {
            sum += run.bytes();
        }
        return sum;
    }
}
