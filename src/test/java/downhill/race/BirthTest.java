package downhill.race;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.optim.Clipping;
import downhill.optim.Penalty;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.TrainingSpec;
import downhill.race.history.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a contender begins, is stopped and goes on: nothing is counted twice, and nobody waits for what cannot come. */
class BirthTest {
    private static final int STEPS = 200;

    private static Experiment experiment(TrainingSpec.EarlyStopping stopping) {
        return Races.experiment(Races.line(), new TrainingSpec(STEPS, 8, Penalty.NONE, new Clipping.None(), stopping, null),
                Races.contender("a", "gradient-descent", 1e-3));
    }

    private static void end(Race race) {
        race.start();
        Races.settle(race);
        Races.await(race, RaceState.ENDED);
    }

    private static double[][] validations(Race race, String id) {
        return new double[][] {race.curve(id, Series.VALIDATION_LOSS, 0, Long.MAX_VALUE, 9999).x(),
            race.curve(id, Series.VALIDATION_LOSS, 0, Long.MAX_VALUE, 9999).y()};
    }

    /** Its first validation is its parent's: counted again, early stopping would wait one validation less. */
    @ParameterizedTest
    @ValueSource(longs = {0, 5, 7, 40})
    void aBranchThatChangesNothingStopsWhereItsParentDoes(long at) {
        try (Race race = Races.open(experiment(new TrainingSpec.EarlyStopping(4, 1e9, false)))) {
            end(race);
            long stopped = Races.standing(race.snapshot(), "a").outcomeStep();
            assertThat(stopped).isBetween(1L, STEPS - 1L);
            long fork = Math.min(at, stopped - 1);
            race.fork("a", fork, Races.contender("f", "gradient-descent", 1e-3));
            Races.settle(race);
            end(race);
            assertThat(Races.standing(race.snapshot(), "f").outcomeStep()).isEqualTo(stopped);
            race.remove("a"); // its lineage alone has to tell the same
            try (Race again = Races.open(race.experiment())) {
                end(again);
                assertThat(Races.standing(again.snapshot(), "f").outcomeStep()).isEqualTo(stopped);
                assertThat(validations(again, "f")).isEqualTo(validations(race, "f"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {STEPS + 1, STEPS + 50, Long.MAX_VALUE})
    void aBranchBeyondTheBudgetIsRefusedAtOnce(long at) {
        try (Race race = Races.open(experiment(null))) {
            race.step(20);
            Races.settle(race);
            Races.await(race, now -> now.step() == 20 && now.state() == RaceState.PAUSED);
            ContenderSpec branch = Races.contender("f", "adam", 0.1);
            race.fork("a", at, branch);
            Races.settle(race);
            RaceSnapshot.Standing standing = Races.standing(race.snapshot(), "f");
            assertThat(standing.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(standing.outcomeWhat()).asString().contains("\"f\"", String.valueOf(STEPS));
        }
    }

    @Test
    void whatWasMeasuredForAStopGoesWhenItIsResumed() {
        try (Race race = Races.open(experiment(null)); Race straight = Races.open(experiment(null))) {
            race.step(23);
            Races.settle(race);
            Races.await(race, now -> now.step() == 23 && now.state() == RaceState.PAUSED);
            race.stop("a");
            Races.settle(race);
            assertThat(validations(race, "a")[0]).contains(23);
            race.resume("a");
            Races.settle(race);
            assertThat(validations(race, "a")[0]).doesNotContain(23);
            end(race);
            end(straight);
            assertThat(validations(race, "a")).isEqualTo(validations(straight, "a"));
        }
    }
}
