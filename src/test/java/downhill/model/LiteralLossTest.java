package downhill.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.engine.graph.ReferenceInterpreter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each loss says of a model's outputs, number by number from its formula, and what an output may depend on. */
class LiteralLossTest {
    private static final int ROWS = 4;

    static Stream<ModelCases.Case> cases() {
        return ModelCases.all();
    }

    private static ModelGraph graph(ModelCases.Case checked, int rows) {
        return ModelBuilder.evaluation(checked.spec(), checked.shape(), checked.outputs(), rows, false, checked.weighting());
    }

    /** Inputs of so many rows, drawn. */
    private static Map<String, double[]> drawn(ModelCases.Case checked, Random random) {
        Map<String, double[]> inputs = new HashMap<>();
        inputs.put("x", random.doubles((long) ROWS * checked.shape().size(), -1.5, 1.5).toArray());
        inputs.put("y", checked.targets(random, ROWS));
        if (checked.weighting().rows()) {
            inputs.put("weights", random.doubles(ROWS, 0.1, 3).toArray());
        }
        return inputs;
    }

    private static double[] parameters(ModelGraph graph, Random random) {
        return random.doubles(graph.layout().count(), -0.8, 0.8).toArray();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theLossIsThatOfItsFormula(ModelCases.Case checked) {
        Random random = new Random(5);
        ModelGraph graph = graph(checked, ROWS);
        Map<String, double[]> inputs = drawn(checked, random);
        double[][][] values = new ReferenceInterpreter().evaluate(List.of(graph.output(), graph.loss()), 1, inputs,
                parameters(graph, random));
        double sum = 0;
        double weights = 0;
        for (int row = 0; row < ROWS; row++) {
            int from = row * checked.outputs();
            double weight = inputs.containsKey("weights") ? inputs.get("weights")[row] : 1;
            sum += weight * row(checked, Arrays.copyOfRange(values[0][0], from, from + checked.outputs()),
                    Arrays.copyOfRange(inputs.get("y"), from, from + checked.outputs()));
            weights += weight;
        }
        assertThat(values[1][0][0]).isCloseTo(sum / weights, within(1e-12 * (1 + Math.abs(sum / weights))));
    }

    private static double row(ModelCases.Case checked, double[] output, double[] target) {
        if (checked.spec().loss() == Loss.CROSS_ENTROPY) {
            return surprise(checked, output, target);
        }
        return IntStream.range(0, output.length).mapToDouble(i -> each(checked, output[i], target[i])).average().orElseThrow();
    }

    private static double each(ModelCases.Case checked, double output, double target) {
        double off = Math.abs(output - target);
        double delta = checked.spec().settledOptions().huberDelta();
        return switch (checked.spec().loss()) {
            case MSE -> off * off;
            case MAE -> off;
            case HUBER -> off <= delta ? off * off / 2 : delta * (off - delta / 2);
            default -> surprise(checked, new double[] {0, output}, new double[] {1 - target, target});
        };
    }

    /** Σ_c w_c · s_c · (−log p_c) / w_y with p the softmax of the logits and s the smoothed target; of plain classes w is 1. */
    private static double surprise(ModelCases.Case checked, double[] logits, double[] target) {
        double smoothing = checked.spec().settledOptions().labelSmoothing();
        double total = Arrays.stream(logits).map(Math::exp).sum();
        double sum = 0;
        double own = 0;
        for (int c = 0; c < logits.length; c++) {
            double weight = checked.weighting().byClass().isEmpty() ? 1 : checked.weighting().byClass().get(c);
            double smoothed = (1 - smoothing) * target[c] + smoothing / logits.length;
            sum -= weight * smoothed * Math.log(Math.exp(logits[c]) / total);
            own += weight * target[c];
        }
        return sum / own;
    }

    /** A row is answered from its own numbers alone: the same in any company, and in any place. */
    @ParameterizedTest
    @MethodSource("cases")
    void whatIsAnsweredDependsOnTheRowAlone(ModelCases.Case checked) {
        Random random = new Random(6);
        ModelGraph together = graph(checked, ROWS);
        ModelGraph alone = graph(checked, 1);
        assertThat(alone.layout().count()).isEqualTo(together.layout().count());
        Map<String, double[]> inputs = drawn(checked, random);
        double[] parameters = parameters(together, random);
        double[] answers = new ReferenceInterpreter().evaluate(List.of(together.output()), 1, inputs, parameters)[0][0];
        int size = checked.shape().size();
        for (int row = 0; row < ROWS; row++) {
            Map<String, double[]> one = Map.of("x", Arrays.copyOfRange(inputs.get("x"), row * size, (row + 1) * size));
            double[] answer = new ReferenceInterpreter().evaluate(List.of(alone.output()), 1, one, parameters)[0][0];
            assertThat(answer).as("row %d", row).containsExactly(Arrays.copyOfRange(answers, row * checked.outputs(),
                    (row + 1) * checked.outputs()), within(1e-13));
        }
    }

    /** All exponents of so many features whose sum is at most the degree, by counting through all there are. */
    private static List<List<Integer>> counted(int features, int degree) {
        List<List<Integer>> all = new ArrayList<>();
        int most = (int) Math.pow(degree + 1, features);
        for (int number = 1; number < most; number++) {
            List<Integer> powers = new ArrayList<>();
            for (int i = 0, rest = number; i < features; i++, rest /= degree + 1) {
                powers.add(rest % (degree + 1));
            }
            if (powers.stream().mapToInt(power -> power).sum() <= degree) {
                all.add(powers);
            }
        }
        return all;
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 9", "2, 4", "3, 3", "5, 2", "6, 1", "4, 5", "7, 3"})
    void aPolynomialHasEachMonomialOnceAndInOrder(int features, int degree) {
        Monomials monomials = Monomials.of(features, degree);
        List<List<Integer>> found = monomials.exponents().stream().map(powers -> Arrays.stream(powers).boxed().toList()).toList();
        List<List<Integer>> wanted = counted(features, degree);
        assertThat(found).containsExactlyInAnyOrderElementsOf(wanted).hasSize((int) Monomials.terms(features, degree));
        assertThat(found.stream().map(powers -> powers.stream().mapToInt(power -> power).sum())).isSorted();
        assertThat(new TreeSet<>(monomials.names())).as("no name twice").hasSize(wanted.size());
    }

    /** Each term is its product of powers, divided by its root mean square over standard normal features: E x²ᵃ = (2a − 1)!!. */
    @ParameterizedTest
    @CsvSource({"1, 6", "2, 3", "3, 4", "40, 3"})
    void aTermIsItsProductOfOneSize(int features, int degree) {
        double[] x = new Random(7).doubles(features, -2, 2).toArray();
        Monomials monomials = Monomials.of(features, degree);
        int terms = monomials.exponents().size();
        ModelSpec spec = new ModelSpec(new Architecture.Polynomial(degree), Loss.MSE);
        Prediction model = ModelBuilder.prediction(spec, InputShape.of(features), 1, 1, false);
        assertThat(model.layout().count()).isEqualTo(terms + 1);
        for (int term = 0; term < terms; term++) {
            double[] parameters = new double[terms + 1];
            parameters[model.layout().slot("dense1.weight").orElseThrow().position(term)] = 1;
            double wanted = 1;
            for (int i = 0; i < features; i++) {
                int power = monomials.exponents().get(term)[i];
                double moment = IntStream.rangeClosed(1, power).mapToDouble(k -> 2 * k - 1).reduce(1, (a, b) -> a * b);
                wanted *= Math.pow(x[i], power) / Math.sqrt(moment);
            }
            double got = new ReferenceInterpreter().evaluate(List.of(model.output()), 1, Map.of("x", x), parameters)[0][0][0];
            assertThat(got).as(monomials.names().get(term)).isCloseTo(wanted, within(1e-12 * (1 + Math.abs(wanted))));
        }
    }
}
