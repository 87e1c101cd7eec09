package downhill.optim;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.expr.ModelQuestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Rules that look at whole arrays walk the path that a second writing of their papers walks: 200 steps of matrices, a vector and a kernel. */
class TensorReferenceTest {
    private static final String FILE = "/reference/tensor_rules.json";
    private static final int STEPS = 200;

    /** Rules with cases in this file. */
    static Set<String> covered() {
        Set<String> rules = new TreeSet<>();
        Json.list(Json.read(FILE).get("cases")).forEach(test -> rules.add(test.get("rule").asString()));
        return rules;
    }

    static Stream<Integer> cases() {
        return Stream.iterate(0, i -> i + 1).limit(Json.read(FILE).get("cases").size());
    }

    @Test
    void everyRuleThatLooksAtTensorsHasAReference() {
        assertThat(covered()).containsAll(RuleLibrary.builtIn().all().stream().filter(Rule::seesTensors).map(Rule::id).toList());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void thePathIsFollowed(int index) {
        JsonNode all = Json.read(FILE);
        JsonNode test = all.get("cases").get(index);
        Rule rule = RuleLibrary.builtIn().byId(test.get("rule").asString()).orElseThrow();
        double[] values = rule.defaults();
        test.get("values").properties().forEach(entry -> values[rule.indexOf(entry.getKey())] = entry.getValue().asDouble());
        Layout arrays = new Layout(all.get(test.path("onSquare").asBoolean() ? "square" : "shapes"), test.path("onSquare").asBoolean());
        boolean still = test.path("still").asBoolean();
        Walk walk = new Walk(rule, values, arrays.tensors, arrays.start());
        for (int step = 1; step <= STEPS; step++) {
            walk.step(arrays.gradient(walk.theta(), still ? 1 : step), arrays, still);
            JsonNode expected = test.get("path").get(Integer.toString(step));
            if (expected != null) {
                arrays.requireSame(rule.id() + " after step " + step, walk.theta(), expected);
            }
        }
    }

    /** A rule's steps by the literal reading. */
    private static final class Walk {
        private final Rule rule;
        private final List<RuleTensor> tensors;
        private final Map<String, Double> numbers = new HashMap<>();
        private final Map<String, double[]> rows = new HashMap<>();
        private double t;

        Walk(Rule rule, double[] values, List<RuleTensor> tensors, double[] start) {
            this.rule = rule;
            this.tensors = tensors;
            for (int i = 0; i < values.length; i++) {
                numbers.put(rule.hyperparameters().get(i).symbol(), values[i]);
            }
            rows.put(Rule.PARAMETERS, start);
            for (StateVariable state : rule.states()) {
                if (state.scalar()) {
                    numbers.put(state.symbol(), downhill.expr.Evaluator.evaluate(state.start(), numbers));
                } else if (!state.shaped()) {
                    rows.put(state.symbol(), java.util.Arrays.stream(start).map(theta -> {
                        Map<String, Double> known = new HashMap<>(numbers);
                        known.put(Rule.PARAMETERS, theta);
                        return downhill.expr.Evaluator.evaluate(state.start(), known);
                    }).toArray());
                }
            }
        }

        double[] theta() {
            return rows.get(Rule.PARAMETERS);
        }

        void step(double[] gradient, Layout arrays, boolean still) {
            numbers.put(Rule.STEP, ++t);
            rows.put(Rule.GRADIENT, gradient);
            Map<String, Double> all = new HashMap<>(Map.of(Rule.LOSS, still ? arrays.still(theta()) : arrays.loss(theta())));
            all.putAll(numbers);
            rows.put(Rule.NOISE, arrays.noise(t));
            TensorStep step = TensorStep.of(rule, tensors, all, rows, null, arrays.at(theta(), still ? 1 : (int) t, still));
            rows.replaceAll((name, before) -> step.row(name));
            rule.states().stream().filter(StateVariable::shaped).forEach(state -> rows.put(state.symbol(), step.row(state.symbol())));
            rule.states().stream().filter(StateVariable::scalar).forEach(state ->
                    numbers.put(state.symbol(), step.number(state.symbol())));
        }
    }

    /** The script's arrays, each turned as a parameter row has them: outputs change fastest. */
    private static final class Layout {
        private final List<RuleTensor> tensors = new ArrayList<>();
        private final Map<String, RuleTensor> byName = new LinkedHashMap<>();
        private final boolean square;
        private int size;

        Layout(JsonNode shapes, boolean square) {
            this.square = square;
            shapes.properties().forEach(entry -> {
                List<JsonNode> lengths = Json.list(entry.getValue());
                int outputs = lengths.get(0).asInt();
                int inputs = lengths.stream().skip(1).mapToInt(JsonNode::asInt).reduce(1, (a, b) -> a * b);
                RuleTensor tensor = new RuleTensor(size, outputs, inputs, lengths.size() > 1);
                byName.put(entry.getKey(), tensor);
                tensors.add(tensor);
                size += tensor.size();
            });
        }

        double loss(double[] theta) {
            return 0.3 + java.util.Arrays.stream(theta).map(x -> x * x).sum() * 0.05;
        }

        /** That of which {@link #gradient} of t = 1 is the gradient. */
        double still(double[] theta) {
            double loss = 0;
            for (RuleTensor tensor : tensors) {
                double sum = 0;
                for (int i = 0; i < tensor.size(); i++) {
                    int number = tensor.offset() + i;
                    double p = theta[place(tensor, i)];
                    double away = p - Math.cos(0.9 * number);
                    loss += (0.2 + number % 7 / 5.0) / 2 * away * away - 0.2 / 3 * Math.cos(3 * p + 1);
                    sum += p;
                }
                loss += 0.025 * sum * sum / tensor.size();
            }
            return loss;
        }

        double[] noise(double t) {
            double[] row = new double[size];
            for (RuleTensor tensor : tensors) {
                for (int i = 0; i < tensor.size(); i++) {
                    row[place(tensor, i)] = 1.5 * Math.sin(12.9898 * (tensor.offset() + i + 1) * t);
                }
            }
            return row;
        }

        TensorStep.Evaluations at(double[] theta, int t, boolean still) {
            return new TensorStep.Evaluations() {
                @Override
                public double[] gradient(double[] point) {
                    return Layout.this.gradient(point, t);
                }

                @Override
                public double[] times(ModelQuestion matrix, double[] vector) {
                    return product(theta, t, vector, matrix == ModelQuestion.HVP ? 0.6 : 0);
                }

                @Override
                public double loss(double[] point) {
                    return still ? Layout.this.still(point) : Layout.this.loss(point);
                }
            };
        }

        /** The derivative of the gradients in the direction of a vector; with {@code waves} of 0 without that of sin(3·p). */
        private double[] product(double[] theta, int t, double[] vector, double waves) {
            double[] row = new double[size];
            for (RuleTensor tensor : tensors) {
                double mean = 0;
                for (int i = 0; i < tensor.size(); i++) {
                    mean += vector[tensor.offset() + i] / tensor.size();
                }
                for (int i = 0; i < tensor.size(); i++) {
                    int at = place(tensor, i);
                    double own = 0.2 + (tensor.offset() + i) % 7 / 5.0 + waves * Math.cos(3 * theta[at] + t);
                    row[at] = own * vector[at] + 0.05 * mean;
                }
            }
            return row;
        }

        /** Where element {@code i} of an array in the script's order lies in the row. */
        private static int place(RuleTensor tensor, int i) {
            return tensor.offset() + i % tensor.inputs() * tensor.outputs() + i / tensor.inputs();
        }

        double[] start() {
            double[] row = new double[size];
            for (RuleTensor tensor : tensors) {
                for (int i = 0; i < tensor.size(); i++) {
                    row[place(tensor, i)] = Math.sin(1.3 * (tensor.offset() + i) + 0.2);
                }
            }
            return row;
        }

        double[] gradient(double[] theta, int t) {
            double[] row = new double[size];
            for (RuleTensor tensor : tensors) {
                double mean = 0;
                for (int i = 0; i < tensor.size(); i++) {
                    mean += theta[tensor.offset() + i] / tensor.size();
                }
                for (int i = 0; i < tensor.size(); i++) {
                    int number = tensor.offset() + i;
                    double p = theta[place(tensor, i)];
                    row[place(tensor, i)] = (0.2 + number % 7 / 5.0) * (p - Math.cos(0.9 * number)) + 0.2 * Math.sin(3 * p + t) + 0.05 * mean
                            + (square ? 0.5 * Math.sin((1.7 + 0.37 * number) * t + 0.11 * number * number) : 0);
                }
            }
            return row;
        }

        void requireSame(String what, double[] theta, JsonNode expected) {
            byName.forEach((name, tensor) -> {
                double[] values = Json.numbers(expected.get(name));
                for (int i = 0; i < values.length; i++) {
                    assertThat(theta[place(tensor, i)]).as(what + ", " + name + "[" + i + "]")
                            .isCloseTo(values[i], org.assertj.core.api.Assertions.within(1e-9 * (1 + Math.abs(values[i]))));
                }
            });
        }
    }
}
