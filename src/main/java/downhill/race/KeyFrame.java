package downhill.race;

import downhill.engine.train.RunState;

/**
 * All that a contender needs to go on from a step. Never written to.
 *
 * @param step updates done
 * @param runs states of its seeds
 * @param best what early stopping remembers
 */
public record KeyFrame(long step, RunState[] runs, BestSoFar best) {
    long bytes() {
        long sum = 64;
        for (RunState run : runs) {
            sum += run.bytes();
        }
        return sum;
    }
}
