package downhill.analysis.explain.tree;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Rows whose label or target may be wrong, as far as a model can tell. */
public final class Suspects {
    private static final double FAR = 3.5;
    /** Median of |z| of a normal distribution. */
    private static final double NORMAL = 0.6745;

    private Suspects() {
    }

    /**
     * Of classes, by confident learning (Northcutt, Jiang &amp; Chuang 2021): another class is at least as probable as it is on average
     * where it is the label, and more probable than the label.
     *
     * @param shares [rows × classes] probabilities
     * @param labels index of the class of each row
     * @return by row by how much that class is more probable than the label; 0 where nothing is suspect
     */
    public static double[] ofLabels(double[] shares, int classes, int[] labels) {
        double[] sums = new double[classes];
        int[] counts = new int[classes];
        for (int row = 0; row < labels.length; row++) {
            sums[labels[row]] += shares[row * classes + labels[row]];
            counts[labels[row]]++;
        }
        return IntStream.range(0, labels.length).mapToDouble(row -> IntStream.range(0, classes)
                .filter(k -> k != labels[row] && counts[k] > 0 && shares[row * classes + k] >= sums[k] / counts[k])
                .mapToDouble(k -> shares[row * classes + k] - shares[row * classes + labels[row]]).max().orElse(0))
                .map(more -> Math.max(0, more)).toArray();
    }

    /**
     * Of numbers: the error is far from what errors are (a modified z above 3.5: Iglewicz &amp; Hoaglin 1993).
     *
     * @param errors prediction − target
     * @return by row |z|; 0 where nothing is suspect
     */
    public static double[] ofNumbers(double[] errors) {
        double middle = median(errors);
        double spread = median(Arrays.stream(errors).map(each -> Math.abs(each - middle)).toArray());
        return Arrays.stream(errors).map(each -> spread == 0 ? 0 : NORMAL * Math.abs(each - middle) / spread)
                .map(z -> z > FAR ? z : 0).toArray();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : sorted[half - 1] / 2 + sorted[half] / 2;
    }
}
