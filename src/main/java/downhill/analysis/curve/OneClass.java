package downhill.analysis.curve;

import downhill.analysis.score.ContenderAnswers;
import downhill.analysis.score.HeldOut;
import downhill.analysis.score.Predictions;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * One class against the rest, in one run.
 *
 * @param scores   probability of the class, by row
 * @param positive which rows are of it
 * @param weights  what each row counts for; empty where all count the same
 */
record OneClass(double[] scores, boolean[] positive, double[] weights) {

    static OneClass of(Predictions predictions, int index) {
        int classes = predictions.probabilities().classes();
        int rows = predictions.actual().length;
        double[] scores = new double[rows];
        boolean[] positive = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            scores[row] = predictions.probabilities().values()[row * classes + index];
            positive[row] = predictions.actual()[row] == index;
        }
        return new OneClass(scores, positive, predictions.weights());
    }

    /** Of all runs that have an answer of numbers. */
    static List<OneClass> all(ContenderAnswers answers, int index) {
        return answers.runs().stream().map(HeldOut::predictions).filter(Objects::nonNull).map(each -> of(each, index))
                .filter(each -> Arrays.stream(each.scores).noneMatch(Double::isNaN)).toList();
    }

    double weight(int row) {
        return weights.length == 0 ? 1 : weights[row];
    }

    int rows() {
        return scores.length;
    }
}
