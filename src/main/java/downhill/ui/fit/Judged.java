package downhill.ui.fit;

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
public record Judged(ContenderSpec one, Metrics metrics) {
    /** Judges the contender's predictions of some rows; on the engine's thread. */
    public static Judged of(ContenderSpec one, FitQuestion question, Rows rows, ModelEngine engine) {
        double[] parameters = question.parameters(one);
        return new Judged(one, parameters == null ? null : engine.fit().metrics(parameters, rows.examples()));
    }

    /** In regression; NaN for every number where there is none. */
    public RegressionMetrics regression() {
        double no = Double.NaN;
        return metrics instanceof RegressionMetrics found ? found : new RegressionMetrics(0, 0, no, no, no, no);
    }

    /** In classification; null where there is none. */
    public ClassificationMetrics classes() {
        return metrics instanceof ClassificationMetrics found ? found : null;
    }
}
