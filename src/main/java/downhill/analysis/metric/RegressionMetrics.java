package downhill.analysis.metric;

import downhill.data.prepare.Shares;
import downhill.data.prepare.Squares;
import java.util.Arrays;

/**
 * How far predicted numbers are from actual ones, in the unit of the arrays handed in: decode them first for the target's own.
 *
 * <p>Where rows have weights, means are weighted and ȳ is the weighted mean, as with scikit-learn's {@code sample_weight}.
 *
 * <p>Where a prediction is NaN or infinite, or there is no row, every metric is NaN and {@code unusable} says why.
 *
 * @param rows     rows compared
 * @param unusable rows whose prediction is not a finite number
 * @param mse      mean squared error, unit²; infinite where it is more than a number can be
 * @param rmse     its root, unit
 * @param mae      mean absolute error, unit
 * @param r2       1 − Σ(y − ŷ)² / Σ(y − ȳ)²; NaN where the actual values are all the same
 */
public record RegressionMetrics(int rows, int unusable, double mse, double rmse, double mae, double r2)
        implements Metrics {

    /** Compares two arrays of one length. */
    public static RegressionMetrics of(double[] predicted, double[] actual) {
        return of(predicted, actual, new double[0]);
    }

    /** @param weights what each row counts for, above 0; empty where all count the same */
    public static RegressionMetrics of(double[] predicted, double[] actual, double[] weights) {
        if (predicted.length != actual.length) {
            throw new IllegalArgumentException(predicted.length + " predictions for " + actual.length + " values");
        }
        int unusable = unusable(predicted);
        if (unusable > 0 || actual.length == 0) {
            return new RegressionMetrics(actual.length, unusable, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double[] errors = new double[actual.length];
        double distances = 0;
        for (int i = 0; i < errors.length; i++) {
            errors[i] = predicted[i] - actual[i];
            distances += Math.abs(errors[i]);
        }
        if (weights.length > 0) {
            return weighted(errors, actual, Shares.of(weights));
        }
        Squares squares = Squares.of(errors);
        return new RegressionMetrics(errors.length, 0, squares.mean(errors.length), squares.root(errors.length), distances / errors.length,
                r2(errors, actual));
    }

    private static RegressionMetrics weighted(double[] errors, double[] actual, Shares shares) {
        double[] rooted = shares.rooted(errors);
        Squares squares = Squares.of(rooted);
        double r2 = constant(actual) ? Double.NaN : shares.r2(rooted, actual);
        return new RegressionMetrics(errors.length, 0, squares.mean(1), squares.root(1),
                shares.mean(Arrays.stream(errors).map(Math::abs).toArray()), r2);
    }

    private static int unusable(double[] predicted) {
        int count = 0;
        for (double value : predicted) {
            count += Double.isFinite(value) ? 0 : 1;
        }
        return count;
    }

    /** Two passes, so that values far from zero lose no digits. */
    private static double r2(double[] errors, double[] actual) {
        if (constant(actual)) {
            return Double.NaN;
        }
        double mean = Arrays.stream(actual).reduce(0, (sum, value) -> sum + value / actual.length);
        return Squares.r2(errors, Arrays.stream(actual).map(value -> value - mean).toArray());
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
