package downhill.engine.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.engine.Backend;
import downhill.engine.Precision;
import downhill.engine.host.Host;
import downhill.engine.nd4j.Nd4jMachine;
import downhill.engine.plan.Machine;
import downhill.expr.Parser;
import downhill.model.SurfaceModel;
import downhill.optim.Clipping;
import downhill.optim.Penalty;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.optim.Schedule;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Schedule-free SGD against a literal writing in float64 of Defazio et al. 2024: y = (1 − β)·z + β·x, z ← z − γ·∇f(y),
 * x ← (1 − c)·x + c·z with the weights of Algorithm 1, c = γ² / Σγ²; on f = x² + 3·y².
 */
class ScheduleFreeTest {
    private static final int STEPS = 60;
    private static final double RATE = 0.1;
    private static final double BETA = 0.8;
    private static final double[] START = {1, -2};
    private static final double[] CURVATURE = {2, 6};

    /** Where it is after {@code steps} updates: y, z, x of one axis. */
    private static double[] literal(int axis, int steps, int warmup) {
        double x = START[axis];
        double z = x;
        double y = x;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            double rate = warmup == 0 ? RATE : RATE * Math.min(1, i / (double) warmup);
            z -= rate * CURVATURE[axis] * y;
            sum += rate * rate;
            double c = sum == 0 ? 0 : rate * rate / sum;
            x = (1 - c) * x + c * z;
            y = (1 - BETA) * z + BETA * x;
        }
        return new double[] {y, z, x};
    }

    private static RunSpec run(int warmup) {
        Rule rule = RuleLibrary.builtIn().byId("schedule-free-sgd").orElseThrow();
        Schedule schedule = warmup == 0 ? Schedule.CONSTANT : new Schedule.LinearWarmup(0, warmup, Schedule.CONSTANT);
        return new RunSpec(rule, new double[] {RATE, BETA}, schedule, Penalty.NONE, new Clipping.None(), 0, 0);
    }

    private static void follows(Function<Precision, Machine> machines, Precision precision, int warmup, double tolerance) {
        TrainingGraph graph = TrainingGraph.surface(SurfaceModel.build(Parser.expression("x² + 3·y²")).loss());
        StepLog log = new StepLog(1, 1, 0);
        try (TrainingStack stack = new TrainingStack(graph, TrainingData.NONE, List.of(run(warmup)), machines.apply(precision), 1)) {
            stack.restore(List.of(RunState.initial(START)));
            assertThat(stack.save(0).answer()).as("before the first step").isEqualTo(START);
            for (int step = 1; step <= STEPS; step++) {
                stack.advance(1, log);
                RunState state = stack.save(0);
                for (int axis = 0; axis < 2; axis++) {
                    double[] right = literal(axis, step, warmup);
                    String where = precision + ", warm-up " + warmup + ", step " + step;
                    assertThat(state.parameters()[axis]).as(where).isCloseTo(right[0], within(tolerance));
                    assertThat(state.elements()[0][axis]).as(where).isCloseTo(right[1], within(tolerance));
                    assertThat(state.answer()[axis]).as(where).isCloseTo(right[2], within(tolerance));
                }
            }
        }
    }

    @Test
    void itIsThePublishedAlgorithmOnBothMachinesInBothPrecisionsWithAndWithoutWarmUp() {
        Backend.current();
        for (int warmup : new int[] {0, 1, 20}) {
            for (Function<Precision, Machine> machines : List.<Function<Precision, Machine>>of(Host::machine, Nd4jMachine::new)) {
                follows(machines, Precision.DOUBLE, warmup, 1e-12);
                follows(machines, Precision.FLOAT, warmup, 1e-5);
            }
        }
    }

    @Test
    void theAverageIsWeightedByTheRatesAndWithoutAnyRateItStaysWhereItWas() {
        assertThat(literal(0, 1, 20)).containsOnly(START[0]);
        assertThat(literal(0, STEPS, 20)[2]).isNotCloseTo(plain(20), within(1e-3));
        assertThat(literal(0, STEPS, 0)[2]).isCloseTo(plain(0), within(1e-12));
    }

    /** The x of {@link #literal} with equal weights instead. */
    private static double plain(int warmup) {
        double x = START[0];
        double z = x;
        double y = x;
        for (int i = 0; i < STEPS; i++) {
            z -= (warmup == 0 ? RATE : RATE * Math.min(1, i / (double) warmup)) * CURVATURE[0] * y;
            x += (z - x) / (i + 1);
            y = (1 - BETA) * z + BETA * x;
        }
        return x;
    }
}
