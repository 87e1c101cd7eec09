package downhill.race;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.Progress;
import downhill.race.document.Experiment;
import downhill.race.document.TrainingSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class RaceRunnerTest {
    @Test
    void threeOptimizersLearnIris() {
        Experiment experiment = Races.experiment(Races.iris(), TrainingSpec.of(600, 32), Races.contender("a", "adam", 0.02),
                Races.contender("b", "momentum", 0.05), Races.contender("c", "gradient-descent", 0.1));
        RaceResult result = RaceRunner.run(experiment, Races.data(experiment), Races.RULES, RaceOptions.alone(), Progress.NONE);
        assertThat(result.state()).isEqualTo(RaceState.ENDED);
        assertThat(result.contenders()).hasSize(3).allSatisfy(finish -> {
            assertThat(finish.outcome()).isEqualTo(Outcome.FINISHED);
            assertThat(finish.steps()).isEqualTo(600);
            assertThat(finish.metric()).isGreaterThan(0.85);
            assertThat(finish.trainingLoss()).isLessThan(finish.initialLoss() / 2);
        });
    }

    /** Curves are thinned to the extremes of several steps from some length on; the first loss is that of the first batch. */
    @Test
    void allBeginWithOneLossHoweverLongTheyRun() {
        assertThat(firstLosses(2500)).containsOnly(firstLosses(3).get(0));
    }

    private static List<Double> firstLosses(int steps) {
        Experiment experiment = Races.experiment(Races.iris(), TrainingSpec.of(steps, 32), Races.contender("a", "sgd", 0.01),
                Races.contender("b", "adam", 0.01), Races.contender("c", "sgd", 0.0001));
        return RaceRunner.run(experiment, Races.data(experiment), Races.RULES, RaceOptions.alone(), Progress.NONE).contenders().stream()
                .map(RaceResult.Finish::initialLoss).toList();
    }
}
