package downhill.study;

import downhill.analysis.metric.ClassProbabilities;
import downhill.analysis.score.Predictions;
import downhill.analysis.score.ScoreMetric;
import downhill.data.Examples;
import downhill.data.prepare.FoldData;
import downhill.data.prepare.Prepared;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import java.util.Arrays;

/**
 * What who knows nothing of a row comes to: of classes their shares among the training rows, of numbers their mean.
 *
 * @param value what a measure makes of it on rows held out; NaN where that is not known, as for losses that weigh or smooth
 * @param rows  held out
 */
public record Guess(double value, int rows) {
    /**
     * On the rows held out of a fold.
     *
     * @param metric what is measured; null for the loss of the model
     */
    static Guess of(FoldData fold, ScoreMetric metric, ModelSpec model) {
        return new Guess(value(fold, metric, model), fold.held().count());
    }

    private static double value(FoldData fold, ScoreMetric metric, ModelSpec model) {
        Prepared rows = fold.prepared();
        if (metric == null && (model.lossOptions() != null || rows.training().isWeighted())) {
            return Double.NaN;
        }
        if (!rows.task().isClassification()) {
            return numbers(fold, metric, model);
        }
        ScoreMetric taken = metric == null ? ScoreMetric.LOG_LOSS : metric;
        return metric == null && !model.loss().onLogits() ? Double.NaN : taken.of(classes(rows, fold.held()));
    }

    private static Predictions classes(Prepared rows, Examples held) {
        int classes = rows.classNames().size();
        double[] shares = new double[classes];
        double[] targets = rows.training().targets();
        Arrays.stream(targets).forEach(target -> shares[(int) target] += 1.0 / targets.length);
        double[] values = new double[held.count() * classes];
        int[] predicted = new int[held.count()];
        for (int row = 0; row < held.count(); row++) {
            System.arraycopy(shares, 0, values, row * classes, classes);
        }
        return new Predictions(new ClassProbabilities(classes, values, predicted), new double[0], held.targets(), held.weights());
    }

    private static double numbers(FoldData fold, ScoreMetric metric, ModelSpec model) {
        double[] targets = fold.held().targets();
        double mean = Arrays.stream(fold.prepared().training().targets()).average().orElse(Double.NaN);
        double[] guessed = new double[targets.length];
        Arrays.fill(guessed, mean);
        if (metric == null) {
            double squares = Arrays.stream(targets).map(target -> (target - mean) * (target - mean)).sum();
            return model.loss() == Loss.MSE ? squares / targets.length : Double.NaN;
        }
        int outputs = guessed.length / fold.held().count();
        return metric.of(Predictions.of(fold.held(), guessed, outputs, fold.prepared().preprocessing(), model.loss()));
    }
}
