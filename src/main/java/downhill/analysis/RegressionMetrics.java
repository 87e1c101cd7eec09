package downhill.analysis;

/**
 * How far predicted numbers are from the true ones.
 *
 * @param count rows
 * @param mse   mean squared error
 * @param rmse  its root, in the target's own units
 * @param mae   mean absolute error
 * @param r2    1 − Σ(ŷ − y)² / Σ(y − ȳ)²; NaN where all true values are equal
 */
public record RegressionMetrics(int count, double mse, double rmse, double mae, double r2) {

    /** Of arrays of equal length, at least 1. */
    public static RegressionMetrics of(double[] actual, double[] predicted) {
        int n = actual.length;
        double mean = 0;
        for (double y : actual) {
            mean += y / n;
        }
        double squares = 0;
        double absolute = 0;
        double total = 0;
        for (int i = 0; i < n; i++) {
            double error = predicted[i] - actual[i];
            squares += error * error;
            absolute += Math.abs(error);
            total += (actual[i] - mean) * (actual[i] - mean);
        }
        return new RegressionMetrics(n, squares / n, Math.sqrt(squares / n), absolute / n, total > 0 ? 1 - squares / total : Double.NaN);
    }
}
