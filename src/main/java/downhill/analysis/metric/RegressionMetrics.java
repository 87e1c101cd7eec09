package downhill.analysis.metric;

/**
 * How far predicted numbers are from actual ones, in the unit of the arrays handed in: decode them first for the target's own.
 *
 * <p>Where a prediction is NaN or infinite, or there is no row, every metric is NaN and {@code unusable} says why.
 *
 * @param rows     rows compared
 * @param unusable rows whose prediction is not a finite number
 * @param mse      mean squared error, unit²
 * @param rmse     its root, unit
 * @param mae      mean absolute error, unit
 * @param r2       1 − Σ(y − ŷ)² / Σ(y − ȳ)²; NaN where the actual values are all the same
 */
public record RegressionMetrics(int rows, int unusable, double mse, double rmse, double mae, double r2)
        implements Metrics {

    /** Compares two arrays of one length. */
    public static RegressionMetrics of(double[] predicted, double[] actual) {
        if (predicted.length != actual.length) {
            throw new IllegalArgumentException(predicted.length + " predictions for " + actual.length + " values");
        }
        int unusable = unusable(predicted);
        if (unusable > 0 || actual.length == 0) {
            return new RegressionMetrics(actual.length, unusable, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double squares = 0;
        double distances = 0;
        for (int i = 0; i < actual.length; i++) {
            double error = predicted[i] - actual[i];
            squares += error * error;
            distances += Math.abs(error);
        }
        double mse = squares / actual.length;
        return new RegressionMetrics(actual.length, 0, mse, Math.sqrt(mse), distances / actual.length, r2(squares, actual));
    }

    private static int unusable(double[] predicted) {
        int count = 0;
        for (double value : predicted) {
            count += Double.isFinite(value) ? 0 : 1;
        }
        return count;
    }

    /** Two passes, so that values far from zero lose no digits. */
    private static double r2(double residual, double[] actual) {
        if (constant(actual)) {
            return Double.NaN;
        }
        double mean = 0;
        for (double value : actual) {
            mean += value / actual.length;
        }
        double total = 0;
        for (double value : actual) {
            total += (value - mean) * (value - mean);
        }
        return total > 0 ? 1 - residual / total : Double.NaN;
    }

    private static boolean constant(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }
}
