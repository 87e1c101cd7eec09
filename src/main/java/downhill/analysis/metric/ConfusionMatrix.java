package downhill.analysis.metric;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Which classes were taken for which.
 *
 * @param counts [actual][predicted], square
 */
public record ConfusionMatrix(int[][] counts) {

    /**
     * Counts pairs; those with a negative index on either side are left out.
     *
     * @param classes K; indexes are below
     */
    public static ConfusionMatrix of(int classes, int[] actual, int[] predicted) {
        int[][] counts = new int[classes][classes];
        for (int row = 0; row < actual.length; row++) {
            if (actual[row] >= 0 && predicted[row] >= 0) {
                counts[actual[row]][predicted[row]]++;
            }
        }
        return new ConfusionMatrix(counts);
    }

    /** K. */
    public int classes() {
        return counts.length;
    }

    /** Rows counted. */
    public int total() {
        return IntStream.range(0, classes()).map(this::support).sum();
    }

    /** Rows that are of a class. */
    public int support(int index) {
        return IntStream.of(counts[index]).sum();
    }

    /** Rows taken for a class. */
    public int predicted(int index) {
        return IntStream.range(0, classes()).map(actual -> counts[actual][index]).sum();
    }

    /** Share of rows that were taken for what they are; NaN without rows. */
    public double accuracy() {
        return ratio(IntStream.range(0, classes()).map(i -> counts[i][i]).sum(), total());
    }

    /** Share of a class's rows that were found; NaN where there is none. */
    public double recall(int index) {
        return ratio(counts[index][index], support(index));
    }

    /** Share of the rows taken for a class that are of it; NaN where none was. */
    public double precision(int index) {
        return ratio(counts[index][index], predicted(index));
    }

    /** Harmonic mean of precision and recall, 2·TP / (support + predicted); NaN where the class neither occurs nor is predicted. */
    public double f1(int index) {
        return ratio(2 * counts[index][index], support(index) + predicted(index));
    }

    /** Mean recall of the classes that occur. */
    public double balancedAccuracy() {
        return meanOfDefined(this::recall);
    }

    /** Mean F1 of the classes that occur or are predicted. */
    public double macroF1() {
        return meanOfDefined(this::f1);
    }

    private double meanOfDefined(IntToDoubleFunction metric) {
        return IntStream.range(0, classes()).mapToDouble(metric).filter(value -> !Double.isNaN(value)).average()
                .orElse(Double.NaN);
    }

    private static double ratio(int part, int whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }
}
