package downhill.compress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.predict.Predictor;
import downhill.data.RowValues;
import downhill.engine.Precision;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.InputShape;
import downhill.model.ModelCases;
import downhill.model.Quantisation;
import downhill.model.RealWeights;
import downhill.model.TrainedModel;
import downhill.race.document.StartPoint;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole numbers against those of numpy: {@code reference/quantise.py}. */
class QuantiserTest {
    private static JsonNode reference() throws IOException {
        try (InputStream in = QuantiserTest.class.getResourceAsStream("/reference/quantise.json")) {
            return JsonMapper.builder().build().readTree(in);
        }
    }

    static double[] numbers(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).mapToDouble(JsonNode::doubleValue).toArray();
    }

    /** The network of the reference. */
    static TrainedModel network() throws IOException {
        JsonNode known = reference();
        TrainedModel drawn = SmallNetwork.of(new Architecture.Mlp(List.of(4), Activation.TANH), 5, 0, 3, 1);
        double[] row = Stream.of("weights1", "biases1", "weights2", "biases2").flatMapToDouble(name -> Arrays.stream(numbers(
                known.get(name)))).toArray();
        return drawn.with("known", drawn.model(), row);
    }

    static double[] answers(TrainedModel model, double... inputs) {
        try (Predictor predictor = new Predictor(model.model(), InputShape.of(model.preprocessing().inputShape()), model.outputs(),
                Precision.DOUBLE)) {
            return predictor.outputs(model.parameters(), inputs);
        }
    }

    @Test
    void stepsWholeNumbersAndAnswersAreThoseOfTheReference() throws IOException {
        double[] inputs = numbers(reference().get("inputs"));
        RowValues rows = RowValues.of(inputs, network().preprocessing().inputShape()[0]);
        for (JsonNode of : reference().get("cases")) {
            double[] grids = numbers(of.get("grids"));
            Map<String, Quantisation.Grid> found = grids.length == 0 ? Map.of() : InputRanges.of(network(), rows);
            if (grids.length > 0) {
                assertThat(found).containsEntry("dense1", new Quantisation.Grid(grids[0], (int) grids[1]));
                assertThat(found.get("dense2").step()).isCloseTo(grids[2], within(1e-9));
                assertThat(found.get("dense2").zero()).isEqualTo((int) grids[3]);
            }
            TrainedModel whole = Quantiser.quantised(network(), "q", of.get("bits").intValue(), found);
            double[] row = whole.parameters();
            assertThat(Arrays.copyOfRange(row, 0, 20)).containsExactly(numbers(of.get("whole1")));
            assertThat(Arrays.copyOfRange(row, 20, 24)).containsExactly(numbers(of.get("steps1")));
            assertThat(Arrays.copyOfRange(row, 28, 40)).containsExactly(numbers(of.get("whole2")));
            assertThat(Arrays.copyOfRange(row, 40, 43)).containsExactly(numbers(of.get("steps2")));
            assertThat(answers(whole, inputs)).containsExactly(numbers(of.get("answers")), within(1e-12));
        }
    }

    @Test
    void theSmallestWeightsAreThoseOfTheReference() throws IOException {
        for (JsonNode of : reference().get("pruned")) {
            double[] kept = WeightPruning.smallest(network(), of.get("share").doubleValue(), of.get("layers").booleanValue());
            assertThat(Arrays.copyOfRange(kept, 0, 20)).as("%s", of.get("share")).containsExactly(numbers(of.get("kept1")));
            assertThat(Arrays.copyOfRange(kept, 20, 24)).containsOnly(1);
            assertThat(Arrays.copyOfRange(kept, 24, 36)).containsExactly(numbers(of.get("kept2")));
        }
    }

    /** Of every family: a network whose weights are whole numbers times steps already is not changed by 8 bits. */
    @Test
    void whatIsWholeAlreadyAnswersTheSame() {
        ModelCases.all().filter(each -> !each.weighting().rows() && each.outputs() == 3).forEach(each -> {
            TrainedModel drawn = model(each);
            TrainedModel once = Quantiser.quantised(drawn, "once", 8, Map.of());
            double[] inputs = new java.util.Random(4).doubles(3L * each.shape().size(), -1, 1).toArray();
            double[] real = answers(drawn, inputs);
            double[] whole = answers(once, inputs);
            double range = Arrays.stream(real).map(Math::abs).max().orElseThrow();
            assertThat(whole).as(each.name()).containsExactly(real, within(0.05 * Math.max(1, range)));
            assertThat(once.parameters().length).as(each.name()).isGreaterThan(drawn.parameters().length);
        });
    }

    /** Real numbers that whole ones stand for say the same, of every family and in every way of holding them. */
    @Test
    void wholeNumbersAreGivenBackAsRealOnes() {
        ModelCases.all().filter(each -> !each.weighting().rows() && each.outputs() == 3).forEach(each -> {
            double[] inputs = new java.util.Random(4).doubles(3L * each.shape().size(), -1, 1).toArray();
            for (int bits : new int[] {8, 4, 1}) {
                TrainedModel whole = Quantiser.quantised(model(each), "whole", bits, Map.of());
                TrainedModel real = RealWeights.of(whole);
                assertThat(real.model()).isEqualTo(each.spec());
                assertThat(answers(real, inputs)).as(each.name()).containsExactly(answers(whole, inputs), within(1e-12));
                assertThat(StartPoint.of(whole, "", false).row()).containsExactly(real.parameters());
            }
        });
    }

    private static TrainedModel model(ModelCases.Case of) {
        double[] row = downhill.model.InitialValues.row(of.spec(), of.shape(), of.outputs(), 3);
        List<Integer> shape = of.shape().lengths();
        downhill.data.SequenceSpec windows = shape.size() == 2
                ? new downhill.data.SequenceSpec(shape.get(0), 1, 1, downhill.data.Level.WINDOW) : null;
        downhill.data.ImageSpec image = shape.size() == 3 ? new downhill.data.ImageSpec(shape.get(0), shape.get(1), shape.get(2)) : null;
        var flat = SmallNetwork.steps(shape.size() == 2 ? shape.get(1) : of.shape().size(), 0, of.outputs());
        var steps = new downhill.data.prepare.Preprocessing(flat.features(), flat.target(), flat.task(), image, windows, null);
        return new TrainedModel(of.name(), of.spec(), steps, of.outputs(), row, SmallNetwork.origin(3));
    }
}
