package downhill.compress;

import downhill.analysis.predict.Predictor;
import downhill.data.Progress;
import downhill.data.RowValues;
import downhill.engine.Precision;
import downhill.engine.train.TrainingData;
import downhill.engine.train.TrainingGraph;
import downhill.expr.UnaryOp;
import downhill.model.InitialValues;
import downhill.model.InputShape;
import downhill.model.ModelBuilder;
import downhill.model.ModelSpec;
import downhill.model.Teaching;
import downhill.model.TrainedModel;
import downhill.race.LossWeights;
import downhill.race.Targets;
import java.util.Arrays;

/** What a model says taught to another (Hinton, Vinyals, Dean 2015). */
public final class Distillation {
    private Distillation() {
    }

    /**
     * A student of the teacher's inputs, outputs and loss.
     *
     * @param student its family and sizes; the loss is the teacher's
     * @param seed    of its first values
     */
    public static TrainedModel of(TrainedModel teacher, String name, ModelSpec student, Teaching teaching, Training how, long steps,
                                  long seed, Progress progress) {
        InputShape shape = Targets.shape(how.rows());
        int outputs = teacher.outputs();
        LossWeights weights = LossWeights.of(how.rows(), student);
        TrainingGraph graph = ModelBuilder.distilling(student, shape, outputs, how.rowsOfAStep(), weights.weighting(), teaching);
        double[] own = Targets.encode(how.rows().training(), outputs).all();
        double[] said = said(teacher, how.rows().training().values(), teaching.temperature());
        TrainingData data = new TrainingData(how.rows().training().count(), how.rows().training().values(),
                RowValues.of(beside(own, said, outputs), 2 * outputs),
                weights.of(how.rows().training()), null, null);
        double[] row = how.run(graph, data, Training.rule(teacher.training().rule()), teacher.training().hyperparameters(),
                InitialValues.row(student, shape, outputs, seed), null, steps, progress);
        return teacher.with(name, student, row);
    }

    /** What the teacher says: raw numbers, or of losses on logits probabilities at a temperature. */
    static double[] said(TrainedModel teacher, RowValues inputs, double temperature) {
        try (Predictor predictor = new Predictor(teacher.model(), InputShape.of(teacher.preprocessing().inputShape()), teacher.outputs(),
                Precision.DOUBLE)) {
            double[] raw = predictor.outputs(teacher.parameters(), inputs);
            return teacher.model().loss().onLogits() ? softened(raw, teacher.outputs(), temperature) : raw;
        }
    }

    private static double[] softened(double[] logits, int outputs, double temperature) {
        double[] soft = Arrays.stream(logits).map(each -> each / temperature).toArray();
        if (outputs == 1) {
            return Arrays.stream(soft).map(UnaryOp.SIGMOID::apply).toArray();
        }
        for (int from = 0; from < soft.length; from += outputs) {
            double most = Arrays.stream(soft, from, from + outputs).max().orElseThrow();
            double sum = 0;
            for (int i = from; i < from + outputs; i++) {
                soft[i] = Math.exp(soft[i] - most);
                sum += soft[i];
            }
            for (int i = from; i < from + outputs; i++) {
                soft[i] /= sum;
            }
        }
        return soft;
    }

    private static double[] beside(double[] first, double[] second, int width) {
        double[] both = new double[2 * first.length];
        for (int row = 0; row * width < first.length; row++) {
            System.arraycopy(first, row * width, both, 2 * row * width, width);
            System.arraycopy(second, row * width, both, (2 * row + 1) * width, width);
        }
        return both;
    }
}
