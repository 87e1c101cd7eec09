package downhill.engine.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.data.CounterRandom;
import downhill.engine.Precision;
import downhill.engine.graph.Graph;
import downhill.engine.graph.Node;
import downhill.expr.UnaryOp;
import downhill.optim.Clipping;
import downhill.optim.Penalty;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.optim.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingStackTest {
    private static final int ROWS = 24;
    private static final List<Rule> RULES = Stream.concat(RuleLibrary.builtIn().all().stream(), RuleLibrary.methods().stream())
            .toList();

    /** A 3-4-1 network with tanh. */
    private static TrainingGraph network(int batch, boolean perRun, double dropout) {
        Graph graph = new Graph();
        Node x = graph.input("x", perRun, batch, 3);
        Node y = graph.input("y", perRun, batch, 1);
        Node mask = graph.input("mask", perRun, batch, 4);
        Node hidden = x.matmul(graph.parameter("dense1.weight", 3, 4)).plus(graph.parameter("dense1.bias", 4))
                .apply(UnaryOp.TANH);
        Node kept = dropout > 0 ? hidden.times(mask) : hidden;
        Node output = kept.matmul(graph.parameter("dense2.weight", 4, 1)).plus(graph.parameter("dense2.bias", 1));
        Node loss = output.minus(y).apply(UnaryOp.SQUARE).mean(0, 1).reshape();
        List<TrainingGraph.Mask> masks = dropout > 0 ? List.of(new TrainingGraph.Mask(mask, dropout)) : List.of();
        return new TrainingGraph(loss, x, y, masks);
    }

    private static TrainingData data() {
        return new TrainingData(ROWS, gaussian(100, ROWS * 3), gaussian(200, ROWS), null);
    }

    private static double[] gaussian(long purpose, int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = CounterRandom.gaussian(11, 1000 + purpose, i);
        }
        return values;
    }

    private static List<RunSpec> everyRule() {
        return RULES.stream().map(rule -> RunSpec.plain(rule, rule.defaults(), 5)).toList();
    }

    private static TrainingStack stack(List<RunSpec> runs, int batch, boolean perRun, Precision precision, int threads) {
        TrainingStack stack = new TrainingStack(network(batch, perRun, 0), data(), runs, precision, threads);
        List<RunState> start = new ArrayList<>();
        runs.forEach(run -> start.add(RunState.initial(gaussian(300, stack.parameterCount()))));
        stack.restore(start);
        return stack;
    }

    private static double[] parameters(TrainingStack stack, int run) {
        double[] row = new double[stack.parameterCount()];
        stack.parameters(run, row);
        return row;
    }

    /** Wide enough that products are cut and kernels dealt out. */
    @Test
    void oneRunHasTheSameBitsHoweverManyThreadsHelp() {
        double[] alone = wide(1);
        assertThat(wide(2)).isEqualTo(alone);
        assertThat(wide(3)).isEqualTo(alone);
    }

    private static double[] wide(int threads) {
        int batch = 128;
        Graph graph = new Graph();
        Node x = graph.input("x", false, batch, 40);
        Node y = graph.input("y", false, batch, 1);
        Node first = x.matmul(graph.parameter("dense1.weight", 40, 600)).plus(graph.parameter("dense1.bias", 600)).apply(UnaryOp.TANH);
        Node second = first.matmul(graph.parameter("dense2.weight", 600, 64)).plus(graph.parameter("dense2.bias", 64)).apply(UnaryOp.TANH);
        Node loss = second.matmul(graph.parameter("dense3.weight", 64, 1)).minus(y).apply(UnaryOp.SQUARE).mean(0, 1).reshape();
        TrainingData data = new TrainingData(200, gaussian(100, 200 * 40), gaussian(200, 200), null);
        Rule adam = RuleLibrary.builtIn().byId("adam").orElseThrow();
        try (TrainingStack stack = new TrainingStack(new TrainingGraph(loss, x, y, List.of()), data,
                List.of(RunSpec.plain(adam, adam.defaults(), 5)), Precision.FLOAT, threads)) {
            stack.restore(List.of(RunState.initial(gaussian(300, stack.parameterCount()))));
            stack.advance(5, new StepLog(1, 5, 0));
            return parameters(stack, 0);
        }
    }

    @Test
    void everyRuleLowersTheLossOfASmallNetwork() {
        try (TrainingStack stack = stack(everyRule(), ROWS, false, Precision.DOUBLE, 1)) {
            StepLog log = new StepLog(stack.runs(), 300, 0);
            stack.advance(300, log);
            for (int run = 0; run < stack.runs(); run++) {
                assertThat(log.loss(run, 299)).as(RULES.get(run).id()).isLessThan(log.loss(run, 0));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void whatARunDoesDependsNeitherOnThreadsNorOnTheOtherRuns(int threads) {
        List<RunSpec> all = everyRule();
        try (TrainingStack together = stack(all, 6, false, Precision.FLOAT, threads)) {
            together.advance(60, new StepLog(all.size(), 60, 0));
            for (int run = 0; run < all.size(); run += 4) {
                try (TrainingStack alone = stack(List.of(all.get(run)), 6, false, Precision.FLOAT, 1)) {
                    alone.advance(60, new StepLog(1, 60, 0));
                    assertThat(parameters(alone, 0)).as(RULES.get(run).id()).isEqualTo(parameters(together, run));
                }
            }
        }
    }

    @Test
    void aRunRestoredFromAnyMomentGoesOnBitForBit() {
        List<RunSpec> runs = everyRule();
        try (TrainingStack stack = stack(runs, 5, false, Precision.FLOAT, 1);
             TrainingStack again = stack(runs, 5, false, Precision.FLOAT, 2)) {
            StepLog log = new StepLog(runs.size(), 50, 0);
            stack.advance(37, log);
            List<RunState> middle = new ArrayList<>();
            for (int run = 0; run < runs.size(); run++) {
                middle.add(stack.save(run));
            }
            stack.advance(50, log);
            again.restore(middle);
            assertThat(again.step()).isEqualTo(37);
            again.advance(20, log);
            again.advance(30, log);
            for (int run = 0; run < runs.size(); run++) {
                assertThat(parameters(again, run)).as(RULES.get(run).id()).isEqualTo(parameters(stack, run));
            }
        }
    }

    @Test
    void floatFollowsDoubleForAWhile() {
        List<RunSpec> runs = List.of(RunSpec.plain(rule("adam"), rule("adam").defaults(), 5));
        try (TrainingStack single = stack(runs, 6, false, Precision.FLOAT, 1);
             TrainingStack exact = stack(runs, 6, false, Precision.DOUBLE, 1)) {
            single.advance(200, new StepLog(1, 200, 0));
            exact.advance(200, new StepLog(1, 200, 0));
            double[] expected = parameters(exact, 0);
            double[] actual = parameters(single, 0);
            for (int i = 0; i < expected.length; i++) {
                assertThat(actual[i]).isCloseTo(expected[i], within(1e-4 * (1 + Math.abs(expected[i]))));
            }
        }
    }

    @Test
    void penaltyClippingAndDecayOfOneRunDoNotTouchAnother() {
        Rule rule = rule("gradient-descent");
        RunSpec plain = RunSpec.plain(rule, new double[] {0.1}, 5);
        RunSpec held = new RunSpec(rule, new double[] {0.1}, Schedule.CONSTANT, new Penalty(0.01, 0.1),
                new Clipping.ByNorm(0.05), 0.02, 5);
        try (TrainingStack both = stack(List.of(plain, held), ROWS, false, Precision.DOUBLE, 1);
             TrainingStack alone = stack(List.of(plain), ROWS, false, Precision.DOUBLE, 1)) {
            both.advance(20, new StepLog(2, 20, 0));
            alone.advance(20, new StepLog(1, 20, 0));
            assertThat(parameters(both, 0)).isEqualTo(parameters(alone, 0));
            assertThat(parameters(both, 1)).isNotEqualTo(parameters(alone, 0));
        }
    }

    @Test
    void aClippedStepIsAsLongAsTheLimitSays() {
        Rule rule = rule("gradient-descent");
        RunSpec held = new RunSpec(rule, new double[] {1}, Schedule.CONSTANT, Penalty.NONE, new Clipping.ByNorm(0.01), 0, 5);
        try (TrainingStack stack = stack(List.of(held), ROWS, false, Precision.DOUBLE, 1)) {
            double[] before = parameters(stack, 0);
            stack.advance(1, new StepLog(1, 1, 0));
            double[] after = parameters(stack, 0);
            double squares = 0;
            for (int i = 0; i < before.length; i++) {
                squares += (after[i] - before[i]) * (after[i] - before[i]);
            }
            assertThat(Math.sqrt(squares)).isCloseTo(0.01, within(1e-6));
        }
    }

    @Test
    void runsOfDifferentSeedsSeeDifferentRows() {
        Rule rule = rule("gradient-descent");
        List<RunSpec> runs = List.of(RunSpec.plain(rule, new double[] {0.05}, 1), RunSpec.plain(rule, new double[] {0.05}, 2),
                RunSpec.plain(rule, new double[] {0.05}, 1));
        try (TrainingStack stack = stack(runs, 4, true, Precision.FLOAT, 1)) {
            stack.advance(10, new StepLog(3, 10, 0));
            assertThat(parameters(stack, 0)).isNotEqualTo(parameters(stack, 1)).isEqualTo(parameters(stack, 2));
        }
    }

    @Test
    void aChangedLearningRateHoldsFromTheNextStep() {
        Rule rule = rule("gradient-descent");
        try (TrainingStack stack = stack(List.of(RunSpec.plain(rule, new double[] {0.1}, 5)), ROWS, false, Precision.FLOAT, 1)) {
            StepLog log = new StepLog(1, 4, 0);
            stack.advance(2, log);
            assertThat(log.rate(0, 1)).isEqualTo(0.1);
            stack.setHyperparameter(0, "learningRate", 0.02);
            stack.advance(1, log);
            assertThat(log.rate(0, 0)).isEqualTo(0.02);
        }
    }

    @Test
    void watchedParametersAreThoseBeforeTheStep() {
        Rule rule = rule("adam");
        try (TrainingStack stack = stack(List.of(RunSpec.plain(rule, rule.defaults(), 5)), ROWS, false, Precision.DOUBLE, 1)) {
            double first = parameters(stack, 0)[3];
            stack.watch(3, 0);
            StepLog log = new StepLog(1, 5, 2);
            stack.advance(5, log);
            assertThat(log.value(0, 0, 0)).isEqualTo(first);
            assertThat(log.value(0, 4, 0)).isNotEqualTo(first);
        }
    }

    @Test
    void dropoutOfOneSeedIsTheSameForAllRunsAndAtEachReplay() {
        Rule rule = rule("momentum");
        List<RunSpec> runs = List.of(RunSpec.plain(rule, rule.defaults(), 5), RunSpec.plain(rule, rule.defaults(), 5));
        List<double[]> ends = new ArrayList<>();
        for (int repeat = 0; repeat < 2; repeat++) {
            try (TrainingStack stack = new TrainingStack(network(6, false, 0.5), data(), runs, Precision.FLOAT, 2)) {
                double[] start = gaussian(300, stack.parameterCount());
                stack.restore(List.of(RunState.initial(start), RunState.initial(start)));
                stack.advance(30, new StepLog(2, 30, 0));
                assertThat(parameters(stack, 0)).isEqualTo(parameters(stack, 1));
                ends.add(parameters(stack, 0));
            }
        }
        assertThat(ends.get(0)).isEqualTo(ends.get(1));
    }

    private static Rule rule(String id) {
        return RULES.stream().filter(rule -> rule.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void aStepAllocatesNothing() {
        List<RunSpec> runs = RuleLibrary.builtIn().all().stream().map(rule -> RunSpec.plain(rule, rule.defaults(), 5)).toList();
        try (TrainingStack stack = new TrainingStack(network(6, false, 0.5), data(), runs, Precision.FLOAT, 1)) {
            StepLog log = new StepLog(runs.size(), 500, 0);
            stack.advance(500, log);
            stack.advance(500, log);
            var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
            long before = threads.getCurrentThreadAllocatedBytes();
            stack.advance(500, log);
            long allocated = threads.getCurrentThreadAllocatedBytes() - before;
            assertThat(allocated).as("bytes in 500 steps of %d runs", runs.size()).isLessThan(4096);
        }
    }
}
