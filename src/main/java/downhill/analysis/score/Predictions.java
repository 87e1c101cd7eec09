package downhill.analysis.score;

import downhill.analysis.metric.ClassAnswers;
import downhill.analysis.metric.ClassProbabilities;
import downhill.analysis.metric.RegressionMetrics;
import downhill.data.Examples;
import downhill.data.prepare.Prepared;
import downhill.data.prepare.Preprocessing;
import downhill.model.Loss;
import java.io.Serializable;
import java.util.Arrays;

/**
 * What was predicted for rows whose targets are known.
 *
 * @param probabilities of the classes; null where numbers are predicted
 * @param values        predicted numbers in the target's own unit; empty where there are classes
 * @param actual        the targets, or indexes of classes
 * @param weights       what each row counts for; empty where all count the same
 */
public record Predictions(ClassProbabilities probabilities, double[] values, double[] actual, double[] weights) implements Serializable {

    /** @param raw a model's outputs of these rows */
    public static Predictions of(Examples rows, double[] raw, int outputs, Preprocessing preprocessing, Loss loss) {
        double[] actual = preprocessing.decode(rows.targets(), rows);
        return preprocessing.task().isClassification()
                ? new Predictions(ClassProbabilities.of(raw, outputs, loss), new double[0], actual, rows.weights())
                : new Predictions(null, preprocessing.decode(raw, rows), actual, rows.weights());
    }

    /** What would be right of every row. */
    static Predictions right(Examples rows, Prepared prepared) {
        double[] actual = prepared.preprocessing().decode(rows.targets(), rows);
        if (!prepared.task().isClassification()) {
            return new Predictions(null, actual, actual, rows.weights());
        }
        int classes = prepared.classNames().size();
        int[] right = Arrays.stream(actual).mapToInt(each -> (int) each).toArray();
        double[] values = new double[right.length * classes];
        for (int row = 0; row < right.length; row++) {
            values[row * classes + right[row]] = 1;
        }
        return new Predictions(new ClassProbabilities(classes, values, right), new double[0], actual, rows.weights());
    }

    ClassAnswers ofClasses() {
        return new ClassAnswers(probabilities, Arrays.stream(actual).mapToInt(each -> (int) each).toArray(), weights);
    }

    RegressionMetrics ofNumbers() {
        return RegressionMetrics.of(values, actual, weights);
    }
}
