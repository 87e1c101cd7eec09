package downhill.model;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.engine.Precision;
import downhill.engine.train.InputGradient;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every family: how outputs change with the inputs, against central differences in float64. */
class InputGradientTest {
    private static final int ROWS = 3;
    private static final double STEP = 1e-5;

    /** The loss is not part of it. */
    static Stream<ModelCases.Case> models() {
        Set<String> seen = new HashSet<>();
        return ModelCases.all().filter(each -> seen.add(each.name()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void theGradientIsTheSlope(ModelCases.Case checked) {
        Random random = new Random(5);
        Prediction graph = ModelBuilder.prediction(checked.spec(), checked.shape(), checked.outputs(), ROWS, false);
        double[] batch = random.doubles(ROWS * checked.shape().size(), -1.5, 1.5).toArray();
        double[] weights = random.doubles(ROWS * checked.outputs(), -1, 1).toArray();
        double[] parameters = random.doubles(graph.layout().count(), -0.8, 0.8).toArray();
        try (InputGradient asked = new InputGradient(graph.x(), graph.output(), Precision.DOUBLE)) {
            asked.parameters(parameters);
            double[] gradient = asked.gradient(batch, weights);
            assertThat(gradient).hasSize(batch.length).isNotEqualTo(new double[batch.length]);
            for (int i = 0; i < batch.length; i++) {
                double slope = (sum(asked, moved(batch, i, STEP), weights) - sum(asked, moved(batch, i, -STEP), weights)) / (2 * STEP);
                assertThat(Math.abs(gradient[i] - slope)).as("input %s", i).isLessThan(1e-7 * (1 + Math.abs(slope)));
            }
        }
    }

    private static double[] moved(double[] batch, int place, double by) {
        double[] moved = batch.clone();
        moved[place] += by;
        return moved;
    }

    private static double sum(InputGradient asked, double[] batch, double[] weights) {
        double[] output = asked.output(batch);
        double sum = 0;
        for (int i = 0; i < output.length; i++) {
            sum += weights[i] * output[i];
        }
        return sum;
    }
}
