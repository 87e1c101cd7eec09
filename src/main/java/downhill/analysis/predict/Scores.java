package downhill.analysis.predict;

import downhill.analysis.metric.ClassProbabilities;
import downhill.data.Examples;
import downhill.data.prepare.Applied;
import downhill.data.prepare.Preprocessing;
import downhill.model.Loss;
import downhill.words.Said;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a model says about some rows.
 *
 * @param rows          the rows that could be scored, with their targets where those are known, and those that could not
 * @param classes       names of the classes in order; empty in regression
 * @param probabilities of the classes; null in regression
 * @param values        predicted numbers in the target's own units; empty in classification
 * @param actual        the targets in the same units, or as indexes of classes; NaN where unknown
 * @param preprocessing how rows became inputs
 */
public record Scores(Applied rows, List<String> classes, ClassProbabilities probabilities, double[] values, double[] actual,
                     Preprocessing preprocessing) {

    static Scores of(Applied rows, double[] raw, int outputs, Preprocessing preprocessing, Loss loss) {
        Examples examples = rows.inputs();
        double[] actual = preprocessing.decode(examples.targets(), examples);
        if (preprocessing.task().isClassification()) {
            return new Scores(rows, preprocessing.classNames(), ClassProbabilities.of(raw, outputs, loss), new double[0], actual,
                    preprocessing);
        }
        return new Scores(rows, List.of(), null, preprocessing.decode(raw, examples), actual, preprocessing);
    }

    /** Number of rows scored. */
    public int count() {
        return rows.inputs().count();
    }

    /** Row of the table that a score is for; in a time series it may lie past the end. */
    public int row(int score) {
        return rows.inputs().sourceRows()[score];
    }

    /** Whether every row that went through the model has a prediction. */
    public boolean isComplete() {
        return IntStream.range(0, count()).allMatch(score -> failing(score) == null);
    }

    /** Why a row that went through the model has no prediction; null where it has one. */
    public Said failing(int score) {
        boolean number = probabilities == null && !preprocessing.predictsDates();
        if (number ? Double.isFinite(values[score]) : prediction(score) != null) {
            return null;
        }
        boolean finite = probabilities == null && Double.isFinite(values[score]);
        return Said.of(finite ? "scores.noDate" : "scores.notFinite");
    }

    /** The predicted class, number, or date in ISO 8601; null where the model's outputs are not finite, or no date. */
    public String prediction(int score) {
        if (probabilities == null && preprocessing.predictsDates()) {
            return preprocessing.date(values[score]);
        }
        if (probabilities == null) {
            return Double.isFinite(values[score]) ? Double.toString(values[score]) : null;
        }
        int best = probabilities.predicted()[score];
        return best < 0 ? null : classes.get(best);
    }
}
