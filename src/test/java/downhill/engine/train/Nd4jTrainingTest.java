package downhill.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.CounterRandom;
import downhill.engine.Backend;
import downhill.engine.Precision;
import downhill.engine.graph.Graph;
import downhill.engine.graph.Node;
import downhill.engine.host.Host;
import downhill.engine.nd4j.Nd4jMachine;
import downhill.engine.plan.Machine;
import downhill.expr.UnaryOp;
import downhill.optim.Clipping;
import downhill.optim.Penalty;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.optim.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A whole training on ND4J's operations beside the same training on the host machine. */
class Nd4jTrainingTest {
    private static final Rule LBFGS = RuleLibrary.builtIn().byId("lbfgs").orElseThrow();
    private static final int ROWS = 20;
    private static final int[] WATCHED = {3, 0};
    /** Steps that are compared. */
    private static final int ALL = 67;

    private record Trained(StepLog log, List<double[]> parameters, List<RunState> middle) {
    }

    private static TrainingGraph network() {
        Graph graph = new Graph();
        Node x = graph.input("x", true, 5, 3);
        Node y = graph.input("y", true, 5, 1);
        Node mask = graph.input("mask", true, 5, 4);
        Node hidden = x.matmul(graph.parameter("w1", 3, 4)).plus(graph.parameter("b1", 4)).apply(UnaryOp.TANH).times(mask);
        Node output = hidden.matmul(graph.parameter("w2", 4, 1)).plus(graph.parameter("b2", 1));
        Node loss = output.minus(y).apply(UnaryOp.SQUARE).mean(0, 1).reshape();
        return new TrainingGraph(loss, x, y, List.of(new TrainingGraph.Mask(mask, 0.2)));
    }

    private static double[] gaussian(int purpose, int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = CounterRandom.gaussian(3, purpose, i);
        }
        return values;
    }

    /** Every rule, and one run with everything that is done to a gradient before a rule sees it. */
    private static List<RunSpec> runs() {
        List<RunSpec> runs = new ArrayList<>();
        // SOAP divides what rounding left along an eigenvector by its own size: TensorRulesTest compares each of its steps by itself.
        Stream.concat(RuleLibrary.builtIn().all().stream().filter(rule -> !rule.id().equals("soap")), RuleLibrary.methods().stream())
                .forEach(rule -> runs.add(RunSpec.plain(rule, rule.defaults(), runs.size())));
        Rule rule = runs.get(0).rule();
        runs.add(new RunSpec(rule, rule.defaults(), Schedule.CONSTANT, new Penalty(0.01, 0.1), new Clipping.ByNorm(0.05), 0.02, 7));
        runs.add(new RunSpec(rule, rule.defaults(), Schedule.CONSTANT, Penalty.NONE, new Clipping.ByValue(0.01), 0, 7));
        return runs;
    }

    private static Trained train(Function<Precision, Machine> machines, int[] pieces) {
        List<RunSpec> runs = runs();
        TrainingData data = new TrainingData(ROWS, gaussian(1001, ROWS * 3), gaussian(1002, ROWS), null);
        try (TrainingStack stack = new TrainingStack(network(), data, runs, machines.apply(Precision.DOUBLE), 1)) {
            List<RunState> start = new ArrayList<>();
            runs.forEach(run -> start.add(RunState.initial(gaussian(1003, stack.parameterCount()))));
            stack.restore(start);
            stack.watch(WATCHED);
            StepLog log = new StepLog(runs.size(), 100, WATCHED.length);
            List<RunState> middle = new ArrayList<>();
            for (int piece : pieces) {
                middle.clear();
                for (int run = 0; run < runs.size(); run++) {
                    middle.add(stack.save(run));
                }
                stack.advance(piece, log);
            }
            List<double[]> parameters = new ArrayList<>();
            for (int run = 0; run < runs.size(); run++) {
                double[] row = new double[stack.parameterCount()];
                stack.parameters(run, row);
                parameters.add(row);
            }
            return new Trained(log, parameters, middle);
        }
    }

    private static void same(String where, double[] got, double[] expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(Math.abs(got[i] - expected[i])).as("%s, element %d: %s, host %s", where, i, got[i], expected[i])
                    .isLessThanOrEqualTo(1e-9 * (1 + Math.abs(expected[i])));
        }
    }

    /**
     * How many steps are compared. Differences of gradients that hardly differ, a rate that jumps about as its estimate grows, what is left
     * of a residual below a line: rounding grows from step to step, so only the first are compared. ({@link TensorRulesTest} compares each
     * step of rules that are lines by itself.)
     */
    private static int comparable(RunSpec run) {
        return Map.of(LBFGS.id(), 20, "d-adapt-adam", 20, "newton-cg", 5, "lbfgs-lines", 20).getOrDefault(run.rule().id(), ALL);
    }

    /** More steps in one call than the device's log has rows, so that it is fetched in between and at the end. */
    @Test
    void everyRuleTrainsAsOnTheHost() {
        Backend.current();
        Trained host = train(Host::machine, new int[] {3, ALL});
        Trained operations = train(Nd4jMachine::new, new int[] {3, ALL});
        for (int run = 0; run < host.parameters.size(); run++) {
            String where = runs().get(run).rule().id() + ", run " + run;
            int steps = comparable(runs().get(run));
            if (steps == ALL) {
                same(where, operations.parameters.get(run), host.parameters.get(run));
            }
            same(where + " saved", operations.middle.get(run).parameters(), host.middle.get(run).parameters());
            for (int i = 0; i < steps; i++) {
                same(where + " step " + i, logged(operations.log, run, i), logged(host.log, run, i));
            }
        }
    }

    private static double[] logged(StepLog log, int run, int i) {
        return new double[] {log.loss(run, i), log.value(run, i, 0), log.value(run, i, 1),
            Double.isNaN(log.rate(run, i)) ? -1 : log.rate(run, i)};
    }
}
