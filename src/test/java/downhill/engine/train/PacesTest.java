package downhill.engine.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.engine.Backend;
import downhill.engine.Precision;
import downhill.engine.graph.Graph;
import downhill.engine.graph.Node;
import downhill.engine.host.Host;
import downhill.engine.nd4j.Nd4jMachine;
import downhill.engine.plan.Machine;
import downhill.expr.UnaryOp;
import downhill.optim.Average;
import downhill.optim.Clipping;
import downhill.optim.Penalty;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.optim.Schedule;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Frozen arrays, paces and averages beside PyTorch's parameter groups and AveragedModel: src/test/resources/reference/paces.py. */
class PacesTest {
    private static final int ROWS = 8;
    private static final int STEPS = 40;
    private static final Map<String, int[]> ARRAYS = Map.of("w1", new int[] {0, 12}, "b1", new int[] {12, 16}, "w2", new int[] {16, 20},
            "b2", new int[] {20, 21});
    private static final JsonNode REFERENCE = reference();

    /** What a case does, in the words of the script. */
    private record Case(String name, String rule, double rate, Map<String, Double> paces, Clipping clipping, Average average,
                        Map<String, Double> others) {
        double[] row(String what) {
            return numbers(REFERENCE.at("/cases/" + name + "/" + what));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Case> cases() {
        Clipping none = new Clipping.None();
        Map<String, Double> decay = Map.of("weightDecay", 0.1);
        return Stream.of(new Case("sgd frozen", "sgd", 0.1, Map.of("w1", 0.0, "b1", 0.0), none, null, Map.of()),
                new Case("sgd clipped frozen", "sgd", 0.1, Map.of("w1", 0.0), new Clipping.ByNorm(0.05), null, Map.of()),
                new Case("adam slowed", "adam", 0.01, Map.of("w1", 0.1, "b1", 3.0), none, null, Map.of()),
                new Case("momentum slowed", "momentum", 0.05, Map.of("w2", 0.25), none, null, Map.of()),
                new Case("adamw frozen and slowed", "adamw", 0.01, Map.of("w1", 0.0, "b2", 0.5), none, null, decay),
                new Case("rmsprop clipped slowed", "rmsprop", 0.01, Map.of("w1", 0.3), new Clipping.ByNorm(0.1), null, Map.of()),
                new Case("adam ema", "adam", 0.01, Map.of(), none, new Average.Exponential(0.9), Map.of()),
                new Case("sgd swa", "sgd", 0.1, Map.of(), none, new Average.Stochastic(11, 1), Map.of()),
                new Case("momentum swa by 5", "momentum", 0.05, Map.of(), none, new Average.Stochastic(12, 5), Map.of()),
                new Case("adamw frozen ema", "adamw", 0.01, Map.of("b1", 0.0), none, new Average.Exponential(0.8), decay));
    }

    private static JsonNode reference() {
        try (InputStream in = PacesTest.class.getResourceAsStream("/reference/paces.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static double[] numbers(JsonNode array) {
        return IntStream.range(0, array.size()).mapToDouble(i -> array.get(i).asDouble()).toArray();
    }

    private static TrainingGraph network() {
        Graph graph = new Graph();
        Node x = graph.input("x", false, ROWS, 3);
        Node y = graph.input("y", false, ROWS, 1);
        Node hidden = x.matmul(graph.parameter("w1", 3, 4)).plus(graph.parameter("b1", 4)).apply(UnaryOp.TANH);
        Node output = hidden.matmul(graph.parameter("w2", 4, 1)).plus(graph.parameter("b2", 1));
        return new TrainingGraph(output.minus(y).apply(UnaryOp.SQUARE).mean(0, 1).reshape(), x, y, List.of());
    }

    private static RunSpec run(Case one) {
        Rule plain = RuleLibrary.builtIn().byId(one.rule()).orElseThrow();
        Rule rule = one.average() == null ? plain : one.average().of(plain);
        double[] values = rule.defaults();
        values[rule.learningRateIndex()] = one.rate();
        one.others().forEach((key, value) -> values[rule.indexOf(key)] = value);
        RunSpec run = new RunSpec(rule, values, Schedule.CONSTANT, Penalty.NONE, one.clipping(), 0, 0);
        return one.paces().isEmpty() ? run : run.withPaces(paces(one.paces()));
    }

    private static double[] paces(Map<String, Double> byArray) {
        double[] row = new double[21];
        Arrays.fill(row, 1);
        byArray.forEach((name, pace) -> Arrays.fill(row, ARRAYS.get(name)[0], ARRAYS.get(name)[1], pace));
        return row;
    }

    private static List<RunState> trained(Function<Precision, Machine> machines, Precision precision, int steps, List<RunSpec> runs) {
        TrainingData data = new TrainingData(ROWS, numbers(REFERENCE.get("x")), numbers(REFERENCE.get("y")), null);
        try (TrainingStack stack = new TrainingStack(network(), data, runs, machines.apply(precision), 1)) {
            stack.restore(runs.stream().map(any -> RunState.initial(numbers(REFERENCE.get("start")))).toList());
            stack.advance(steps, new StepLog(runs.size(), steps, 0));
            return IntStream.range(0, runs.size()).mapToObj(stack::save).toList();
        }
    }

    private static void follows(Function<Precision, Machine> machines, Precision precision, Case one, double tolerance) {
        RunState end = trained(machines, precision, STEPS, List.of(run(one))).get(0);
        assertThat(end.parameters()).containsExactly(one.row("row"), within(tolerance));
        if (one.average() != null) {
            assertThat(end.answer()).containsExactly(one.row("mean"), within(tolerance));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void trainsAsPyTorchDoes(Case one) {
        Backend.current();
        follows(Host::machine, Precision.DOUBLE, one, 1e-12);
        follows(Host::machine, Precision.FLOAT, one, 2e-5);
        follows(Nd4jMachine::new, Precision.DOUBLE, one, 1e-12);
        follows(Nd4jMachine::new, Precision.FLOAT, one, 2e-5);
    }

    /** Rules with a norm or sum over all parameters: where some are frozen, theirs is one without these. */
    private static boolean looksAtAll(Rule rule) {
        return rule.seesTensors() && !rule.cutsTensors();
    }

    /** What is not slowed has the very bits of the rule, and what is frozen those it started with, whatever rule it is. */
    @Test
    void theFirstStepIsTheRulesOwnWhereNothingIsSlowed() {
        double[] paces = paces(Map.of("w1", 0.0, "b1", 0.5));
        for (Rule rule : Stream.concat(RuleLibrary.builtIn().all().stream(), RuleLibrary.methods().stream()).toList()) {
            RunSpec plain = RunSpec.plain(rule, rule.defaults(), 0);
            List<RunState> after = trained(Host::machine, Precision.FLOAT, 1, List.of(plain, plain.withPaces(paces)));
            double[] slowed = after.get(1).parameters();
            assertThat(Arrays.copyOf(slowed, 12)).as(rule.id()).containsExactly(floats(REFERENCE.get("start"), 12));
            if (rule.isFormula() && !looksAtAll(rule)) {
                assertThat(Arrays.copyOfRange(slowed, 16, 21)).as(rule.id())
                        .containsExactly(Arrays.copyOfRange(after.get(0).parameters(), 16, 21));
            }
        }
    }

    private static double[] floats(JsonNode array, int count) {
        return IntStream.range(0, count).mapToDouble(i -> (float) array.get(i).asDouble()).toArray();
    }

    @Test
    void othersInTheStackChangeNothing() {
        List<RunSpec> runs = cases().map(PacesTest::run).toList();
        List<RunState> together = trained(Host::machine, Precision.FLOAT, STEPS, runs);
        for (int i = 0; i < runs.size(); i++) {
            RunState alone = trained(Host::machine, Precision.FLOAT, STEPS, List.of(runs.get(i))).get(0);
            assertThat(together.get(i).parameters()).containsExactly(alone.parameters());
        }
    }

    /** Nobody is trained otherwise for being watched. */
    @ParameterizedTest
    @MethodSource("cases")
    void anAverageHasNoEffectOnTheTraining(Case one) {
        if (one.average() != null) {
            Case unwatched = new Case(one.name(), one.rule(), one.rate(), one.paces(), one.clipping(), null, one.others());
            for (Precision precision : Precision.values()) {
                assertThat(trained(Host::machine, precision, STEPS, List.of(run(one))).get(0).parameters())
                        .containsExactly(trained(Host::machine, precision, STEPS, List.of(run(unwatched))).get(0).parameters());
            }
        }
    }
}
