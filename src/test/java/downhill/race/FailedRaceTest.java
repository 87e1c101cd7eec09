package downhill.race;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.prepare.Prepared;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.TrainingSpec;
import downhill.race.history.Series;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A race that failed can be saved, and gone on from. */
class FailedRaceTest {
    private static final int STEPS = 300;
    private static final Experiment EXPERIMENT = Races.experiment(Races.iris(), TrainingSpec.of(STEPS, 8),
            Races.contender("a", "adam", 0.02), Races.contender("b", "momentum", 0.01).withSeeds(2));

    /** Rows of numbers, which a model of classes does not fit. */
    private static final Prepared OTHER = Races.data(Races.experiment(Races.line(), TrainingSpec.of(STEPS, 8)));

    /** Runs out of memory once a contender has got somewhere. */
    private static Race failing(Experiment experiment, long step) {
        StepSink full = (id, first, loss, rate, count) -> {
            if (first + count > step) {
                throw new OutOfMemoryError("for a test");
            }
        };
        Race race = Races.open(experiment, RaceOptions.alone().withChunkMillis(1).withSink(full));
        race.start();
        Races.await(race, RaceState.FAILED);
        return race;
    }

    private static double[] losses(Race race, String id) {
        return race.curve(id, Series.TRAIN_LOSS, 0, Long.MAX_VALUE, 9999).y();
    }

    private static void assertGoesOn(Checkpoint saved) {
        try (Race race = Race.open(saved.experiment(), Races.data(saved.experiment()), Races.RULES, RaceOptions.alone(),
                saved); Race whole = Races.open(EXPERIMENT)) {
            race.start();
            whole.start();
            Races.await(race, RaceState.ENDED);
            Races.await(whole, RaceState.ENDED);
            assertThat(race.refused()).isEmpty();
            for (ContenderSpec one : saved.experiment().contenders()) {
                assertThat(losses(race, one.id())).isEqualTo(losses(whole, one.id()));
                assertThat(race.parametersAt(one.id(), STEPS).join()).isEqualTo(whole.parametersAt(one.id(), STEPS).join());
            }
        }
    }

    @Test
    void itIsSavedAtTheLastMomentsKeptAndGoesOnAsOneThatDidNotFail() {
        try (Race race = failing(EXPERIMENT, 150)) {
            Checkpoint saved = race.checkpoint().join();
            assertThat(saved.clock()).isBetween(100L, 160L);
            assertThat(saved.courses()).hasSize(2);
            assertGoesOn(saved);
        }
    }

    @Test
    void whoIsTakenOutAfterwardsIsNotInWhatIsSaved() {
        try (Race race = failing(EXPERIMENT, 150)) {
            race.remove("b");
            Checkpoint saved = race.checkpoint().join();
            assertThat(saved.experiment()).isEqualTo(race.experiment());
            assertThat(saved.courses()).extracting(SavedCourse::id).containsExactly("a");
            assertGoesOn(saved);
        }
    }

    @Test
    void oneThatNeverBeganIsSavedAsItsDocument() {
        try (Race race = Race.open(EXPERIMENT, OTHER, Races.RULES, RaceOptions.alone())) {
            Races.await(race, RaceState.FAILED);
            assertThat(race.checkpoint().join()).isEqualTo(Checkpoint.notBegun(EXPERIMENT));
        }
    }

    @Test
    void oneThatGoesOnAndFailsBeforeItIsReadyKeepsWhatItWasToGoOnFrom() {
        Checkpoint saved;
        try (Race race = failing(EXPERIMENT, 150)) {
            saved = race.checkpoint().join();
        }
        try (Race race = Race.open(EXPERIMENT, OTHER, Races.RULES, RaceOptions.alone(), saved)) {
            Races.await(race, RaceState.FAILED);
            assertThat(race.checkpoint().join().courses()).isEqualTo(saved.courses());
        }
    }

    @Test
    void oneThatIsClosedWhileSomebodySavesItIsSaved() {
        for (int i = 0; i < 20; i++) {
            Race race = Races.open(EXPERIMENT);
            race.ready().join();
            race.step(50);
            CompletableFuture<Checkpoint> saved = race.checkpoint();
            race.close();
            assertThat(saved.join().courses()).hasSize(2);
        }
    }
}
