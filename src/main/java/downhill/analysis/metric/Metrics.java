package downhill.analysis.metric;

/** How good predictions are, by the kind of what is predicted. */
public sealed interface Metrics permits RegressionMetrics, ClassificationMetrics {
    /** Rows compared. */
    int rows();

    /** Rows whose prediction is not a number; with any of them all metrics are NaN. */
    int unusable();
}
