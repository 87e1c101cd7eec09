package downhill.race;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import downhill.race.history.Curve;
import downhill.race.history.Series;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongRaceTest {
    private static final long STEPS = 270_000;

    private static Experiment experiment(long steps) {
        return Races.experiment(new Problem.Surface("rosenbrock", -1.5, 2), TrainingSpec.of(steps, 0),
                Races.contender("a", "gradient-descent", 1e-5), Races.contender("b", "adam", 1e-5));
    }

    /** Far behind the fully recorded steps, where the history itself no longer knows every value. */
    @ParameterizedTest
    @ValueSource(longs = {12_345, 200_001, 16, 131_072})
    void aChangeFarInThePastLeavesAnExactHistory(long step) {
        try (Race race = Races.open(experiment(STEPS))) {
            race.start();
            Races.await(race, RaceState.ENDED);
            race.seek(step);
            race.changeHyperparameter("a", "learningRate", 2e-5);
            Races.settle(race);
            race.start();
            Races.await(race, s -> s.state() == RaceState.ENDED && Races.standing(s, "a").outcome() == Outcome.FINISHED);
            try (Race again = Races.open(race.experiment())) {
                again.start();
                Races.await(again, RaceState.ENDED);
                for (Series series : new Series[] {Series.TRAIN_LOSS, Series.LEARNING_RATE, Series.parameter(0)}) {
                    Curve expected = again.curve("a", series, 0, Long.MAX_VALUE, 2000);
                    Curve actual = race.curve("a", series, 0, Long.MAX_VALUE, 2000);
                    assertThat(actual.x()).as("%s", series).isEqualTo(expected.x());
                    assertThat(actual.y()).as("%s", series).isEqualTo(expected.y());
                }
                assertThat(race.parametersAt("a", STEPS).join()).isEqualTo(again.parametersAt("a", STEPS).join());
                assertThat(race.parametersAt("b", 77_777).join()).isEqualTo(again.parametersAt("b", 77_777).join());
            }
        }
    }

    /** At a key-frame nothing has to be repeated for the state, but the loss of the step before is no longer known exactly. */
    @Test
    void whereverOneGoesBackToTheLossIsThatOfTheStep() {
        try (Race race = Races.open(experiment(STEPS)); Race again = Races.open(experiment(STEPS))) {
            race.start();
            Races.await(race, RaceState.ENDED);
            long before = 0;
            for (long step : new long[] {12_345, 65_536, 131_072}) {
                race.seek(step);
                again.step(step - before);
                before = step;
                for (String id : new String[] {"a", "b"}) {
                    RaceSnapshot there = Races.await(race, s -> s.step() == step && Races.standing(s, id).step() == step);
                    RaceSnapshot first = Races.await(again, s -> s.step() == step && Races.standing(s, id).step() == step);
                    assertThat(Races.standing(there, id).loss()).isNotNaN().isEqualTo(Races.standing(first, id).loss());
                }
            }
        }
    }

    @Test
    void thePathOnASurfaceIsRecordedAtEveryStepAndThinnedInTheTrail() {
        try (Race race = Races.open(experiment(5000))) {
            race.start();
            Races.await(race, RaceState.ENDED);
            double[] x = race.curve("b", Series.parameter(0), 0, Long.MAX_VALUE, 10_000).y();
            double[] y = race.curve("b", Series.parameter(1), 0, Long.MAX_VALUE, 10_000).y();
            assertThat(x).hasSize(5000);
            assertThat(race.path("b").size()).isBetween(100, 256);
            race.path("b").stream().filter(point -> point.step() < 5000).forEach(point ->
                    assertThat(point.parameters()).containsExactly(x[(int) point.step()], y[(int) point.step()]));
        }
    }

    @Test
    @Tag("soak")
    void tenMillionStepsInBoundedMemory() {
        try (Race race = Races.open(experiment(10_000_000))) {
            race.start();
            try {
                RaceSnapshot end = race.await(s -> s.state() == RaceState.ENDED, 20, java.util.concurrent.TimeUnit.MINUTES);
                assertThat(end.state()).isEqualTo(RaceState.ENDED);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            assertThat(runtime.totalMemory() - runtime.freeMemory()).as("bytes of heap in use, the tests' own included")
                    .isLessThan(200L << 20);
            double[] losses = race.curve("a", Series.TRAIN_LOSS, 0, Long.MAX_VALUE, 2000).y();
            assertThat(Arrays.stream(losses).allMatch(Double::isFinite)).isTrue();
        }
    }
}
