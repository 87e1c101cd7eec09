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
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands beside a rule, penalties, clipping and decay, stands beside L-BFGS too. */
class LbfgsSettingsTest {
    private static final Rule LBFGS = RuleLibrary.builtIn().byId("lbfgs").orElseThrow();
    private static final int ROWS = 30;
    private static final int INPUTS = 3;
    private static final Clipping NO_CLIPPING = new Clipping.None();
    private static final double[] X = numbers(1, ROWS * INPUTS);
    private static final double[] START = numbers(2, INPUTS + 1);

    private static double[] numbers(long purpose, int count) {
        double[] values = new double[count];
        Arrays.setAll(values, i -> CounterRandom.gaussian(5, 9000 + purpose, i));
        return values;
    }

    /** Targets of a line with noise, or the classes that these say. */
    private static double[] targets(boolean classes) {
        double[] noise = numbers(3, ROWS);
        double[] y = new double[ROWS];
        Arrays.setAll(y, i -> 1.5 * X[3 * i] - 2 * X[3 * i + 1] + 0.3 + noise[i]);
        return classes ? Arrays.stream(y).map(value -> value > 0 ? 1 : 0).toArray() : y;
    }

    /** Mean squared error of a line, or the mean of log(1 + e^z) − y·z, which is the cross-entropy of its logits. */
    private static TrainingGraph line(boolean classes) {
        Graph graph = new Graph();
        Node x = graph.input("x", false, ROWS, INPUTS);
        Node y = graph.input("y", false, ROWS, 1);
        Node z = x.matmul(graph.parameter("dense1.weight", INPUTS, 1)).plus(graph.parameter("dense1.bias", 1));
        Node each = classes ? z.apply(UnaryOp.SOFTPLUS).minus(y.times(z)) : z.minus(y).apply(UnaryOp.SQUARE);
        return new TrainingGraph(each.mean(0, 1).reshape(), x, y, List.of());
    }

    private static RunSpec run(Penalty penalty, Clipping clipping, double decay) {
        return new RunSpec(LBFGS, LBFGS.defaults(), Schedule.CONSTANT, penalty, clipping, decay, 1);
    }

    /** Parameters of each run, weights first and the bias last. */
    private static List<double[]> trained(boolean classes, int steps, List<RunSpec> runs) {
        TrainingData data = new TrainingData(ROWS, X, targets(classes), null);
        try (TrainingStack stack = new TrainingStack(line(classes), data, runs, Precision.DOUBLE, 1)) {
            stack.restore(runs.stream().map(run -> RunState.initial(START.clone())).toList());
            stack.advance(steps, new StepLog(runs.size(), steps, 0));
            List<double[]> rows = new ArrayList<>();
            for (int run = 0; run < runs.size(); run++) {
                rows.add(stack.save(run).parameters());
            }
            return rows;
        }
    }

    /** Of the data loss alone, by its formula. */
    private static double[] gradient(boolean classes, double[] w) {
        double[] y = targets(classes);
        double[] sum = new double[INPUTS + 1];
        for (int i = 0; i < ROWS; i++) {
            double z = w[0] * X[3 * i] + w[1] * X[3 * i + 1] + w[2] * X[3 * i + 2] + w[3];
            double error = (classes ? 1 / (1 + Math.exp(-z)) - y[i] : 2 * (z - y[i])) / ROWS;
            for (int k = 0; k < INPUTS; k++) {
                sum[k] += error * X[3 * i + k];
            }
            sum[INPUTS] += error;
        }
        return sum;
    }

    /** Both losses are convex with l2, so where the gradient of loss and penalty is 0 are the coefficients that any solver finds. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void withL2ItReachesTheRidgeAndTheLogisticSolution(boolean classes) {
        for (double l2 : new double[] {0.01, 0.3, 5}) {
            double[] w = trained(classes, 80, List.of(run(new Penalty(0, l2), NO_CLIPPING, 0))).get(0);
            double[] g = gradient(classes, w);
            for (int i = 0; i < INPUTS; i++) {
                assertThat(g[i] + l2 * w[i]).as("weight " + i + " with " + l2).isCloseTo(0, within(1e-9));
            }
            assertThat(g[INPUTS]).as("the bias is not penalised").isCloseTo(0, within(1e-9));
        }
    }

    /** Where clipping bites only on the way, the same minimum is reached in the end. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void clippedItStillReachesTheSolution(boolean classes) {
        for (Clipping clipping : List.of(new Clipping.ByNorm(0.1), new Clipping.ByNorm(1), new Clipping.ByValue(0.1),
                new Clipping.ByValue(1))) {
            double[] w = trained(classes, 400, List.of(run(new Penalty(0, 0.1), clipping, 0))).get(0);
            double[] g = gradient(classes, w);
            for (int i = 0; i <= INPUTS; i++) {
                assertThat(g[i] + (i < INPUTS ? 0.1 * w[i] : 0)).as(clipping + ", " + i).isCloseTo(0, within(1e-8));
            }
        }
    }

    /** The first step goes down what any rule would see as g, in the length that L-BFGS gives its first step. */
    @Test
    void theFirstStepSeesPenaltyClippingAndDecayInThisOrder() {
        List<RunSpec> runs = List.of(run(Penalty.NONE, NO_CLIPPING, 0), run(new Penalty(0, 0.5), NO_CLIPPING, 0),
                run(Penalty.NONE, new Clipping.ByNorm(0.01), 0), run(Penalty.NONE, new Clipping.ByValue(0.02), 0),
                        run(Penalty.NONE, NO_CLIPPING, 0.7),
                run(new Penalty(0, 0.5), new Clipping.ByNorm(0.01), 0.7), run(new Penalty(0.1, 0.5), new Clipping.ByValue(0.01), 0.7));
        List<double[]> after = trained(false, 1, runs);
        for (int run = 0; run < runs.size(); run++) {
            RunSpec spec = runs.get(run);
            double[] g = gradient(false, START);
            for (int i = 0; i < INPUTS; i++) {
                g[i] += spec.penalty().gradient(START[i]);
            }
            spec.clipping().apply(g);
            double sum = 0;
            for (int i = 0; i <= INPUTS; i++) {
                g[i] += spec.weightDecay() * START[i];
                sum += Math.abs(g[i]);
            }
            for (int i = 0; i <= INPUTS; i++) {
                assertThat(after.get(run)[i]).as("run " + run).isCloseTo(START[i] - g[i] * Math.min(1, 1 / sum), within(1e-12));
            }
        }
    }
}
