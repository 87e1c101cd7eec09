package downhill.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.engine.train.RunState;
import downhill.optim.Schedule;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.TrainingSpec;
import downhill.race.history.Series;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeMachineTest {
    private static final int STEPS = 400;
    private static final Experiment EXPERIMENT = Races.experiment(Races.iris(), TrainingSpec.of(STEPS, 16),
            Races.contender("a", "adam", 0.02),
            Races.contender("b", "momentum", 0.2).withSchedule(new Schedule.ReduceOnPlateau(0.5, 2, 0.01, 0)).withSeeds(2));

    private static double[] losses(Race race, String id) {
        return race.curve(id, Series.TRAIN_LOSS, 0, Long.MAX_VALUE, 1 << 20).y();
    }

    private static void runTo(Race race, long step) {
        long now = race.snapshot().step();
        race.step(step - now);
        Races.await(race, snapshot -> snapshot.step() == step && snapshot.state() != RaceState.RUNNING
                && snapshot.contenders().stream().noneMatch(one -> one.outcome() == Outcome.RUNNING && one.step() < step));
    }

    private static void goTo(Race race, long step) {
        race.seek(step);
        Races.settle(race);
        Races.await(race, snapshot -> snapshot.step() == step && snapshot.contenders().stream()
                .allMatch(one -> one.step() == step || one.outcome() != Outcome.RUNNING));
    }

    private static void assertSame(RunState[] expected, RunState[] actual) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i].step()).isEqualTo(expected[i].step());
            assertThat(actual[i].parameters()).isEqualTo(expected[i].parameters());
            assertThat(java.util.Arrays.deepEquals(actual[i].elements(), expected[i].elements())).isTrue();
            assertThat(actual[i].scalars()).isEqualTo(expected[i].scalars());
            assertThat(actual[i].schedule()).isEqualTo(expected[i].schedule());
        }
    }

    /** States seen while running forward, one step at a time. */
    private static Map<Long, RunState[]> forward(String id, long... steps) {
        Map<Long, RunState[]> states = new HashMap<>();
        try (Race race = Races.open(EXPERIMENT)) {
            Races.await(race, RaceState.PAUSED);
            for (long step : steps) {
                if (step > 0) {
                    runTo(race, step);
                }
                states.put(step, race.statesAt(id, step).join());
            }
        }
        return states;
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b"})
    void anyStepIsRepeatedBitForBit(String id) {
        Map<Long, RunState[]> expected = forward(id, 0, 1, 16, 17, 100, 123, 255, 256, 399);
        try (Race race = Races.open(EXPERIMENT, RaceOptions.alone().withKeyFrameBytes(60_000))) {
            race.start();
            Races.await(race, RaceState.ENDED);
            expected.forEach((step, states) -> assertSame(states, race.statesAt(id, step).join()));
        }
    }

    @Test
    void goingBackPutsAllContendersThereAndGoingOnRepeatsTheRest() {
        Map<Long, RunState[]> expected = forward("a", 123, 300);
        try (Race race = Races.open(EXPERIMENT)) {
            race.start();
            Races.await(race, RaceState.ENDED);
            double[] before = losses(race, "b");
            goTo(race, 123);
            assertThat(race.snapshot().state()).isEqualTo(RaceState.PAUSED);
            assertSame(expected.get(123L), race.statesAt("a", 123).join());
            assertThat(losses(race, "b")).isEqualTo(before);
            runTo(race, 300);
            assertSame(expected.get(300L), race.statesAt("a", 300).join());
            race.start();
            RaceSnapshot end = Races.await(race, RaceState.ENDED);
            assertThat(losses(race, "b")).isEqualTo(before);
            assertThat(end.contenders()).allSatisfy(one -> assertThat(one.outcome()).isEqualTo(Outcome.FINISHED));
        }
    }

    @Test
    void stepBackGoesBackOneStep() {
        try (Race race = Races.open(EXPERIMENT)) {
            runTo(race, 50);
            race.stepBack();
            race.stepBack();
            Races.settle(race);
            assertThat(Races.await(race, s -> s.step() == 48 && Races.standing(s, "a").step() == 48).state())
                    .isEqualTo(RaceState.PAUSED);
        }
    }

    @Test
    void aChangeByHandIsPartOfTheDocumentAndRepeatsTheRun() {
        try (Race race = Races.open(EXPERIMENT)) {
            runTo(race, 90);
            race.changeHyperparameter("a", "learningRate", 0.001);
            race.changeHyperparameter("b", "learningRate", 0.01);
            race.start();
            Races.await(race, RaceState.ENDED);
            Experiment changed = race.experiment();
            assertThat(changed.contenders().get(0).changes()).containsExactly(new ContenderSpec.Change(90, "learningRate", 0.001));
            assertThat(race.curve("a", Series.LEARNING_RATE, 89, 91, 10).y()).containsExactly(0.02, 0.001);
            try (Race again = Races.open(changed)) {
                again.start();
                Races.await(again, RaceState.ENDED);
                assertThat(losses(again, "a")).isEqualTo(losses(race, "a"));
                assertThat(losses(again, "b")).isEqualTo(losses(race, "b"));
                assertSame(race.statesAt("b", 95).join(), again.statesAt("b", 95).join());
            }
        }
    }

    @Test
    void aChangeInThePastForgetsTheFutureOfThatContenderAlone() {
        try (Race race = Races.open(EXPERIMENT)) {
            race.start();
            Races.await(race, RaceState.ENDED);
            double[] a = losses(race, "a");
            double[] b = losses(race, "b");
            goTo(race, 200);
            race.changeHyperparameter("a", "learningRate", 0.3);
            Races.settle(race);
            assertThat(losses(race, "a")).hasSize(200);
            assertThat(losses(race, "b")).isEqualTo(b);
            race.start();
            Races.await(race, RaceState.ENDED);
            assertThat(losses(race, "a")).hasSize(STEPS).startsWith(java.util.Arrays.copyOf(a, 200)).isNotEqualTo(a);
            assertThat(losses(race, "b")).isEqualTo(b);
            try (Race again = Races.open(race.experiment())) {
                again.start();
                Races.await(again, RaceState.ENDED);
                assertThat(losses(again, "a")).isEqualTo(losses(race, "a"));
            }
        }
    }

    @Test
    void aBranchWithNothingChangedGoesItsParentsWay() {
        try (Race race = Races.open(EXPERIMENT)) {
            race.start();
            Races.await(race, RaceState.ENDED);
            ContenderSpec parent = race.experiment().contenders().get(1);
            race.fork("b", 150, parent.copy("f", "fork", 2, null));
            Races.settle(race);
            race.start();
            Races.await(race, s -> s.contenders().size() == 3 && Races.standing(s, "f").outcome() == Outcome.FINISHED);
            double[] whole = losses(race, "b");
            assertThat(losses(race, "f")).isEqualTo(java.util.Arrays.copyOfRange(whole, 150, STEPS));
            assertThat(race.curve("f", Series.TRAIN_LOSS, 0, Long.MAX_VALUE, 1000).x()[0]).isEqualTo(150);
            assertSame(race.statesAt("b", STEPS).join(), race.statesAt("f", STEPS).join());
        }
    }

    @Test
    void aBranchWithAnotherRuleIsRepeatedFromTheDocument() {
        try (Race race = Races.open(EXPERIMENT)) {
            runTo(race, 220);
            ContenderSpec other = Races.contender("f", "adam", 0.01).withBatchSize(64)
                    .copy("f", "fork", 2, new ContenderSpec.Fork("a", 0, Map.of(3, 0.5)));
            race.fork("a", 100, other);
            race.start();
            Races.await(race, RaceState.ENDED);
            ContenderSpec rms = Races.contender("g", "rmsprop", 0.01);
            race.fork("a", 33, rms);
            race.start();
            Races.await(race, s -> s.contenders().size() == 4 && s.state() == RaceState.ENDED
                    && Races.standing(s, "g").outcome() == Outcome.FINISHED);
            assertThat(race.statesAt("f", 100).join()[0].parameters()[3]).isEqualTo(0.5);
            try (Race again = Races.open(race.experiment())) {
                again.start();
                Races.await(again, s -> s.state() == RaceState.ENDED);
                for (String id : List.of("a", "b", "f", "g")) {
                    assertThat(losses(again, id)).as(id).isEqualTo(losses(race, id));
                }
            }
        }
    }

    @Test
    void aStepThatIsNotRecordedIsRefused() {
        try (Race race = Races.open(EXPERIMENT)) {
            runTo(race, 5);
            assertThatThrownBy(() -> race.parametersAt("a", 6).join()).hasMessageContaining("Step 6");
            assertThatThrownBy(() -> race.parametersAt("nobody", 1).join()).hasMessageContaining("nobody");
        }
    }
}
