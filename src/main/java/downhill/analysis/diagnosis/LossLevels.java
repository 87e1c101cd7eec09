package downhill.analysis.diagnosis;

import downhill.race.history.Curve;
import java.util.Arrays;

/** A loss curve as the means of twelve stretches of the same length, which noise of batches and thinning leave alone. */
final class LossLevels {
    private static final int STRETCHES = 12;
    /** Stretches at the end that count as now: a quarter. */
    private static final int LATE = 3;
    /** Points that a curve needs at least: four in each stretch. */
    private static final int FEWEST = 4 * STRETCHES;

    private final double[] means = new double[STRETCHES];
    private final double deviation;
    private final int points;

    private LossLevels(double[] losses) {
        points = losses.length / STRETCHES;
        double squares = 0;
        for (int i = 0; i < STRETCHES; i++) {
            double[] stretch = Arrays.copyOfRange(losses, losses.length * i / STRETCHES, losses.length * (i + 1) / STRETCHES);
            double mean = Arrays.stream(stretch).average().orElseThrow();
            means[i] = mean;
            squares += i < STRETCHES - LATE ? 0 : Arrays.stream(stretch).map(loss -> (loss - mean) * (loss - mean)).sum() / stretch.length;
        }
        deviation = Math.sqrt(squares / LATE);
    }

    /** Whether a curve is long enough and all of it finite. */
    static boolean tell(Curve curve) {
        return curve.size() >= FEWEST && Arrays.stream(curve.y()).allMatch(Double::isFinite);
    }

    static LossLevels of(Curve curve) {
        return new LossLevels(curve.y());
    }

    /** The level now. */
    double now() {
        return mean(STRETCHES - LATE, STRETCHES);
    }

    /** The lowest mean of a stretch. */
    double lowest() {
        return Arrays.stream(means).min().orElseThrow();
    }

    /** Standard error of the mean of one late stretch. */
    double error() {
        return deviation / Math.sqrt(points);
    }

    /** Whether each sixth of the run has a lower mean than the one before. */
    boolean falls() {
        for (int i = 2; i < STRETCHES; i += 2) {
            if (!(mean(i, i + 2) < mean(i - 2, i))) {
                return false;
            }
        }
        return true;
    }

    /** What the first half of the run gained: from its first stretch to that in the middle. */
    double early() {
        return means[0] - middle();
    }

    /** What the second half gained. */
    double late() {
        return middle() - means[STRETCHES - 1];
    }

    private double middle() {
        return mean(STRETCHES / 2 - 1, STRETCHES / 2 + 1);
    }

    private double mean(int from, int to) {
        return Arrays.stream(means, from, to).average().orElseThrow();
    }
}
