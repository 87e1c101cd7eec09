package downhill.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.engine.Precision;
import downhill.engine.graph.ParameterLayout;
import downhill.engine.graph.ParameterSlot;
import downhill.engine.train.OpenClHere;
import downhill.engine.train.RunSpec;
import downhill.engine.train.RunState;
import downhill.engine.train.StepLog;
import downhill.engine.train.TrainingData;
import downhill.engine.train.TrainingGraph;
import downhill.engine.train.TrainingStack;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rules that look at whole arrays train a small convolutional network as the second writing of their papers does with the gradients of
 * PyTorch ({@code reference/cnn_rules.py}): 200 steps in float64. Kernels of four axes are matrices of one row for each filter.
 */
class CnnRulesTest {
    private static final int STEPS = 200;
    private static final double EXACT = 1e-9;
    /** Decompositions in each step make more of what rounding leaves. */
    private static final Map<String, Double> DECOMPOSED = Map.of("soap", 1e-7, "dion", 1e-7);

    private static JsonNode reference() throws IOException {
        try (InputStream in = CnnRulesTest.class.getResourceAsStream("/reference/cnn_rules.json")) {
            return JsonMapper.builder().build().readTree(in);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"two", "square"})
    void everyRuleTakesTheSameWay(String name) throws IOException {
        compare(name, (graph, run) -> true, (graph, data, runs) -> new TrainingStack(graph, data, runs, Precision.DOUBLE, 1));
    }

    /** The other network's only rule needs the host. */
    @Tag("soak")
    @Test
    void soTheyDoOnADevice() throws IOException {
        compare("two", OpenClHere::follows, OpenClHere::stack);
    }

    /** What computes runs. */
    private interface Stacks {
        TrainingStack of(TrainingGraph graph, TrainingData data, List<RunSpec> runs);
    }

    private static void compare(String name, BiPredicate<TrainingGraph, RunSpec> follows, Stacks stacks) throws IOException {
        JsonNode all = reference();
        JsonNode net = all.get("nets").get(name);
        List<JsonNode> cases = new ArrayList<>();
        all.get("cases").forEach(one -> {
            if (one.get("net").asString().equals(name)) {
                cases.add(one);
            }
        });
        List<Convolution> convolutions = new ArrayList<>();
        net.get("convolutions").forEach(one -> convolutions.add(new Convolution(one.get(0).asInt(), one.get(1).asInt())));
        boolean classes = net.get("loss").asString().equals("cross-entropy");
        int outputs = net.get("outputs").asInt();
        int rows = all.get("rows").asInt();
        ModelSpec spec = new ModelSpec(new Architecture.Cnn(convolutions, net.get("pool").asInt(), List.of()),
                classes ? Loss.CROSS_ENTROPY : Loss.MSE);
        InputShape shape = InputShape.of(IntStream.range(0, 3).map(i -> net.get("input").get(i).asInt()).toArray());
        ModelGraph graph = ModelBuilder.build(spec, shape, outputs, rows, false);
        double[] start = start(graph.layout());
        cases.removeIf(one -> !follows.test(graph.training(), run(one)));
        assertThat(cases).isNotEmpty();
        List<RunSpec> runs = cases.stream().map(CnnRulesTest::run).toList();
        try (TrainingStack stack = stacks.of(graph.training(), data(rows, shape.size(), outputs, classes), runs)) {
            stack.restore(runs.stream().map(run -> RunState.initial(start)).toList());
            StepLog log = new StepLog(runs.size(), STEPS, 0);
            long done = 0;
            for (int until : new int[] {1, 10, STEPS}) {
                stack.advance((int) (until - done), log);
                done = until;
                for (int run = 0; run < cases.size(); run++) {
                    requireSame(graph.layout(), stack.save(run).parameters(), cases.get(run), until);
                }
            }
        }
    }

    private static RunSpec run(JsonNode one) {
        Rule rule = RuleLibrary.builtIn().byId(one.get("rule").asString()).orElseThrow();
        double[] values = rule.defaults();
        one.get("values").properties().forEach(entry -> values[rule.indexOf(entry.getKey())] = entry.getValue().asDouble());
        return RunSpec.plain(rule, values, 1);
    }

    private static double[] start(ParameterLayout layout) {
        double[] row = new double[layout.count()];
        int n = 0;
        for (ParameterSlot slot : layout.slots()) {
            int[] sides = slot.shape();
            for (int i = 0; i < slot.size(); i++) {
                // the script has a dense layer's outputs first
                int at = sides.length == 2 ? i % sides[1] * sides[0] + i / sides[1] : i;
                row[slot.position(i)] = 0.5 * Math.sin(1.3 * (n + at) + 0.2);
            }
            n += slot.size();
        }
        return row;
    }

    private static TrainingData data(int rows, int size, int outputs, boolean classes) {
        double[] x = IntStream.range(0, rows * size).mapToDouble(i -> 1.5 * Math.sin((double) i * i * 0.37 + 0.5)).toArray();
        double[] y = IntStream.range(0, rows * outputs).mapToDouble(i -> classes ? oneHot(i, outputs) : Math.cos(1.1 * i * i)).toArray();
        return new TrainingData(rows, x, y, null);
    }

    private static double oneHot(int i, int outputs) {
        return i % outputs == i / outputs % outputs ? 1 : 0;
    }

    private static void requireSame(ParameterLayout layout, double[] row, JsonNode expected, int step) {
        String rule = expected.get("rule").asString();
        double off = DECOMPOSED.getOrDefault(rule, EXACT);
        expected.get("path").get(Integer.toString(step)).properties().forEach(entry -> {
            double[] values = ConformanceCase.numbers(entry.getValue());
            ParameterSlot slot = layout.slot(entry.getKey()).orElseThrow();
            for (int i = 0; i < values.length; i++) {
                assertThat(row[slot.position(i)]).as(rule + " after " + step + ", " + entry.getKey() + "[" + i + "]")
                        .isCloseTo(values[i], within(off * (1 + Math.abs(values[i]))));
            }
        });
    }
}
