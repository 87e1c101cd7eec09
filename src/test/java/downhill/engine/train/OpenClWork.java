package downhill.engine.train;

import downhill.data.CounterRandom;
import downhill.engine.graph.Graph;
import downhill.engine.graph.Node;
import downhill.expr.UnaryOp;
import downhill.optim.Clipping;
import downhill.optim.Penalty;
import downhill.optim.Rule;
import downhill.optim.Schedule;
import java.util.ArrayList;
import java.util.List;

/** Networks, rows and runs for the comparison of a device with the host. */
final class OpenClWork {
    static final int ROWS = 20;
    static final TrainingData DATA = new TrainingData(ROWS, gaussian(1, ROWS * 3), gaussian(2, ROWS), null);

    private OpenClWork() {
    }

    static double[] gaussian(long seed, int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = CounterRandom.gaussian(seed, CounterRandom.GENERATOR, i);
        }
        return values;
    }

    /** @param dropout 0 for none */
    static TrainingGraph network(boolean perRun, double dropout) {
        Graph graph = new Graph();
        Node x = graph.input("x", perRun, 5, 3);
        Node y = graph.input("y", perRun, 5, 1);
        Node hidden = x.matmul(graph.parameter("w1", 3, 4)).plus(graph.parameter("b1", 4)).apply(UnaryOp.TANH);
        List<TrainingGraph.Mask> masks = new ArrayList<>();
        if (dropout > 0) {
            Node mask = graph.input("mask", perRun, 5, 4);
            masks.add(new TrainingGraph.Mask(mask, dropout));
            hidden = hidden.times(mask);
        }
        Node output = hidden.matmul(graph.parameter("w2", 4, 1)).plus(graph.parameter("b2", 1));
        return new TrainingGraph(output.minus(y).apply(UnaryOp.SQUARE).mean(0, 1).reshape(), x, y, masks);
    }

    /** Runs of one rule with seeds, penalties, clipping, decay and schedules of their own. */
    static List<RunSpec> treated(Rule rule) {
        List<RunSpec> runs = new ArrayList<>();
        for (int run = 0; run < 6; run++) {
            double[] values = rule.defaults().clone();
            if (rule.learningRateIndex() >= 0) {
                values[rule.learningRateIndex()] *= 1 + 0.3 * run;
            }
            Schedule schedule = switch (run % 3) {
                case 0 -> Schedule.CONSTANT;
                case 1 -> new Schedule.ReduceOnPlateau(0.5, 0, 1e-3, 0);
                default -> new Schedule.LinearWarmup(0.1, 20, Schedule.CONSTANT);
            };
            Clipping clipping = run % 2 == 0 ? new Clipping.ByNorm(0.4 + run) : new Clipping.ByValue(0.1 * run);
            runs.add(new RunSpec(rule, values, schedule, new Penalty(0.001 * run, 0.01), clipping, run == 2 ? 0.02 : 0, 3 + run));
        }
        return runs;
    }

    /** Begins at a place of each run's own, whatever other runs there are. */
    static void begin(TrainingStack stack, int firstRun) {
        List<RunState> start = new ArrayList<>();
        for (int run = 0; run < stack.runs(); run++) {
            start.add(RunState.initial(gaussian(100 + firstRun + run, stack.parameterCount())));
        }
        stack.restore(start);
    }

    static double[] parameters(TrainingStack stack, int run) {
        double[] values = new double[stack.parameterCount()];
        stack.parameters(run, values);
        return values;
    }

    /** How far two numbers are apart, as a share of 1 and the second; 0 where both are not finite in the same way. */
    static double apart(double got, double expected) {
        if (Double.compare(got, expected) == 0) {
            return 0;
        }
        double apart = Math.abs(got - expected) / (1 + Math.abs(expected));
        return Double.isNaN(apart) ? Double.POSITIVE_INFINITY : apart;
    }
}
