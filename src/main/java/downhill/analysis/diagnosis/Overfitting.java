package downhill.analysis.diagnosis;

import downhill.race.history.Curve;
import java.util.Arrays;
import java.util.Optional;

/**
 * Since its best validation a contender has been learning by heart: the validation loss has been above its best for long and by more than
 * its noise, while the training loss has not risen. What that means in numbers stands in docs/analysis.md.
 *
 * @param best the last validation before it
 * @param now  the validation loss told beside it
 */
public record Overfitting(BestValidation best, double now) {
    /** Fewer validations than these since the best say nothing. */
    private static final int FEWEST = 5;
    /** Of the steps done, those since the best. */
    private static final double SHARE = 0.2;
    /** Of the steps since the best, those at the end that count as now. */
    private static final double LATE = 0.25;
    /** Less than this part of the best above it is little. */
    private static final double LITTLE = 0.05;
    /** Losses so many times smaller than the first are rounding. */
    private static final double ROUNDING = 1e-6;
    /** Standard deviations above what noise alone reaches. */
    private static final double SURE = 2;
    /** Independent normal noise of deviation 1 has second differences as {@link #bends} counts them of this deviation. */
    private static final double BEND = Math.sqrt(1.5);
    /** From the median of absolute values to the standard deviation of what is normal. */
    private static final double OF_MEDIAN = 1.4826;
    /** From their mean. */
    private static final double OF_MEAN = Math.sqrt(Math.PI / 2);

    /**
     * Whether it is so at the end of two curves by rising step.
     *
     * @param validation losses at validations
     * @param training   losses of batches
     * @param now        the validation loss told: the last of the curve, or another where the contender answers with other parameters
     */
    public static Optional<Overfitting> of(Curve validation, Curve training, double now) {
        return BestValidation.of(validation).filter(best -> isSo(best, validation, training, now)).map(best -> new Overfitting(best, now));
    }

    private static boolean isSo(BestValidation best, Curve validation, Curve training, double now) {
        int n = validation.size();
        double end = validation.x()[n - 1];
        double since = end - best.step();
        boolean finite = Arrays.stream(validation.y()).allMatch(Double::isFinite);
        if (!finite || n - firstAfter(validation, best.step()) < FEWEST || since < SHARE * (end - validation.x()[0])) {
            return false;
        }
        double lowestNow = Math.min(now, lowest(validation, late(validation, end - LATE * since)));
        return lowestNow - best.loss() > margin(best, validation) && hasNotRisen(training, best.step(), end, LATE * since);
    }

    /** Where the stretch that counts as now begins: some of the steps, but no fewer validations than say something. */
    private static int late(Curve validation, double step) {
        return Math.min(firstAfter(validation, step), validation.size() - FEWEST);
    }

    private static double lowest(Curve curve, int from) {
        return Arrays.stream(curve.y(), from, curve.size()).min().orElseThrow();
    }

    /** The lowest of n values with independent noise lies about √(2 ln n) standard deviations below their level. */
    private static double margin(BestValidation best, Curve validation) {
        double[] bends = bends(validation.y());
        double[] later = Arrays.copyOfRange(bends, Math.max(0, firstAfter(validation, best.step()) - 2), bends.length);
        double deviation = Math.max(OF_MEAN * Arrays.stream(later).average().orElseThrow(), OF_MEDIAN * median(bends)) / BEND;
        double little = Math.max(LITTLE * Math.abs(best.loss()), ROUNDING * Math.abs(validation.y()[0]));
        return Math.max((Math.sqrt(2 * Math.log(validation.size())) + SURE) * deviation, little);
    }

    /** How far each value is from the middle of its neighbours: noise, which a rise or a fall does not feign. */
    private static double[] bends(double[] values) {
        double[] bends = new double[values.length - 2];
        Arrays.setAll(bends, i -> Math.abs(values[i + 1] - (values[i] + values[i + 2]) / 2));
        return bends;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /**
     * Compares means of stretches of the same length before the best and at the end; where both rise it is the steps that are too
     * large.
     */
    private static boolean hasNotRisen(Curve training, double best, double end, double stretch) {
        double before = mean(training, best - stretch, best);
        double late = mean(training, end - stretch, end);
        return late <= (Double.isNaN(before) ? mean(training, best, best + stretch) : before);
    }

    /** Of the points in a stretch of steps; NaN where there are none. */
    private static double mean(Curve curve, double from, double to) {
        int first = Math.min(firstAfter(curve, from), curve.size());
        return Arrays.stream(curve.y(), first, Math.max(first, firstAfter(curve, to))).average().orElse(Double.NaN);
    }

    private static int firstAfter(Curve curve, double step) {
        int found = Arrays.binarySearch(curve.x(), Math.nextUp(step));
        return found < 0 ? -found - 1 : found;
    }
}
