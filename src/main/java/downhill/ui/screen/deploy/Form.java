package downhill.ui.screen.deploy;

import downhill.analysis.score.Predictions;
import downhill.analysis.score.ScoreMetric;
import downhill.compress.FormJudge;
import downhill.compress.FormWish;
import downhill.compress.Microseconds;
import downhill.compress.Smaller;
import downhill.model.TrainedModel;
import downhill.words.Said;
import java.util.EnumMap;
import java.util.Map;

/**
 * A form of the model that is deployed.
 *
 * @param wish    how it was made; null of the model itself
 * @param model   null where it could not be made
 * @param bytes   of its file
 * @param times   null where they are not measured
 * @param said    what it says of the rows that judge; null where it was not asked
 * @param worth   by metric, as far as somebody wanted to know; empty where nothing is measured
 * @param problem why it could not be made; nothing where it could
 */
record Form(FormWish wish, TrainedModel model, long bytes, Microseconds times, Predictions said, Map<ScoreMetric, Smaller> worth,
            Said problem) {
    /** The model itself, of which nothing has been measured yet. */
    static Form whole(Base base) {
        return new Form(null, base.model(), base.bytes(), null, null, Map.of(), Said.NOTHING);
    }

    /** One that could not be made. */
    static Form failed(FormWish wish, Said problem) {
        return new Form(wish, null, 0, null, null, Map.of(), problem);
    }

    /** Judged by one more metric. */
    Form judged(FormJudge judge, ScoreMetric metric) {
        if (said == null || worth.containsKey(metric)) {
            return this;
        }
        Map<ScoreMetric, Smaller> more = new EnumMap<>(ScoreMetric.class);
        more.putAll(worth);
        more.put(metric, judge.judged(model, times, said, metric));
        return new Form(wish, model, bytes, times, said, more, problem);
    }

    boolean isMade() {
        return model != null;
    }

    /** Its score; NaN where there is none. */
    double value(ScoreMetric metric) {
        return worth.containsKey(metric) ? worth.get(metric).estimate().value() : Double.NaN;
    }
}
