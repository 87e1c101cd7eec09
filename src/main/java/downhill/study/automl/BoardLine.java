package downhill.study.automl;

import downhill.analysis.score.Predictions;
import downhill.model.TrainedModel;
import java.util.Map;

/**
 * A line of the leaderboard.
 *
 * @param name           such as {@code mlp adam #7}; of the baseline what it says; of an ensemble its way of mixing
 * @param kind           {@code baseline}, {@code ensemble}, or the family
 * @param trial          its number; −1 of what is no trial
 * @param params         what was searched over, keyed as in {@code --vary}
 * @param validation     the metric on the inner rows, each predicted by a model that did not learn from it; of an ensemble with weights
 *                       that were not found on it
 * @param outer          the metric on the outer rows
 * @param fitSeconds     to train it on all inner rows; of an ensemble the sum of its members'
 * @param predictSeconds to predict the outer rows
 * @param parameters     how many numbers it is
 */
public record BoardLine(String name, String kind, int trial, Map<String, Object> params, double validation, double outer, double fitSeconds,
                    double predictSeconds, long parameters) {
    /** What is said of a baseline. */
    public static final String BASELINE = "baseline";
    /** What is said of several models that answer as one. */
    public static final String ENSEMBLE = "ensemble";

    /**
     * An entry with what it is made of.
     *
     * @param inner of the rows of all folds
     * @param outer of the outer rows
     * @param model null where it cannot be kept as one
     */
    record Made(BoardLine entry, Predictions inner, Predictions outer, TrainedModel model) {
    }
}
