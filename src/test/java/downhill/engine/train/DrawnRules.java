package downhill.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.analysis.step.GlassBox;
import downhill.analysis.step.GradientParts;
import downhill.analysis.step.RuleMemory;
import downhill.analysis.step.StepRecord;
import downhill.engine.Precision;
import downhill.engine.graph.Graph;
import downhill.engine.graph.Node;
import downhill.engine.graph.ParameterLayout;
import downhill.engine.plan.Machine;
import downhill.expr.UnaryOp;
import downhill.optim.Clipping;
import downhill.optim.LiteralRule;
import downhill.optim.Penalty;
import downhill.optim.Rule;
import downhill.optim.Schedule;
import downhill.optim.StateVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Some rules trained side by side on ½·Σ c·(θ − d)², two runs each, beside their literal reading. */
final class DrawnRules {
    private static final double[] CURVATURE = {1, 0.5, 2, 0.25, 1.5};
    private static final double[] BOTTOM = {0.3, -0.7, 0.1, 1.2, -0.2};
    private static final double[] START = {1.1, 0.4, -0.6, 0.2, -1.3};
    private static final int STEPS = 6;
    private static final int KEPT = 3;

    private final List<RunSpec> runs = new ArrayList<>();
    private final ParameterLayout layout = surface().graph().layout();

    DrawnRules(List<Rule> rules, long seed) {
        Random random = new Random(seed);
        for (Rule rule : rules) {
            Penalty penalty = random.nextInt(3) == 0 ? new Penalty(0.01, 0.1) : Penalty.NONE;
            Clipping clipping = switch (random.nextInt(4)) {
                case 0 -> new Clipping.ByNorm(0.8);
                case 1 -> new Clipping.ByValue(0.5);
                default -> new Clipping.None();
            };
            double decay = random.nextInt(3) == 0 ? 0.05 : 0;
            for (double rate : new double[] {0.1, 0.03}) {
                runs.add(new RunSpec(rule, new double[] {rate, 0.8}, Schedule.CONSTANT, penalty, clipping, decay, 1));
            }
        }
    }

    private static TrainingGraph surface() {
        Graph graph = new Graph();
        Node w = graph.parameter("a.weight", 3);
        Node b = graph.parameter("a.bias", 2);
        Node loss = graph.constant(0);
        for (int i = 0; i < START.length; i++) {
            Node one = i < 3 ? w.slice(0, i, i + 1) : b.slice(0, i - 3, i - 2);
            loss = loss.plus(one.minus(graph.constant(BOTTOM[i])).apply(UnaryOp.SQUARE).times(CURVATURE[i] / 2).total());
        }
        return TrainingGraph.surface(loss);
    }

    /** Trains, and compares parameters, states, the glass box and a training that goes on from a key-frame; how many runs. */
    int compare(Function<Precision, Machine> machine, Precision precision) {
        List<List<RunState>> engine = train(machine.apply(precision), RunState.initial(START));
        goesOnFromAKeyFrame(engine, machine.apply(precision));
        int compared = 0;
        for (int run = 0; run < runs.size(); run++) {
            compared += compare(run, engine, precision) ? 1 : 0;
        }
        return compared;
    }

    private List<List<RunState>> train(Machine machine, RunState start) {
        try (TrainingStack stack = new TrainingStack(surface(), TrainingData.NONE, runs, machine, 1)) {
            stack.restore(runs.stream().map(run -> start).toList());
            return states(stack, STEPS);
        }
    }

    /** At the start and after each step, the states of all runs. */
    private List<List<RunState>> states(TrainingStack stack, int steps) {
        List<List<RunState>> all = new ArrayList<>();
        for (int step = 0; step <= steps; step++) {
            if (step > 0) {
                stack.advance(1, new StepLog(runs.size(), 1, 0));
            }
            List<RunState> now = new ArrayList<>();
            for (int run = 0; run < runs.size(); run++) {
                now.add(stack.save(run));
            }
            all.add(now);
        }
        return all;
    }

    private void goesOnFromAKeyFrame(List<List<RunState>> engine, Machine machine) {
        try (TrainingStack again = new TrainingStack(surface(), TrainingData.NONE, runs, machine, 1)) {
            again.restore(engine.get(KEPT));
            List<RunState> end = states(again, STEPS - KEPT).get(STEPS - KEPT);
            for (int run = 0; run < runs.size(); run++) {
                RunState expected = engine.get(STEPS).get(run);
                assertThat(end.get(run).parameters()).as(text(run)).isEqualTo(expected.parameters());
                assertThat(java.util.Arrays.deepEquals(end.get(run).elements(), expected.elements())).as(text(run)).isTrue();
                assertThat(end.get(run).scalars()).as(text(run)).isEqualTo(expected.scalars());
            }
        }
    }

    /** False where small changes of what is kept grow so much, or meet a corner, that rounding may too. */
    private boolean compare(int run, List<List<RunState>> engine, Precision precision) {
        double unit = precision == Precision.DOUBLE ? 1e-12 : 2e-6;
        Path literal = new Path(runs.get(run), 0);
        Path more = new Path(runs.get(run), unit);
        Path less = new Path(runs.get(run), -unit);
        for (int step = 0; step < STEPS; step++) {
            literal.step();
            more.step();
            less.step();
            double apart = Math.max(literal.distance(more), literal.distance(less));
            if (apart > 1e3 * unit) {
                return false;
            }
            double tolerance = 20 * unit + 20 * apart;
            RunState got = engine.get(step + 1).get(run);
            same(run, step, "θ", got.parameters(), literal.theta(), tolerance);
            states(run, step, got, literal, tolerance);
            if (precision == Precision.DOUBLE) {
                glassBox(run, engine.get(step).get(run), got);
            }
        }
        return true;
    }

    private void states(int run, int step, RunState got, Path literal, double tolerance) {
        RuleMemory memory = RuleMemory.of(runs.get(run).rule(), got, runs.get(run).hyperparameters());
        memory.elements().forEach((name, row) -> same(run, step, name, row, literal.rule.of(name), tolerance));
        memory.scalars().forEach((name, value) -> same(run, step, name, new double[] {value}, literal.rule.of(name), tolerance));
    }

    private void glassBox(int run, RunState before, RunState after) {
        RunSpec spec = runs.get(run);
        double[] values = spec.hyperparameters().clone();
        double carry = before.scalars().length > spec.rule().states().stream().filter(StateVariable::scalar).count()
                ? before.scalars()[before.scalars().length - 1] : 1;
        values[0] *= carry;
        RuleMemory memory = RuleMemory.of(spec.rule(), before, values);
        RuleMemory next = RuleMemory.of(spec.rule(), after, values);
        StepRecord record = new StepRecord(before.step(), spec, values, values[0], 0, before.parameters(),
                GradientParts.of(spec, layout.penaltyMask(), before.parameters(), slope(before.parameters())),
                memory, after.parameters(), next, layout);
        for (int i = 0; i < START.length; i++) {
            GlassBox box = GlassBox.of(record, i);
            int at = i;
            same(run, (int) before.step(), "θ told", new double[] {box.recomputed()}, new double[] {after.parameters()[i]}, 1e-9);
            next.elements().forEach((name, row) -> same(run, (int) before.step(), name + " told",
                    new double[] {box.explanation().orElseThrow().values().get(name)}, new double[] {row[at]}, 1e-9));
        }
    }

    private void same(int run, int step, String what, double[] got, double[] expected, double tolerance) {
        for (int i = 0; i < got.length; i++) {
            if (!(Math.abs(got[i] - expected[i]) <= tolerance * (1 + Math.abs(expected[i])))) {
                throw new AssertionError(what + " of parameter " + i + " after step " + (step + 1) + " is " + got[i]
                        + ", not " + expected[i] + ", within " + tolerance + "; " + runs.get(run).clipping() + "\n" + text(run));
            }
        }
    }

    private String text(int run) {
        return runs.get(run).rule().text();
    }

    private static double[] slope(double[] theta) {
        double[] slope = new double[theta.length];
        for (int i = 0; i < slope.length; i++) {
            slope[i] = CURVATURE[i] * (theta[i] - BOTTOM[i]);
        }
        return slope;
    }

    /** A literal reading on its way. */
    private final class Path {
        private final LiteralRule rule;
        private final RunSpec run;
        private final double moved;

        Path(RunSpec run, double moved) {
            this.run = run;
            this.moved = moved;
            double[] start = START.clone();
            for (int i = 0; i < start.length; i++) {
                start[i] += (i % 2 == 0 ? moved : -moved);
            }
            rule = new LiteralRule(run.rule(), run.hyperparameters(), start);
        }

        void step() {
            rule.step(GradientParts.of(run, layout.penaltyMask(), theta(), slope(theta())).total());
            rule.nudge(moved);
        }

        double[] theta() {
            return rule.of(Rule.PARAMETERS);
        }

        double distance(Path other) {
            double most = apart(theta(), other.theta());
            for (StateVariable state : run.rule().states()) {
                most = Math.max(most, apart(rule.of(state.symbol()), other.rule.of(state.symbol())));
            }
            return most;
        }

        private static double apart(double[] a, double[] b) {
            double most = 0;
            for (int i = 0; i < a.length; i++) {
                double apart = Math.abs(a[i] - b[i]) / (1 + Math.abs(a[i]));
                most = apart <= most ? most : Double.isNaN(apart) ? Double.POSITIVE_INFINITY : apart;
            }
            return most;
        }
    }
}
