package downhill.ui.screen.metrics;

import downhill.analysis.metric.ClassificationMetrics;
import downhill.analysis.metric.Metrics;
import downhill.analysis.metric.RegressionMetrics;
import downhill.race.ContenderSpec;

/**
 * A contender and how good its predictions are.
 *
 * @param one     the contender
 * @param metrics null where there is nothing to judge
 */
record Judged(ContenderSpec one, Metrics metrics) {
    /** In regression; NaN for every number where there is none. */
    RegressionMetrics regression() {
        double no = Double.NaN;
        return metrics instanceof RegressionMetrics found ? found : new RegressionMetrics(0, 0, no, no, no, no);
    }

    /** In classification; null where there is none. */
    ClassificationMetrics classes() {
        return metrics instanceof ClassificationMetrics found ? found : null;
    }
}
