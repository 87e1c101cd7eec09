package downhill.race;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.document.TrainingSpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Before the step at which it branches off a contender has no figures and no state, and is not said to run. */
class UnbornTest {
    private static final int STEPS = 200;
    private static final int BIRTH = 150;
    private Race race;

    @BeforeEach
    void endedWithABranch() {
        race = Races.open(Races.experiment(Races.line(), TrainingSpec.of(STEPS, 8), Races.contender("a", "adam", 0.02)));
        race.start();
        Races.await(race, RaceState.ENDED);
        race.fork("a", BIRTH, Races.contender("f", "adam", 0.2));
        Races.settle(race);
        Races.await(race, now -> Races.standing(now, "f").outcome() == Outcome.FINISHED);
    }

    @AfterEach
    void close() {
        race.close();
    }

    private static void assertUnborn(Race race, long step) {
        RaceSnapshot.Standing branch = Races.standing(Races.await(race, now -> now.step() == step), "f");
        assertThat(branch.outcome()).isEqualTo(Outcome.UNBORN);
        assertThat(branch.outcome().ended()).isFalse();
        assertThat(branch.step()).isEqualTo(BIRTH);
        assertThat(new double[] {branch.loss(), branch.validationLoss(), branch.metric(), branch.learningRate()}).containsOnly(Double.NaN);
        assertThat(race.states().join()).containsOnlyKeys("a");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 75, BIRTH - 1})
    void beforeItsBirthItIsNotThere(long step) {
        race.seek(step);
        Races.settle(race);
        assertUnborn(race, step);
    }

    @ParameterizedTest
    @ValueSource(longs = {BIRTH, BIRTH + 1, STEPS})
    void fromItsBirthOnItIs(long step) {
        race.seek(10);
        race.seek(step);
        Races.settle(race);
        RaceSnapshot.Standing branch = Races.standing(Races.await(race, now -> now.step() == step
                && Races.standing(now, "f").step() == step), "f");
        assertThat(branch.outcome()).isNotEqualTo(Outcome.UNBORN);
        assertThat(branch.validationLoss()).isNotNaN();
        assertThat(race.states().join()).containsOnlyKeys("a", "f");
    }

    @Test
    void itIsNotThereEitherWhereTheRaceWasSavedBeforeIt() {
        race.seek(75);
        Races.settle(race);
        Checkpoint saved = race.checkpoint().join();
        try (Race again = Race.open(saved.experiment(), Races.data(saved.experiment()), Races.RULES, RaceOptions.alone(), saved)) {
            again.ready().join();
            Races.settle(again);
            assertUnborn(again, 75);
        }
    }

    @Test
    void whoWaitsForAParentIsNotThereEither() {
        try (Race fresh = Races.open(race.experiment())) {
            fresh.ready().join();
            fresh.step(20);
            Races.settle(fresh);
            assertUnborn(fresh, 20);
            fresh.start();
            Races.await(fresh, RaceState.ENDED);
            assertThat(Races.standing(fresh.snapshot(), "f").outcome()).isEqualTo(Outcome.FINISHED);
        }
    }
}
