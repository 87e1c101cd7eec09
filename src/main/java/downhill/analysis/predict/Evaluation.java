package downhill.analysis.predict;

import downhill.analysis.metric.ClassProbabilities;
import downhill.analysis.metric.ClassificationMetrics;
import downhill.analysis.metric.Metrics;
import downhill.analysis.metric.RegressionMetrics;
import downhill.data.Examples;
import downhill.data.prepare.Preprocessing;
import downhill.model.Loss;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Metrics of a model's outputs on labelled rows, in the target's own units; weighted where the rows have weights. A row of weight
 * 0 is not measured.
 *
 * @param metrics    over the rows with a label
 * @param unlabelled rows left out because their target is missing or of a class that the model does not know
 */
public record Evaluation(Metrics metrics, int unlabelled) {

    /**
     * Compares raw outputs with targets.
     *
     * @param raw     [count × outputs] of these examples
     * @param outputs numbers per row
     */
    public static Evaluation of(double[] raw, int outputs, Examples examples, Preprocessing preprocessing, Loss loss) {
        int[] labelled = IntStream.range(0, examples.count())
                .filter(row -> !Double.isNaN(examples.targets()[row]) && examples.weight(row) > 0).toArray();
        double[] weights = examples.isWeighted() ? picked(examples.weights(), labelled) : new double[0];
        double[] kept = new double[labelled.length * outputs];
        for (int i = 0; i < labelled.length; i++) {
            System.arraycopy(raw, labelled[i] * outputs, kept, i * outputs, outputs);
        }
        Metrics metrics = preprocessing.task().isClassification()
                ? ClassificationMetrics.of(ClassProbabilities.of(kept, outputs, loss),
                        Arrays.stream(labelled).map(row -> (int) examples.targets()[row]).toArray(), weights)
                : RegressionMetrics.of(picked(preprocessing.decode(raw, examples), labelled),
                        picked(preprocessing.decode(examples.targets(), examples), labelled), weights);
        return new Evaluation(metrics, (int) Arrays.stream(examples.targets()).filter(Double::isNaN).count());
    }

    private static double[] picked(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }
}
