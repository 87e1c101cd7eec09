package downhill.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.engine.Precision;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs on a device beside the same on the host: one program, with dropout, seeds, penalties, clipping, decay and schedules of each run. */
class OpenClTrainingTest {
    private static final Rule ADAM = RuleLibrary.builtIn().byId("adam").orElseThrow();
    private static final List<RunSpec> RUNS = OpenClWork.treated(ADAM);
    private static final int STEPS = 200;
    private static final int HALF = 100;
    private static final int[] WATCHED = {7, 0, 3};

    private static TrainingStack host;
    private static TrainingStack device;
    private static StepLog expected;
    private static StepLog got;
    private static final List<RunState> MIDDLE = new ArrayList<>();

    private static TrainingStack onDevice(List<RunSpec> runs) {
        return DeviceStacks.create(OpenClHere.device(), OpenClWork.network(true, 0.2), List.of(OpenClWork.DATA), runs, Precision.FLOAT, 2);
    }

    @BeforeAll
    static void train() {
        device = onDevice(RUNS);
        host = new TrainingStack(OpenClWork.network(true, 0.2), OpenClWork.DATA, RUNS, Precision.FLOAT, 1);
        got = train(device, MIDDLE);
        expected = train(host, new ArrayList<>());
    }

    private static StepLog train(TrainingStack stack, List<RunState> middle) {
        OpenClWork.begin(stack, 0);
        stack.watch(WATCHED);
        StepLog log = new StepLog(stack.runs(), STEPS, WATCHED.length);
        stack.advance(HALF, log);
        for (int run = 0; run < stack.runs(); run++) {
            stack.observe(run, 1);
            stack.observe(run, 2);
            middle.add(stack.save(run));
        }
        StepLog second = new StepLog(stack.runs(), STEPS, WATCHED.length);
        stack.advance(HALF, second);
        return second;
    }

    @AfterAll
    static void close() {
        for (TrainingStack stack : Arrays.asList(host, device)) {
            if (stack != null) {
                stack.close();
            }
        }
    }

    @Test
    void lossesRatesAndWatchedParametersAreTheHosts() {
        for (int run = 0; run < RUNS.size(); run++) {
            for (int i = 0; i < HALF; i++) {
                assertThat(OpenClWork.apart(got.loss(run, i), expected.loss(run, i))).as("loss %d of run %d", i, run).isLessThan(1e-6);
                assertThat(got.rate(run, i)).isEqualTo(expected.rate(run, i));
                for (int k = 0; k < WATCHED.length; k++) {
                    assertThat(OpenClWork.apart(got.value(run, i, k), expected.value(run, i, k))).isLessThan(1e-6);
                }
            }
            assertThat(got.rate(run, 0)).as("a plateau was heard of").isEqualTo(
                    RUNS.get(run).hyperparameters()[ADAM.learningRateIndex()] * (run % 3 == 1 ? 0.5 : 1));
        }
    }

    @Test
    void whatIsSavedIsTheHosts() {
        for (int run = 0; run < RUNS.size(); run++) {
            RunState there = device.save(run);
            RunState here = host.save(run);
            assertThat(there.step()).isEqualTo(here.step());
            assertThat(there.schedule()).isEqualTo(here.schedule());
            assertThat(there.scalars()).isEqualTo(here.scalars());
            for (int i = 0; i < here.parameters().length; i++) {
                assertThat(OpenClWork.apart(there.parameters()[i], here.parameters()[i])).isLessThan(1e-6);
            }
            for (int state = 0; state < here.elements().length; state++) {
                for (int i = 0; i < here.parameters().length; i++) {
                    assertThat(OpenClWork.apart(there.elements()[state][i], here.elements()[state][i])).isLessThan(1e-6);
                }
            }
        }
    }

    @Test
    void bitsDependNeitherOnOtherRunsNorOnHowManyStepsALaunchDoes() {
        List<RunSpec> some = RUNS.subList(1, 4);
        try (TrainingStack few = onDevice(some)) {
            OpenClWork.begin(few, 1);
            StepLog log = new StepLog(some.size(), 7, 0);
            for (int done = 0; done < HALF; done += log.count()) {
                few.advance(Math.min(7, HALF - done), log);
            }
            for (int run = 0; run < some.size(); run++) {
                assertThat(OpenClWork.parameters(few, run)).isEqualTo(MIDDLE.get(1 + run).parameters());
                assertThat(Arrays.deepEquals(few.save(run).elements(), MIDDLE.get(1 + run).elements())).isTrue();
            }
        }
    }

    @Test
    void whatWasSavedGoesOnBitForBit() {
        try (TrainingStack again = onDevice(RUNS)) {
            again.restore(MIDDLE);
            StepLog log = new StepLog(RUNS.size(), HALF, 0);
            again.advance(HALF, log);
            for (int run = 0; run < RUNS.size(); run++) {
                for (int i = 0; i < HALF; i++) {
                    assertThat(log.loss(run, i)).isEqualTo(got.loss(run, i));
                }
                assertThat(OpenClWork.parameters(again, run)).isEqualTo(OpenClWork.parameters(device, run));
            }
        }
    }

    @Test
    void aRunThatDivergesDoesSoAtTheSameStep() {
        List<RunSpec> wild = new ArrayList<>(RUNS);
        int[] ends = new int[2];
        for (int where = 0; where < 2; where++) {
            try (TrainingStack stack = where == 0 ? onDevice(wild)
                    : new TrainingStack(OpenClWork.network(true, 0.2), OpenClWork.DATA, wild, Precision.FLOAT, 1)) {
                stack.setHyperparameter(3, Rule.LEARNING_RATE_KEY, 1e25);
                OpenClWork.begin(stack, 0);
                StepLog log = new StepLog(wild.size(), 40, 0);
                stack.advance(40, log);
                int step = 0;
                while (step < 40 && Double.isFinite(log.loss(3, step))) {
                    step++;
                }
                ends[where] = step;
                assertThat(Double.isFinite(log.loss(2, 39))).isTrue();
            }
        }
        assertThat(ends[0]).isEqualTo(ends[1]).isBetween(1, 39);
    }
}
