package downhill.export;

import downhill.engine.graph.Gradients;
import downhill.engine.graph.ReferenceInterpreter;
import downhill.model.InputShape;
import downhill.model.ModelBuilder;
import downhill.model.ModelGraph;
import downhill.model.TrainedModel;
import downhill.optim.LiteralRules;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A few rows on which a model is trained on, full batch by full batch, by a plain reading of its graph and of its rule. */
final class TrainedCourse {
    private static final int ROWS = 7;

    private final TrainedModel model;
    private final InputShape shape;
    private final double[] x;
    private final double[] y;

    TrainedCourse(TrainedModel model) {
        this.model = model;
        this.shape = InputShape.of(model.preprocessing().inputShape());
        Random random = new Random(5);
        this.x = random.doubles((long) ROWS * shape.size(), -1, 1).toArray();
        this.y = new double[ROWS * model.outputs()];
        for (int row = 0; row < ROWS; row++) {
            boolean classes = model.model().loss().onLogits();
            int place = model.outputs() > 1 ? row % model.outputs() : 0;
            y[row * model.outputs() + place] = classes ? model.outputs() > 1 ? 1 : row % 2 : random.nextDouble();
        }
    }

    /** As the script takes them: [rows][1][inputs]. */
    String inputs() {
        int size = shape.size();
        return IntStream.range(0, ROWS).mapToObj(row -> "[" + Arrays.toString(Arrays.copyOfRange(x, row * size, (row + 1) * size)) + "]")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    String targets() {
        int outputs = model.outputs();
        return IntStream.range(0, ROWS).mapToObj(row -> Arrays.toString(Arrays.copyOfRange(y, row * outputs, (row + 1) * outputs)))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** The loss before each step. */
    double[] losses(int steps, double rate) {
        ModelGraph graph = ModelBuilder.evaluation(model.model(), shape, model.outputs(), ROWS, false);
        double[] row = model.parameters().clone();
        LiteralRules rule = new LiteralRules(model.training().rule(), Map.of("learningRate", rate), row);
        double[] losses = new double[steps];
        for (int step = 0; step < steps; step++) {
            double[][][] found = new ReferenceInterpreter().evaluate(List.of(graph.loss(), Gradients.byParameters(graph.loss())), 1,
                    Map.of("x", x, "y", y), rule.parameters());
            losses[step] = found[0][0][0];
            rule.step(found[1][0]);
        }
        return losses;
    }
}
