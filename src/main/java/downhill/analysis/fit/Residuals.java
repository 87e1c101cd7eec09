package downhill.analysis.fit;

import downhill.analysis.metric.RegressionMetrics;

/**
 * Predicted beside actual numbers, in the target's own units, one entry for each row.
 *
 * @param sourceRows row of the table, from 0
 * @param weights    what each row counts for; empty where all count the same
 */
public record Residuals(int[] sourceRows, double[] actual, double[] predicted, double[] weights) {

    /** Actual minus predicted. */
    public double[] residuals() {
        double[] residuals = new double[actual.length];
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = actual[i] - predicted[i];
        }
        return residuals;
    }

    public RegressionMetrics metrics() {
        return RegressionMetrics.of(predicted, actual, weights);
    }
}
