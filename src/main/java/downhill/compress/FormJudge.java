package downhill.compress;

import downhill.analysis.ensemble.Estimate;
import downhill.analysis.predict.Predictor;
import downhill.analysis.score.Predictions;
import downhill.analysis.score.ScoreMetric;
import downhill.data.Examples;
import downhill.engine.Precision;
import downhill.model.InputShape;
import downhill.model.TrainedModel;

/** Says how good forms of a model are on the same rows, each by itself and beside the model that they were made of. */
public final class FormJudge {
    private final Examples rows;
    private final Predictions whole;
    private final int block;
    private final long seed;

    /**
     * @param original that the forms are made of
     * @param rows     that judge, with known targets
     * @param seed     of the samples that intervals are taken of
     */
    public FormJudge(TrainedModel original, Examples rows, long seed) {
        this.rows = rows;
        this.seed = seed;
        block = original.preprocessing().sequence() == null ? 1 : original.preprocessing().sequence().window();
        whole = said(original);
    }

    /** What a form says of the rows. */
    public Predictions said(TrainedModel model) {
        try (Predictor predictor = new Predictor(model.model(), InputShape.of(model.preprocessing().inputShape()), model.outputs(),
                Precision.DOUBLE)) {
            double[] raw = predictor.outputs(model.parameters(), rows.values());
            return Predictions.of(rows, raw, model.outputs(), model.preprocessing(), model.model().loss());
        }
    }

    /** Of a form what it costs and, by one metric, is worth. */
    public Smaller judged(TrainedModel model, Microseconds times, Predictions said, ScoreMetric metric) {
        return new Smaller(model, times, Estimate.of(metric, said, block, seed), Estimate.gain(metric, said, whole, block, seed));
    }
}
