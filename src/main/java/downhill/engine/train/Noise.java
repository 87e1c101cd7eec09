package downhill.engine.train;

import downhill.data.CounterRandom;

/** The noise of rules: standard normal numbers from seed, step and place alone, so that each step's can be had again. */
public final class Noise {
    private Noise() {
    }

    /** Fills {@code row} [P] with what a run of this seed has in the step after {@code step} updates. */
    public static void fill(double[] row, long seed, long step) {
        for (int i = 0; i < row.length; i++) {
            row[i] = CounterRandom.gaussian(seed, CounterRandom.RULES, step * row.length + i);
        }
    }
}
