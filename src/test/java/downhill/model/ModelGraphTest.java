package downhill.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.engine.graph.Node;
import downhill.engine.graph.ParameterLayout;
import downhill.engine.graph.ParameterSlot;
import downhill.engine.graph.ReferenceInterpreter;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class ModelGraphTest {
    private static final int TIME = 3;
    private static final int WIDTH = 4;

    @Test
    void everyVariantOfAModelHasOneLayout() {
        ModelCases.all().forEach(model -> {
            ModelGraph training = ModelBuilder.build(model.spec(), model.shape(), model.outputs(), 7, true);
            ModelGraph evaluation = ModelBuilder.evaluation(model.spec(), model.shape(), model.outputs(), 3, false);
            Prediction prediction = ModelBuilder.prediction(model.spec(), model.shape(), model.outputs(), 1, false);
            assertThat(names(evaluation.layout())).as(model.toString()).isEqualTo(names(training.layout()));
            assertThat(names(prediction.layout())).as(model.toString()).isEqualTo(names(training.layout()));
        });
    }

    private static List<String> names(ParameterLayout layout) {
        return layout.slots().stream().map(slot -> slot.name() + slot.offset() + " " + slot.size()).toList();
    }

    @Test
    void onlyTrainingDropsOut() {
        ModelSpec spec = new ModelSpec(new Architecture.Mlp(List.of(4), Activation.TANH), Loss.MSE, Initializer.DEFAULT, 0.5);
        ModelGraph training = ModelBuilder.build(spec, InputShape.of(3), 1, 5, false);
        assertThat(training.masks()).containsExactly(new MaskInput("dropout1", List.of(5, 4), 0.5));
        assertThat(training.training().masks()).hasSize(1);
        assertThat(ModelBuilder.evaluation(spec, InputShape.of(3), 1, 5, false).masks()).isEmpty();
    }

    @Test
    void biasesAndGainsAreNotPenalised() {
        ModelGraph model = ModelBuilder.build(new ModelSpec(new Architecture.Transformer(4, 2, 3), Loss.MSE), InputShape.of(3, 2), 1, 2,
                false);
        assertThat(model.layout().slots()).filteredOn(ParameterSlot::penalised).extracting(ParameterSlot::name)
                .allMatch(name -> name.endsWith(".weight")).contains("attention.query.weight", "position.weight", "dense1.weight");
    }

    @Test
    void viewsShowFeatureMapsAndAttention() {
        ModelGraph cnn = ModelBuilder.build(new ModelSpec(Architecture.Cnn.digits(), Loss.CROSS_ENTROPY), InputShape.of(1, 8, 8), 10, 2,
                false);
        assertThat(cnn.views().get("conv1.map").shape()).containsExactly(2, 6, 6, 16);
        Prediction attentive = ModelBuilder.prediction(new ModelSpec(new Architecture.Transformer(WIDTH, 2, 3), Loss.MSE),
                InputShape.of(TIME, 2), 1, 5, false);
        assertThat(attentive.views().get("attention").shape()).containsExactly(5, 2, TIME, TIME);
    }

    @Test
    void attentionOfSeveralHeadsIsThatOfEachHeadOnItsOwnColumns() {
        ModelSpec spec = new ModelSpec(new Architecture.Transformer(WIDTH, 2, 3), Loss.MSE);
        InputShape shape = InputShape.of(TIME, 2);
        Prediction model = ModelBuilder.prediction(spec, shape, 1, 1, false);
        double[] x = new Random(3).doubles(TIME * 2, -1, 1).toArray();
        double[] row = InitialValues.row(spec, shape, 1, 5);
        Node weights = model.views().get("attention");
        double[] got = new ReferenceInterpreter().evaluate(List.of(weights), 1, Map.of("x", x), row)[0][0];
        for (int head = 0; head < 2; head++) {
            for (int t = 0; t < TIME; t++) {
                double[] expected = attentionByHand(model.layout(), row, x, head, t);
                for (int s = 0; s < TIME; s++) {
                    assertThat(got[(head * TIME + t) * TIME + s]).isCloseTo(expected[s], within(1e-12));
                }
            }
        }
    }

    /** The weights with which time step t looks at each time step, written out. */
    private static double[] attentionByHand(ParameterLayout layout, double[] row, double[] x, int head, int t) {
        double[][] h = new double[TIME][WIDTH];
        for (int s = 0; s < TIME; s++) {
            for (int j = 0; j < WIDTH; j++) {
                h[s][j] = value(layout, row, "embed.bias", j) + value(layout, row, "position.weight", s * WIDTH + j)
                        + x[2 * s] * value(layout, row, "embed.weight", j) + x[2 * s + 1] * value(layout, row, "embed.weight", WIDTH + j);
            }
            h[s] = normalised(h[s]);
        }
        double[] weights = new double[TIME];
        double sum = 0;
        for (int s = 0; s < TIME; s++) {
            double score = 0;
            for (int j = 2 * head; j < 2 * head + 2; j++) {
                score += projected(layout, row, "attention.query", h[t], j) * projected(layout, row, "attention.key", h[s], j);
            }
            weights[s] = Math.exp(score / Math.sqrt(2));
            sum += weights[s];
        }
        for (int s = 0; s < TIME; s++) {
            weights[s] /= sum;
        }
        return weights;
    }

    private static double projected(ParameterLayout layout, double[] row, String name, double[] h, int j) {
        double sum = value(layout, row, name + ".bias", j);
        for (int i = 0; i < WIDTH; i++) {
            sum += h[i] * value(layout, row, name + ".weight", i * WIDTH + j);
        }
        return sum;
    }

    private static double[] normalised(double[] h) {
        ToDoubleFunction<double[]> mean = values -> java.util.Arrays.stream(values).average().orElseThrow();
        double centre = mean.applyAsDouble(h);
        double[] centred = java.util.Arrays.stream(h).map(v -> v - centre).toArray();
        double variance = mean.applyAsDouble(java.util.Arrays.stream(centred).map(v -> v * v).toArray());
        return java.util.Arrays.stream(centred).map(v -> v / Math.sqrt(variance + 1e-5)).toArray();
    }

    private static double value(ParameterLayout layout, double[] row, String name, int i) {
        return row[layout.slot(name).orElseThrow().position(i)];
    }
}
