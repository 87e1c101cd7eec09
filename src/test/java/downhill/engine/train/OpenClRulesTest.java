package downhill.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.engine.Precision;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** All rules that a device can follow, beside the host: penalties, clipping, decay, schedules, seeds of each run, states at the end. */
@Tag("soak")
class OpenClRulesTest {
    private static final int STEPS = 200;
    /** Of local memory: room for all, and for hardly anything, so that the rest lies in global memory. */
    private static final int NEAR = 48 * 1024;
    private static final int FAR = 1024;
    /** Some rules make more of rounding from step to step, on the host as well. */
    private static final int FEW = 20;
    /** These divide by curvature, or seek along a line, and make 1e-12 of the last bit within ten steps. */
    private static final Set<String> SHARP = Set.of("newton-cg", "gauss-newton", "lbfgs-lines");
    /** Where the host's own float is so far from its double, float tells nothing more of a rule. */
    private static final double LOST = 1e-4;

    private static Stream<Rule> rules() {
        return RuleLibrary.builtIn().all().stream()
                .filter(rule -> DevicePlan.lack(OpenClWork.network(true, 0), RunSpec.plain(rule, rule.defaults(), 1)).isEmpty());
    }

    static Stream<Arguments> rulesNearAndFar() {
        return rules().flatMap(rule -> Stream.of(Arguments.of(rule, NEAR), Arguments.of(rule, FAR)));
    }

    /** Each second one near, the others far. */
    static Stream<Arguments> rulesInTurn() {
        int[] local = {NEAR, FAR};
        AtomicInteger turn = new AtomicInteger();
        return rules().map(rule -> Arguments.of(rule, local[turn.getAndIncrement() % 2]));
    }

    private static TrainingStack host(List<RunSpec> runs, Precision precision) {
        return new TrainingStack(OpenClWork.network(true, 0), OpenClWork.DATA, runs, precision, 1);
    }

    private static TrainingStack device(List<RunSpec> runs, Precision precision, int localBytes) {
        return DeviceStacks.create(OpenClHere.device(), OpenClWork.network(true, 0), List.of(OpenClWork.DATA), runs, precision, 1,
                64, localBytes);
    }

    private static StepLog train(TrainingStack stack, int steps) {
        OpenClWork.begin(stack, 0);
        StepLog log = new StepLog(stack.runs(), steps, 0);
        stack.advance(steps, log);
        return log;
    }

    @ParameterizedTest
    @MethodSource("rulesNearAndFar")
    void inDoubleARuleIsTheHosts(Rule rule, int localBytes) {
        List<RunSpec> runs = OpenClWork.treated(rule);
        int steps = SHARP.contains(rule.id()) ? FEW / 4 : FEW;
        try (TrainingStack host = host(runs, Precision.DOUBLE); TrainingStack device = device(runs, Precision.DOUBLE, localBytes)) {
            StepLog expected = train(host, steps);
            StepLog got = train(device, steps);
            for (int run = 0; run < runs.size(); run++) {
                for (int i = 0; i < steps; i++) {
                    assertThat(OpenClWork.apart(got.loss(run, i), expected.loss(run, i)))
                            .as("loss of run %d, step %d", run, i).isLessThan(1e-12);
                    assertThat(got.rate(run, i)).isEqualTo(expected.rate(run, i));
                }
                RunState there = device.save(run);
                RunState here = host.save(run);
                assertThat(there.scalars()).isEqualTo(here.scalars());
                assertThat(there.elements().length).isEqualTo(here.elements().length);
                for (int state = 0; state < here.elements().length; state++) {
                    near(there.elements()[state], here.elements()[state]);
                }
                near(there.parameters(), here.parameters());
                near(there.answer(), here.answer());
            }
        }
    }

    private static void near(double[] got, double[] expected) {
        double[] apart = new double[expected.length];
        Arrays.setAll(apart, i -> OpenClWork.apart(got[i], expected[i]));
        assertThat(Arrays.stream(apart).max().orElse(0)).isLessThan(1e-11);
    }

    /** Within 1e-6 as long as the host's own float is near its double; then within what the rule makes of rounding, until that is lost. */
    @ParameterizedTest
    @MethodSource("rulesInTurn")
    void inFloatARuleIsTheHostsAsFarAsFloatGoes(Rule rule, int localBytes) {
        List<RunSpec> runs = OpenClWork.treated(rule);
        try (TrainingStack exact = host(runs, Precision.DOUBLE); TrainingStack host = host(runs, Precision.FLOAT);
                TrainingStack device = device(runs, Precision.FLOAT, localBytes)) {
            StepLog wide = train(exact, STEPS);
            StepLog expected = train(host, STEPS);
            StepLog got = train(device, STEPS);
            for (int run = 0; run < runs.size(); run++) {
                double rounding = 0;
                for (int i = 0; i < STEPS && rounding < LOST; i++) {
                    rounding = Math.max(rounding, OpenClWork.apart(expected.loss(run, i), wide.loss(run, i)));
                    assertThat(OpenClWork.apart(got.loss(run, i), expected.loss(run, i)))
                            .as("run %d, step %d, host's own %s", run, i, rounding)
                            .isLessThan(rounding < 2e-7 ? 1e-6 : 100 * rounding);
                }
            }
        }
    }
}
