package downhill.race;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.optim.Clipping;
import downhill.optim.Penalty;
import downhill.optim.Schedule;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import downhill.race.history.Curve;
import downhill.race.history.Series;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A race that gets a longer budget goes on from where it was, and is then the race that had it from the start. */
class LengthenedTest {
    private static final int STEPS = 200;
    private static final int MORE = 330;

    private static Experiment document(Problem problem) {
        return Races.experiment(problem, TrainingSpec.of(STEPS, 8), Races.contender("a", "adam", 0.02),
                Races.contender("b", "momentum", 0.001).withSeeds(2),
                Races.contender("wild", "gradient-descent", 1e30),
                Races.contender("f", "adam", 0.1).withFork(new ContenderSpec.Fork("a", 120, Map.of())));
    }

    private static void end(Race race) {
        race.start();
        Races.settle(race);
        Races.await(race, RaceState.ENDED);
    }

    private static Experiment longer(Experiment document) {
        return document.withTraining(document.training().withSteps(MORE));
    }

    private static void assertGoesOn(Experiment document, Checkpoint left) {
        Experiment now = longer(document);
        try (Race on = Race.open(now, Races.data(now), Races.RULES, RaceOptions.alone(),
                left.lengthened(now)); Race whole = Races.open(now)) {
            on.ready().join();
            Races.settle(on);
            assertThat(on.refused()).isEmpty();
            assertThat(on.snapshot().step()).isEqualTo(left.clock());
            assertThat(on.recordedSteps()).isEqualTo(STEPS);
            end(on);
            end(whole);
            for (ContenderSpec one : now.contenders()) {
                Outcome outcome = Races.standing(on.snapshot(), one.id()).outcome();
                assertThat(outcome).isEqualTo(Races.standing(whole.snapshot(), one.id()).outcome());
                for (Series series : new Series[] {Series.TRAIN_LOSS, Series.LEARNING_RATE}) {
                    assertThat(on.curve(one.id(), series, 0, Long.MAX_VALUE, 9999).y()).as(one.id())
                            .isEqualTo(whole.curve(one.id(), series, 0, Long.MAX_VALUE, 9999).y());
                }
                assertValidated(on, whole, one.id());
                if (outcome == Outcome.FINISHED) {
                    assertThat(on.parametersAt(one.id(), MORE).join()).isEqualTo(whole.parametersAt(one.id(), MORE).join());
                }
            }
        }
    }

    /** A longer budget is validated less often: checks of the shorter one stay, those after it are where the whole race has them. */
    private static void assertValidated(Race on, Race whole, String id) {
        Map<Double, Double> some = validations(on, id);
        Map<Double, Double> all = validations(whole, id);
        some.forEach((step, loss) -> assertThat(all.getOrDefault(step, loss)).as(id + " at " + step).isEqualTo(loss));
        all.keySet().stream().filter(step -> step > STEPS).forEach(step -> assertThat(some).containsKey(step));
        assertThat(some.keySet().stream().filter(step -> step > STEPS)).allMatch(all::containsKey);
    }

    private static Map<Double, Double> validations(Race race, String id) {
        Curve curve = race.curve(id, Series.VALIDATION_LOSS, 0, Long.MAX_VALUE, 9999);
        Map<Double, Double> validations = new TreeMap<>();
        for (int i = 0; i < curve.size(); i++) {
            validations.put(curve.x()[i], curve.y()[i]);
        }
        return validations;
    }

    @ParameterizedTest
    @ValueSource(longs = {STEPS, STEPS - 1, 121, 60, 0})
    void itGoesOnFromWhereItStands(long step) {
        Experiment document = document(Races.line());
        try (Race race = Races.open(document)) {
            end(race);
            race.seek(step);
            Races.settle(race);
            assertGoesOn(document, race.checkpoint().join());
        }
    }

    @Test
    void onASurfaceToo() {
        Experiment document = document(new Problem.Surface("rosenbrock", -1.5, 2));
        try (Race race = Races.open(document)) {
            end(race);
            assertGoesOn(document, race.checkpoint().join());
        }
    }

    @Test
    void whereValidationsDecideTheCourseDependsOnTheBudget() {
        Experiment plain = document(Races.line());
        assertThat(plain.heedsValidation()).isFalse();
        TrainingSpec stopping = new TrainingSpec(STEPS, 8, Penalty.NONE, new Clipping.None(),
                new TrainingSpec.EarlyStopping(3, 0, false), null);
        assertThat(plain.withTraining(stopping).heedsValidation()).isTrue();
        Schedule plateau = new Schedule.ReduceOnPlateau(0.5, 2, 0.01, 0);
        ContenderSpec heeding = Races.contender("h", "adam", 0.1).withSchedule(new Schedule.LinearWarmup(0, 5, plateau));
        assertThat(Races.experiment(Races.line(), TrainingSpec.of(STEPS, 8), heeding).heedsValidation()).isTrue();
        ContenderSpec branch = Races.contender("g", "adam", 0.1)
                .withFork(new ContenderSpec.Fork("h", 9, Map.of(), java.util.List.of(heeding)));
        assertThat(Races.experiment(Races.line(), TrainingSpec.of(STEPS, 8), branch).heedsValidation()).isTrue();
    }
}
