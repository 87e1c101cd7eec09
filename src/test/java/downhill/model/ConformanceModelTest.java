package downhill.model;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.engine.Precision;
import downhill.engine.graph.Evaluator;
import downhill.engine.graph.Gradients;
import downhill.engine.graph.Node;
import downhill.engine.graph.ParameterLayout;
import downhill.engine.graph.ReferenceInterpreter;
import downhill.engine.plan.CompiledEvaluator;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The graphs of all families are those of PyTorch: losses, final arrays and outputs of recorded trainings. */
class ConformanceModelTest {

    static Stream<String> cases() {
        return Stream.of("cnn-adam", "gru-adam", "linear-gd", "linear-l1-l2", "linear-minibatch-momentum", "logistic-adam", "lstm-adam",
                "mlp-regression-mae", "mlp-relu-adam-minibatch", "mlp-tanh-adam-minibatch", "rnn-adam", "softmax-rmsprop",
                "transformer-adam");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theGraphTrainsLikePyTorch(String name) throws IOException {
        train(name, new ReferenceInterpreter());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theCompiledGraphTrainsLikePyTorch(String name) throws IOException {
        try (CompiledEvaluator engine = new CompiledEvaluator(Precision.DOUBLE)) {
            train(name, engine);
        }
    }

    private static void train(String name, Evaluator evaluator) throws IOException {
        ConformanceCase recorded = ConformanceCase.read("model-" + name);
        double[][][] data = recorded.data();
        int rows = recorded.batch(0).length;
        ModelGraph model = ModelBuilder.build(recorded.spec(), recorded.inputShape(), recorded.outputs(), rows, false);
        double[] parameters = initial(model.layout(), recorded.json().get("initial"));
        List<Node> wanted = List.of(model.loss(), Gradients.byParameters(model.loss()));
        TorchUpdate update = new TorchUpdate(recorded.json().get("optimizer"), parameters.length);
        double[] expected = ConformanceCase.numbers(recorded.json().get("expect").get("loss"));
        double worst = 0;
        for (int step = 0; step < recorded.json().get("steps").asInt(); step++) {
            double[][][] values = evaluator.evaluate(wanted, 1, batch(data, recorded.batch(step)), parameters);
            worst = Math.max(worst, deviation(values[0][0][0], expected[step]));
            update.apply(parameters, penalised(recorded.json(), model.layout(), parameters, values[1][0]));
        }
        worst = Math.max(worst, finalDeviation(recorded.json(), model.layout(), parameters));
        worst = Math.max(worst, outputDeviation(recorded, data, parameters));
        assertThat(worst).as("worst relative deviation").isLessThanOrEqualTo(recorded.json().get("tolerance").asDouble());
    }

    private static double[] initial(ParameterLayout layout, JsonNode arrays) {
        double[] row = new double[layout.count()];
        Arrays.fill(row, Double.NaN);
        arrays.properties().forEach(entry -> {
            double[] values = ConformanceCase.numbers(entry.getValue());
            for (int i = 0; i < values.length; i++) {
                row[layout.slot(entry.getKey()).orElseThrow().position(i)] = values[i];
            }
        });
        assertThat(row).doesNotContain(Double.NaN);
        return row;
    }

    private static Map<String, double[]> batch(double[][][] data, int[] rows) {
        return Map.of("x", rows(data[0], rows), "y", rows(data[1], rows));
    }

    private static double[] rows(double[][] all, int[] rows) {
        return IntStream.of(rows).mapToObj(row -> all[row]).flatMapToDouble(Arrays::stream).toArray();
    }

    private static double[] penalised(JsonNode json, ParameterLayout layout, double[] parameters, double[] gradient) {
        double[] mask = layout.penaltyMask();
        double[] result = gradient.clone();
        for (int i = 0; i < result.length; i++) {
            double penalty = json.get("l1").asDouble() * Math.signum(parameters[i]) + json.get("l2").asDouble() * parameters[i];
            result[i] += mask[i] * penalty;
        }
        return result;
    }

    private static double finalDeviation(JsonNode json, ParameterLayout layout, double[] parameters) {
        double worst = 0;
        for (Map.Entry<String, JsonNode> entry : json.get("expect").get("final").properties()) {
            double[] values = ConformanceCase.numbers(entry.getValue());
            for (int i = 0; i < values.length; i++) {
                double got = parameters[layout.slot(entry.getKey()).orElseThrow().position(i)];
                worst = Math.max(worst, deviation(got, values[i]));
            }
        }
        return worst;
    }

    private static double outputDeviation(ConformanceCase recorded, double[][][] data, double[] parameters) {
        Prediction model = ModelBuilder.prediction(recorded.spec(), recorded.inputShape(), recorded.outputs(), 4, false);
        double[] got = new ReferenceInterpreter().evaluate(List.of(model.output()), 1,
                Map.of("x", rows(data[0], new int[] {0, 1, 2, 3})), parameters)[0][0];
        double[] expected = ConformanceCase.numbers(recorded.json().get("expect").get("output"));
        return IntStream.range(0, got.length).mapToDouble(i -> deviation(got[i], expected[i])).max().orElseThrow();
    }

    private static double deviation(double got, double expected) {
        return Math.abs(got - expected) / (1 + Math.abs(expected));
    }
}
