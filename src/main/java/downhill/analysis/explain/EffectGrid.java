package downhill.analysis.explain;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Values of a column at which its effect is told. */
public final class EffectGrid {
    private static final double TAIL = 0.05;

    private EffectGrid() {
    }

    /**
     * As scikit-learn's {@code partial_dependence} has them: equally spaced from the 5 % to the 95 % quantile, or all values where
     * there are fewer; of labels all that occurred in training.
     *
     * @param points at least 2
     * @return increasing
     */
    public static double[] of(ExplainedColumn column, ExplainedRows rows, int points) {
        if (column.isLabels()) {
            return IntStream.range(0, column.categories().size()).asDoubleStream().toArray();
        }
        double[] sorted = values(column, rows);
        Arrays.sort(sorted);
        double[] distinct = distinct(sorted);
        if (distinct.length < points) {
            return distinct;
        }
        double low = quantile(sorted, TAIL);
        double high = quantile(sorted, 1 - TAIL);
        if (!(low < high)) {
            return distinct;
        }
        double[] grid = new double[points];
        Arrays.setAll(grid, i -> i == points - 1 ? high : low + i * ((high - low) / (points - 1)));
        return grid;
    }

    /** NaN for a label that did not occur in training, which is near to none. */
    static double[] values(ExplainedColumn column, ExplainedRows rows) {
        double[] values = new double[rows.count()];
        Arrays.setAll(values, row -> known(column, column.value(rows.values(), row * rows.size())));
        return values;
    }

    private static double known(ExplainedColumn column, double value) {
        return column.isLabels() && value < 0 ? Double.NaN : value;
    }

    /** Values that differ by rounding alone, since each was scaled and scaled back, are one. */
    static double[] distinct(double[] sorted) {
        double slight = sorted.length == 0 ? 0 : 1e-12 * Math.max(Math.abs(sorted[0]), Math.abs(sorted[sorted.length - 1]));
        double[] distinct = new double[sorted.length];
        int count = 0;
        for (double value : sorted) {
            if (count == 0 || value - distinct[count - 1] > slight) {
                distinct[count++] = value;
            }
        }
        return Arrays.copyOf(distinct, count);
    }

    /** With α = β = 0.4, as SciPy's {@code mquantiles}, which scikit-learn uses. */
    static double quantile(double[] sorted, double share) {
        int count = sorted.length;
        double place = count * share + 0.4 + 0.2 * share;
        int before = (int) Math.floor(Math.max(1, Math.min(count - 1, place)));
        double part = Math.max(0, Math.min(1, place - before));
        return count == 1 ? sorted[0] : (1 - part) * sorted[before - 1] + part * sorted[before];
    }

    /** How many of {@code values} are nearest to each point; NaN to none. */
    static int[] near(double[] grid, double[] values) {
        int[] near = new int[grid.length];
        for (double value : values) {
            int best = nearest(grid, value);
            if (best >= 0) {
                near[best]++;
            }
        }
        return near;
    }

    /** The point nearest to a value, of two the lower; −1 where there is none. */
    static int nearest(double[] grid, double value) {
        int best = grid.length == 0 || Double.isNaN(value) ? -1 : 0;
        for (int i = 1; i < grid.length && best >= 0; i++) {
            best = Math.abs(grid[i] - value) < Math.abs(grid[best] - value) ? i : best;
        }
        return best;
    }
}
