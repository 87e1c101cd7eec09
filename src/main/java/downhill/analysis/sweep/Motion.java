package downhill.analysis.sweep;

/** What x does on its way from 1, gathered step by step. */
final class Motion {
    /** Crossings of a minimum that is reached to this part of the start are rounding. */
    private static final double REACHED = 1e-6;
    private static final double HALF_WAY = 0.5;
    private static final int FEW_CROSSINGS = 2;
    /** A run that neither grows nor shrinks may seem to grow by rounding. */
    private static final double GROWN = 1 + 1e-4;

    private final long lastQuarter;
    private double before = 1;
    private int crossings;
    private double amplitude;

    Motion(int steps) {
        lastQuarter = steps - Math.max(1, steps / 4);
    }

    void at(long step, double x) {
        if (!Double.isFinite(x)) {
            amplitude = Double.POSITIVE_INFINITY;
            return;
        }
        if (x * before < 0 && Math.abs(x) > REACHED) {
            crossings++;
        }
        before = x == 0 ? before : x;
        if (step >= lastQuarter) {
            amplitude = Math.max(amplitude, Math.abs(x));
        }
    }

    double amplitude() {
        return amplitude;
    }

    Phase phase() {
        if (amplitude > GROWN) {
            return Phase.DIVERGES;
        }
        if (crossings > FEW_CROSSINGS) {
            return Phase.OSCILLATES;
        }
        return amplitude > HALF_WAY ? Phase.SLOW : Phase.CONVERGES;
    }
}
