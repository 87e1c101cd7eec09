package downhill.analysis.explain;

import java.util.Locale;

/**
 * What each column did to each prediction: {@code base + Σ values = prediction}, for every row and output.
 *
 * @param way         how they were had
 * @param base        [outputs], the mean answer over the background
 * @param predictions [rows][outputs]
 * @param values      [rows][columns][outputs], in the unit of the answers
 * @param errors      [rows][columns][outputs], the standard error of each value where it was drawn by lot; null where it is exact
 */
public record ShapValues(Way way, double[] base, double[][] predictions, double[][][] values, double[][][] errors) {

    /** How values are had. */
    public enum Way {
        /** From all coalitions. */
        EXACT,
        /** In closed form, since every column acts by itself. */
        ADDITIVE,
        /** From orders drawn by lot. */
        SAMPLED;

        /** As JSON calls it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The mean of |value| over the rows, by column, for one output: how much a column matters to these predictions. */
    public double[] importance(int output) {
        double[] mean = new double[values.length == 0 ? 0 : values[0].length];
        for (double[][] row : values) {
            for (int column = 0; column < mean.length; column++) {
                mean[column] += Math.abs(row[column][output]) / values.length;
            }
        }
        return mean;
    }

    /** How far base and values are from the prediction at most, as a share of the largest number involved: how well they add up. */
    public double gap() {
        double gap = 0;
        for (int row = 0; row < values.length; row++) {
            for (int output = 0; output < base.length; output++) {
                double sum = base[output];
                double largest = Math.max(Math.abs(sum), Math.abs(predictions[row][output]));
                for (double[] column : values[row]) {
                    sum += column[output];
                    largest = Math.max(largest, Math.abs(column[output]));
                }
                gap = Math.max(gap, Math.abs(sum - predictions[row][output]) / Math.max(largest, Double.MIN_NORMAL));
            }
        }
        return gap;
    }
}
