package downhill.analysis.metric;

import java.util.function.DoubleBinaryOperator;

/** Means over rows of what predicted and actual numbers make, weighted where rows have weights; NaN where a prediction is no number. */
public final class Errors {
    private Errors() {
    }

    /**
     * Mean of |ŷ − y| / |y|, 0.1 being ten percent. NaN where a target is 0: nothing can be told as a part of it.
     *
     * @param weights what each row counts for; empty where all count the same
     */
    public static double percentage(double[] predicted, double[] actual, double[] weights) {
        return mean(predicted, actual, weights, (said, was) -> was == 0 ? Double.NaN : Math.abs(said - was) / Math.abs(was));
    }

    /**
     * Mean pinball loss (Koenker and Bassett 1978): what lies above the prediction counts {@code quantile}, what lies below the rest.
     *
     * @param quantile above 0 and below 1; of 0.5 it is half the mean absolute error
     */
    public static double quantile(double[] predicted, double[] actual, double[] weights, double quantile) {
        return mean(predicted, actual, weights, (said, was) -> Math.max(quantile * (was - said), (quantile - 1) * (was - said)));
    }

    private static double mean(double[] predicted, double[] actual, double[] weights, DoubleBinaryOperator error) {
        double sum = 0;
        double all = 0;
        for (int row = 0; row < actual.length; row++) {
            double weight = weights.length == 0 ? 1 : weights[row];
            sum += weight * error.applyAsDouble(predicted[row], actual[row]);
            all += weight;
        }
        return Double.isFinite(sum) ? sum / all : Double.NaN;
    }
}
