package downhill.analysis.metric;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Which classes were taken for which.
 *
 * @param counts rows, [actual][predicted], square
 * @param sums   of their weights; the same numbers where all rows count the same
 */
public record ConfusionMatrix(int[][] counts, double[][] sums) {

    /**
     * Counts pairs; those with a negative index on either side are left out.
     *
     * @param classes K; indexes are below
     */
    public static ConfusionMatrix of(int classes, int[] actual, int[] predicted) {
        return of(classes, actual, predicted, new double[0]);
    }

    /** @param weights what each row counts for; empty where all count the same */
    public static ConfusionMatrix of(int classes, int[] actual, int[] predicted, double[] weights) {
        int[][] counts = new int[classes][classes];
        double[][] sums = new double[classes][classes];
        for (int row = 0; row < actual.length; row++) {
            if (actual[row] >= 0 && predicted[row] >= 0) {
                counts[actual[row]][predicted[row]]++;
                sums[actual[row]][predicted[row]] += weights.length == 0 ? 1 : weights[row];
            }
        }
        return new ConfusionMatrix(counts, sums);
    }

    /** K. */
    public int classes() {
        return counts.length;
    }

    /** Weight of all rows: their number where all count the same. */
    public double total() {
        return IntStream.range(0, classes()).mapToDouble(this::support).sum();
    }

    /** Weight of the rows that are of a class. */
    public double support(int index) {
        return Arrays.stream(sums[index]).sum();
    }

    /** Weight of the rows taken for a class. */
    public double predicted(int index) {
        return IntStream.range(0, classes()).mapToDouble(actual -> sums[actual][index]).sum();
    }

    /** Share of rows that were taken for what they are; NaN without rows. */
    public double accuracy() {
        return ratio(IntStream.range(0, classes()).mapToDouble(i -> sums[i][i]).sum(), total());
    }

    /** Share of a class's rows that were found; NaN where there is none. */
    public double recall(int index) {
        return ratio(sums[index][index], support(index));
    }

    /** Share of the rows taken for a class that are of it; NaN where none was. */
    public double precision(int index) {
        return ratio(sums[index][index], predicted(index));
    }

    /** Harmonic mean of precision and recall, 2·TP / (support + predicted); NaN where the class neither occurs nor is predicted. */
    public double f1(int index) {
        return ratio(2 * sums[index][index], support(index) + predicted(index));
    }

    /** Mean recall of the classes that occur. */
    public double balancedAccuracy() {
        return meanOfDefined(this::recall);
    }

    /** Mean F1 of the classes that occur or are predicted. */
    public double macroF1() {
        return meanOfDefined(this::f1);
    }

    /** Mean F1 of the classes that occur, each counting as often as it does. */
    public double weightedF1() {
        return IntStream.range(0, classes()).filter(index -> support(index) > 0).mapToDouble(index -> f1(index) * support(index))
                .sum() / total();
    }

    /**
     * Matthews' correlation of actual and predicted classes, of K classes as Gorodkin (2004) has it: −1 to 1, and 0 where all rows are
     * of one class or were taken for one, as chance would do as well.
     */
    public double matthews() {
        double all = total();
        double right = accuracy() * all * all;
        double together = 0;
        double actual = all * all;
        double taken = all * all;
        for (int i = 0; i < classes(); i++) {
            together += support(i) * predicted(i);
            actual -= support(i) * support(i);
            taken -= predicted(i) * predicted(i);
        }
        if (all == 0) {
            return Double.NaN;
        }
        double scale = Math.sqrt(actual) * Math.sqrt(taken);
        return scale > 0 ? (right - together) / scale : 0;
    }

    private double meanOfDefined(IntToDoubleFunction metric) {
        return IntStream.range(0, classes()).mapToDouble(metric).filter(value -> !Double.isNaN(value)).average()
                .orElse(Double.NaN);
    }

    private static double ratio(double part, double whole) {
        return whole == 0 ? Double.NaN : part / whole;
    }
}
