package downhill.race;

import downhill.engine.train.RunState;

/** All that a contender needs to go on from a step. Never written to. */
record KeyFrame(long step, RunState[] runs, BestSoFar best) {
    long bytes() {
        long sum = 64;
        for (RunState run : runs) {
            sum += run.bytes();
        }
        return sum;
    }
}
