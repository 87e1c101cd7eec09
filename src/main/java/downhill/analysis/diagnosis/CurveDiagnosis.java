package downhill.analysis.diagnosis;

import downhill.race.history.Curve;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads loss curves, given as points of rising step; thinned-out points (smallest and largest of each stretch) do as well.
 * Curves of fewer than {@value #FEWEST} points are too short for anything but divergence.
 */
public final class CurveDiagnosis {
    private static final int FEWEST = 12;
    /** More than this many times the first loss is growth. */
    private static final double GROWN = 10;
    /** A last third that gains less than this has come to rest. */
    private static final double REST = 1e-3;
    /** A whole run that gains less than this is hardly learning. */
    private static final double LITTLE = 0.02;

    private CurveDiagnosis() {
    }

    /**
     * What the training loss says.
     *
     * @param steps  rising
     * @param losses as many
     */
    public static List<Diagnosis> ofTraining(double[] steps, double[] losses) {
        for (int i = 0; i < losses.length; i++) {
            if (!Double.isFinite(losses[i])) {
                return List.of(new Diagnosis(Trouble.DIVERGED, i == 0 ? Double.NaN : losses[i - 1], (long) steps[i], ""));
            }
        }
        List<Diagnosis> found = new ArrayList<>();
        if (losses.length >= FEWEST) {
            shape(steps, losses, found);
        }
        return found;
    }

    /** Compares means of stretches, which noise of batches and thinning leave alone. Losses that reach 0 are fine. */
    private static void shape(double[] steps, double[] losses, List<Diagnosis> found) {
        int n = losses.length;
        double first = mean(losses, 0, Math.max(1, n / 12));
        double last = mean(losses, n - n / 6, n);
        if (last > GROWN * Math.abs(first)) {
            found.add(new Diagnosis(Trouble.GROWING, last / first, (long) steps[n - 1], ""));
            return;
        }
        double gained = (first - last) / Math.abs(first);
        if (gained > 0 && gained < LITTLE && falling(losses)) {
            found.add(new Diagnosis(Trouble.RATE_TOO_SMALL, gained, -1, ""));
            return;
        }
        double middle = mean(losses, n / 3, 2 * n / 3);
        double late = mean(losses, 2 * n / 3, n);
        double gain = (middle - late) / Math.abs(middle);
        if (gain < REST) {
            found.add(new Diagnosis(Trouble.PLATEAU, gain, (long) steps[restSince(losses, late)], ""));
        }
    }

    /** Whether each of six stretches has a lower mean than the one before. */
    private static boolean falling(double[] losses) {
        double before = Double.POSITIVE_INFINITY;
        for (int part = 0; part < 6; part++) {
            double mean = mean(losses, losses.length * part / 6, losses.length * (part + 1) / 6);
            if (!(mean < before)) {
                return false;
            }
            before = mean;
        }
        return true;
    }

    /** The first point at the level where the curve now rests. */
    private static int restSince(double[] losses, double level) {
        double near = level + REST * Math.abs(level);
        for (int i = 0; i < losses.length; i++) {
            if (losses[i] <= near) {
                return i;
            }
        }
        return losses.length - 1;
    }

    /** What the validation loss says beside the training loss. */
    public static List<Diagnosis> ofValidation(Curve validation, Curve training) {
        double last = validation.size() == 0 ? Double.NaN : validation.y()[validation.size() - 1];
        return Overfitting.of(validation, training, last).stream()
                .map(found -> new Diagnosis(Trouble.OVERFITTING, last / found.best().loss(), found.best().step(), "")).toList();
    }

    private static double mean(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum / (to - from);
    }
}
