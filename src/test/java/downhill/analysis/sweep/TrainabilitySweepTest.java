package downhill.analysis.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.Samples;
import downhill.data.Progress;
import downhill.data.prepare.Prepared;
import downhill.data.source.SampleData;
import downhill.engine.Precision;
import downhill.engine.train.RunSpec;
import downhill.engine.train.RunState;
import downhill.engine.train.StepLog;
import downhill.engine.train.TrainingStack;
import downhill.optim.RuleLibrary;
import downhill.optim.Scale;
import downhill.race.StepSetup;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainabilitySweepTest {
    private static final RuleLibrary RULES = RuleLibrary.builtIn();
    private static final SweepAxis RATE = new SweepAxis("learningRate", 1e-3, 1e2, Scale.LOG, 20);
    private static final SweepAxis MOMENTUM = new SweepAxis("momentum", 0, 0.95, Scale.LINEAR, 9);

    private static StepSetup setup(Problem problem, Prepared prepared, int batch) {
        ContenderSpec spec = ContenderSpec.of("a", "a", "momentum", Map.of(), 0);
        Experiment experiment = new Experiment("", problem, TrainingSpec.of(1000, batch), List.of(spec), 3, Precision.FLOAT);
        return StepSetup.of(experiment, prepared, "a", 0, 0, RULES);
    }

    private static StepSetup iris() {
        return setup(new Problem.Learning(SampleData.of("iris").spec(), Samples.IRIS_MODEL), Samples.iris(), 16);
    }

    @Test
    void aPixelIsTheRunWithItsTwoValuesBitForBit() {
        StepSetup setup = iris();
        List<TrainabilityMap> maps = new ArrayList<>();
        TrainabilityMap map = TrainabilitySweep.draw(setup, RATE, MOMENTUM, 50, Precision.FLOAT, 2, Progress.NONE, maps::add);
        assertThat(maps).extracting(TrainabilityMap::complete).containsExactly(false, true);
        for (int[] pixel : new int[][] {{0, 0}, {3, 7}, {8, 11}, {5, 19}}) {
            assertThat(map.finalLoss()[pixel[0]][pixel[1]]).isEqualTo(alone(setup, map.hyperparameters(pixel[0], pixel[1])));
        }
        int[] best = map.best();
        assertThat(map.trained(best[0], best[1])).isTrue();
        assertThat(map.finalLoss()[best[0]][best[1]]).isLessThan(0.5 * map.startLoss());
    }

    private static double alone(StepSetup setup, Map<String, Double> pixel) {
        RunSpec run = setup.run();
        double[] values = run.hyperparameters().clone();
        pixel.forEach((key, value) -> values[run.rule().indexOf(key)] = value);
        RunSpec own = new RunSpec(run.rule(), values, run.schedule(), run.penalty(), run.clipping(), run.weightDecay(), run.seed());
        try (TrainingStack stack = new TrainingStack(setup.graph(), setup.data(), List.of(own), Precision.FLOAT, 1)) {
            stack.restore(List.of(RunState.initial(setup.start())));
            StepLog log = new StepLog(1, 50, 0);
            stack.advance(50, log);
            double sum = 0;
            for (int i = 45; i < 50; i++) {
                sum += log.loss(0, i);
            }
            return sum / 5;
        }
    }

    @Test
    void gradientDescentOnAParabolaDivergesAboveTwoOverTheCurvature() {
        SweepAxis rate = new SweepAxis("learningRate", 0.05, 2.5, Scale.LINEAR, 50);
        SweepAxis none = new SweepAxis("momentum", 0, 0.01, Scale.LINEAR, 2);
        StepSetup setup = setup(new Problem.Surface("0.5·x² + 0.5·y²", 1, 1), null, 0);
        TrainabilityMap map = TrainabilitySweep.draw(setup, rate, none, 4000, Precision.DOUBLE, 1, Progress.NONE, m -> { });
        assertThat(map.startLoss()).isEqualTo(1);
        for (int column = 0; column < 50; column++) {
            boolean stable = rate.value(column) < 1.99;
            assertThat(map.trained(0, column)).as("rate " + rate.value(column)).isEqualTo(stable);
            if (rate.value(column) > 2.2) {
                assertThat(map.divergedAt()[0][column]).isGreaterThan(100);
                assertThat(map.finalLoss()[0][column]).isNaN();
            }
        }
        assertThat(map.divergedAt()[0][0]).isEqualTo(-1);
        assertThat(map.finalLoss()[0][0]).isEqualTo(0, within(1e-12));
    }

    @Test
    void axesThatTheRuleDoesNotHaveAreRefused() {
        StepSetup setup = setup(new Problem.Surface("x² + y²", 1, 1), null, 0);
        SweepAxis unknown = new SweepAxis("warmth", 0, 1, Scale.LINEAR, 3);
        assertThatThrownBy(() -> TrainabilitySweep.draw(setup, RATE, unknown, 5, Precision.FLOAT, 1, Progress.NONE, m -> { }))
                .hasMessageContaining("no hyperparameter \"warmth\"");
        SweepAxis illegal = new SweepAxis("learningRate", -1, 3, Scale.LINEAR, 3);
        assertThatThrownBy(() -> TrainabilitySweep.draw(setup, illegal, MOMENTUM, 5, Precision.FLOAT, 1, Progress.NONE, m -> { }))
                .hasMessageContaining("must be a number in");
        assertThatThrownBy(() -> TrainabilitySweep.draw(setup, RATE, RATE, 5, Precision.FLOAT, 1, Progress.NONE, m -> { }))
                .hasMessageContaining("two different");
        assertThatThrownBy(() -> new SweepAxis("a", 0, 1, Scale.LOG, 3)).hasMessageContaining("above 0");
    }

    @Test
    void everyPixelBelongsToExactlyOneLevel() {
        int[][] seen = new int[37][100];
        for (Refinement.Level level : Refinement.levels(37, 100)) {
            level.pixels().forEach(pixel -> seen[pixel.row()][pixel.column()]++);
        }
        for (int[] row : seen) {
            assertThat(row).containsOnly(1);
        }
    }
}
