package downhill.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.engine.Precision;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All rules that a device can follow, beside the host: penalties, clipping, decay, schedules, seeds of each run, states at the end. */
@Tag("soak")
class OpenClRulesTest {
    private static final int STEPS = 200;
    /** Some rules make more of rounding from step to step, on the host as well. */
    private static final int FEW = 20;
    /** These divide by curvature, or seek along a line, and make 1e-12 of the last bit within ten steps. */
    private static final Set<String> SHARP = Set.of("newton-cg", "lbfgs-lines");
    /** Where the host's own float is so far from its double, float tells nothing more of a rule. */
    private static final double LOST = 1e-4;

    static Stream<Rule> rules() {
        return RuleLibrary.builtIn().all().stream()
                .filter(rule -> DevicePlan.lack(OpenClWork.network(true, 0), RunSpec.plain(rule, rule.defaults(), 1)).isEmpty());
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
    @MethodSource("rules")
    void inDoubleARuleIsTheHosts(Rule rule) {
        List<RunSpec> runs = OpenClWork.treated(rule);
        int steps = SHARP.contains(rule.id()) ? FEW / 4 : FEW;
        try (TrainingStack host = host(runs, Precision.DOUBLE); TrainingStack device = device(runs, Precision.DOUBLE, 48 * 1024)) {
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
    @MethodSource("rules")
    void inFloatARuleIsTheHostsAsFarAsFloatGoes(Rule rule) {
        List<RunSpec> runs = OpenClWork.treated(rule);
        try (TrainingStack exact = host(runs, Precision.DOUBLE); TrainingStack host = host(runs, Precision.FLOAT);
                TrainingStack device = device(runs, Precision.FLOAT, 48 * 1024)) {
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
