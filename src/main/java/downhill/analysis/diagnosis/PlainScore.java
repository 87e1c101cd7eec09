package downhill.analysis.diagnosis;

import downhill.analysis.metric.ClassificationMetrics;
import downhill.analysis.metric.Metrics;
import downhill.analysis.metric.RegressionMetrics;
import downhill.analysis.predict.Evaluation;
import downhill.analysis.predict.Predictor;
import downhill.data.Examples;
import downhill.data.prepare.Prepared;
import downhill.model.InputShape;
import downhill.model.ModelSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import java.util.Arrays;

/** A score that neither weights of classes nor units of the target change, as they change the loss. */
public final class PlainScore {
    private PlainScore() {
    }

    /**
     * Balanced accuracy of classes, R² of numbers, on the validation rows; on the training rows where there are no others.
     *
     * @param parameters [P]
     * @return NaN on a surface, and where a parameter is no finite number
     */
    public static double of(Experiment document, Prepared data, double[] parameters) {
        if (!(document.problem() instanceof Problem.Learning learning) || !Arrays.stream(parameters).allMatch(Double::isFinite)) {
            return Double.NaN;
        }
        Examples rows = data.validation().count() > 0 ? data.validation() : data.training();
        ModelSpec model = learning.model();
        try (Predictor predictor = new Predictor(model, InputShape.of(data.inputShape()), data.outputs(), document.precision())) {
            return of(Evaluation.of(predictor.outputs(parameters, rows.values()), data.outputs(), rows, data.preprocessing(), model.loss())
                    .metrics());
        }
    }

    private static double of(Metrics metrics) {
        return metrics instanceof ClassificationMetrics classes ? classes.balancedAccuracy() : ((RegressionMetrics) metrics).r2();
    }
}
