package downhill.report;

import downhill.analysis.ensemble.Estimate;
import downhill.analysis.ensemble.Mixture;
import downhill.analysis.explain.Explained;
import downhill.analysis.explain.ExplainedRows;
import downhill.analysis.score.Predictions;
import downhill.analysis.score.ScoreMetric;
import downhill.data.prepare.Preprocessing;
import downhill.words.Said;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A model with rows to ask it.
 *
 * @param name  of it
 * @param model open
 * @param rows  to ask it
 * @param which rows these are, in words
 * @param own   whether it learned from them, so that what they say of it is too good
 */
public record ReportedModel(String name, Explained model, ExplainedRows rows, Said which, boolean own) {
    private static final long SEED = 20;
    private static final List<ScoreMetric> TOLD = List.of(ScoreMetric.ACCURACY, ScoreMetric.BALANCED_ACCURACY, ScoreMetric.MACRO_F1,
            ScoreMetric.LOG_LOSS, ScoreMetric.ROC_AUC, ScoreMetric.RMSE, ScoreMetric.MAE, ScoreMetric.R2);

    Preprocessing steps() {
        return model.preprocessing();
    }

    /** Those whose target is known. */
    ExplainedRows labelled() {
        return rows.pick(IntStream.range(0, rows.count()).filter(row -> !Double.isNaN(rows.targets()[row])).toArray());
    }

    /** How good it is on them, each with its interval; empty where no target is known. */
    Map<ScoreMetric, Estimate> metrics() {
        Map<ScoreMetric, Estimate> metrics = new EnumMap<>(ScoreMetric.class);
        ExplainedRows known = labelled();
        if (known.count() > 0) {
            double[] answers = model.answers(known.values());
            Predictions said = model.classes()
                    ? new Predictions(Mixture.probabilities(model.outputs().size(), answers), new double[0], known.targets(),
                            known.weights())
                    : new Predictions(null, answers, known.targets(), known.weights());
            int block = steps().sequence() == null ? 1 : steps().sequence().window();
            TOLD.stream().filter(metric -> metric.fits(steps().task()))
                    .forEach(metric -> metrics.put(metric, Estimate.of(metric, said, block, SEED)));
        }
        return metrics;
    }
}
