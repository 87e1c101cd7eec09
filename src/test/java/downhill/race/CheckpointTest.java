package downhill.race;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.engine.train.RunState;
import downhill.optim.Clipping;
import downhill.optim.Penalty;
import downhill.optim.Schedule;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import downhill.race.history.Curve;
import downhill.race.history.PathPoint;
import downhill.race.history.Series;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A race that is saved and opened again goes on as if nothing had happened, bit for bit. */
class CheckpointTest {
    private static final int STEPS = 400;
    private static final Experiment EXPERIMENT = Races.experiment(Races.iris(),
            new TrainingSpec(STEPS, 16, Penalty.NONE, new Clipping.None(), new TrainingSpec.EarlyStopping(9, 1e-3, true), null),
            Races.contender("a", "adam", 0.02),
            Races.contender("b", "momentum", 0.2).withSchedule(new Schedule.ReduceOnPlateau(0.5, 2, 0.01, 0)).withSeeds(2),
            Races.contender("c", "lbfgs", 0.3).withBatchSize(0),
            Races.contender("d", "sgd", 1e30).withBatchSize(64));

    private static void script(Race race, int from, int to) {
        for (int stage = from; stage < to; stage++) {
            switch (stage) {
                case 0 -> race.watch(0, 3);
                case 1 -> runTo(race, 90);
                case 2 -> race.changeHyperparameter("a", "learningRate", 0.001);
                case 3 -> runTo(race, 151);
                case 4 -> race.fork("b", 130, Races.contender("f", "momentum", 0.05));
                case 5 -> runTo(race, 260);
                case 6 -> race.stop("a");
                case 7 -> seek(race, 123);
                case 8 -> race.changeHyperparameter("b", "learningRate", 0.15);
                case 9 -> runTo(race, 200);
                default -> end(race);
            }
        }
        Races.settle(race);
    }

    private static void seek(Race race, long step) {
        race.seek(step);
        Races.settle(race);
        Races.await(race, s -> s.step() == step && s.contenders().stream()
                .allMatch(one -> one.step() >= step || one.outcome() != Outcome.RUNNING));
    }

    private static void runTo(Race race, long step) {
        Races.settle(race);
        race.step(step - race.snapshot().step());
        Races.settle(race);
        Races.await(race, s -> s.state() != RaceState.RUNNING);
    }

    private static void end(Race race) {
        race.start();
        Races.settle(race);
        Races.await(race, RaceState.ENDED);
    }

    private static Race open(Checkpoint from) {
        return Race.open(from.experiment(), Races.data(from.experiment()), Races.RULES, RaceOptions.alone(), from);
    }

    static void assertSame(Race expected, Race actual) {
        assertThat(actual.experiment()).isEqualTo(expected.experiment());
        for (ContenderSpec one : expected.experiment().contenders()) {
            for (Series series : List.of(Series.TRAIN_LOSS, Series.VALIDATION_LOSS, Series.METRIC, Series.LEARNING_RATE, Series.BAND_LOW,
                    Series.BAND_HIGH, Series.parameter(0), Series.parameter(3))) {
                assertSame(expected.curve(one.id(), series, 0, Long.MAX_VALUE, 3000),
                        actual.curve(one.id(), series, 0, Long.MAX_VALUE, 3000),
                        one.id() + " " + series);
            }
            assertThat(actual.path(one.id()).stream().map(PathPoint::step)).as(one.id()).containsExactlyElementsOf(
                    expected.path(one.id()).stream().map(PathPoint::step).toList());
            RaceSnapshot.Standing was = Races.standing(expected.snapshot(), one.id());
            RaceSnapshot.Standing is = Races.standing(actual.snapshot(), one.id());
            assertThat(List.of(is.outcome(), is.step(), is.outcomeStep(), is.loss(), is.validationLoss(), is.metric(), is.learningRate()))
                    .as(one.id()).isEqualTo(List.of(was.outcome(), was.step(), was.outcomeStep(), was.loss(), was.validationLoss(),
                            was.metric(),
                            was.learningRate()));
            long birth = one.fork() == null ? 0 : one.fork().step();
            for (long step = birth; step <= was.step() && was.outcome() != Outcome.DIVERGED; step += 67) {
                assertSame(expected.statesAt(one.id(), step).join(), actual.statesAt(one.id(), step).join());
            }
        }
    }

    private static void assertSame(Curve expected, Curve actual, String what) {
        assertThat(actual.x()).as(what).isEqualTo(expected.x());
        assertThat(actual.y()).as(what).isEqualTo(expected.y());
    }

    private static void assertSame(RunState[] expected, RunState[] actual) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i].parameters()).isEqualTo(expected[i].parameters());
            assertThat(Arrays.deepEquals(actual[i].elements(), expected[i].elements())).isTrue();
            assertThat(actual[i].scalars()).isEqualTo(expected[i].scalars());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
    void aRaceSavedAnywhereGoesOnAsTheOneThatWasNot(int stage) {
        try (Race whole = Races.open(EXPERIMENT); Race first = Races.open(EXPERIMENT)) {
            script(whole, 0, 11);
            script(first, 0, stage);
            Checkpoint saved = first.checkpoint().join();
            assertThat(saved.clock()).isEqualTo(first.snapshot().step());
            script(first, stage, 11); // what the saved race does later does not touch what was saved
            try (Race second = open(saved)) {
                second.ready().join();
                assertThat(second.refused()).isEmpty();
                script(second, stage, 11);
                assertSame(whole, second);
            }
        }
    }

    @Test
    void aRaceIsSavedWhileItRuns() {
        Experiment experiment = Races.experiment(new Problem.Surface("rosenbrock", -1.5, 2), TrainingSpec.of(150_000, 0),
                Races.contender("a", "gradient-descent", 1e-5), Races.contender("b", "adam", 1e-5));
        try (Race whole = Races.open(experiment)) {
            whole.start();
            Races.await(whole, s -> s.step() > 140_000 || s.state() == RaceState.ENDED);
            Checkpoint saved = whole.checkpoint().join();
            Races.await(whole, RaceState.ENDED);
            try (Race second = open(saved)) {
                second.start();
                Races.await(second, RaceState.ENDED);
                for (String id : List.of("a", "b")) {
                    assertSame(whole.curve(id, Series.TRAIN_LOSS, 0, Long.MAX_VALUE, 1 << 18),
                            second.curve(id, Series.TRAIN_LOSS, 0, Long.MAX_VALUE, 1 << 18), id);
                    assertThat(second.parametersAt(id, 150_000).join()).isEqualTo(whole.parametersAt(id, 150_000).join());
                    assertThat(second.parametersAt(id, 77_777).join()).isEqualTo(whole.parametersAt(id, 77_777).join());
                }
            }
        }
    }

    @Test
    void whatWasSavedOfAnotherModelIsRefusedAndTheRaceBeginsAnew() {
        Checkpoint saved;
        try (Race race = Races.open(EXPERIMENT)) {
            script(race, 0, 4);
            saved = race.checkpoint().join();
        }
        Experiment other = Races.experiment(Races.line(), TrainingSpec.of(50, 0), Races.contender("a", "adam", 0.02));
        try (Race race = Race.open(other, Races.data(other), Races.RULES, RaceOptions.alone(), saved)) {
            race.ready().join();
            assertThat(race.refused().orElseThrow()).asString().contains("its parameters are not those of the model");
            end(race);
            assertThat(Races.standing(race.snapshot(), "a").step()).isEqualTo(50);
        }
    }

    @Test
    void aContenderThatWasNotSavedBeginsAtTheStart() {
        Checkpoint saved;
        try (Race race = Races.open(EXPERIMENT)) {
            script(race, 0, 2);
            saved = race.checkpoint().join();
        }
        Experiment more = saved.experiment().withContenders(java.util.stream.Stream.concat(saved.experiment().contenders().stream(),
                java.util.stream.Stream.of(Races.contender("z", "adam", 0.02))).toList());
        try (Race race = open(saved.withExperiment(more))) {
            race.ready().join();
            Races.await(race, s -> Races.standing(s, "z").step() == 90);
            assertThat(race.curve("z", Series.TRAIN_LOSS, 0, 90, 1000).y()).isEqualTo(race.curve("a", Series.TRAIN_LOSS, 0, 90, 1000).y());
            assertThat(race.hyperparametersAt("z", 0)).containsAllEntriesOf(Map.of("learningRate", 0.02));
        }
    }
}
