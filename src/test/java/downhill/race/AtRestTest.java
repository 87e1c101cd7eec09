package downhill.race;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.engine.Precision;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import downhill.race.history.Curve;
import downhill.race.history.Series;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Beside a window the figures of a race that rests are those of the step it rests at. */
class AtRestTest {
    private static final TrainingSpec TRAINING = TrainingSpec.of(2000, 16);

    private static Race open(RaceOptions options) {
        return Races.open(Races.experiment(Races.iris(), TRAINING, Races.contender("a", "adam", 0.01),
                Races.contender("b", "sgd", 0.1).withSeeds(2)), options);
    }

    private static Score judged(Race race, String id, long step) {
        race.ready().join();
        LearningTask task = new LearningTask(race.prepared().orElseThrow(), ((Problem.Learning) race.experiment().problem()).model(), null);
        try (Judge judge = task.judge(Precision.FLOAT)) {
            return Score.mean(java.util.Arrays.stream(race.statesAt(id, step).join()).map(state -> judge.validate(state.parameters()))
                    .toArray(Score[]::new));
        }
    }

    private static void awaitFiguresOf(Race race, long step) {
        Races.await(race, now -> now.step() == step && now.state() == RaceState.PAUSED
                && now.contenders().stream().allMatch(one -> one.step() == step));
        for (String id : new String[] {"a", "b"}) {
            Score expected = judged(race, id, step);
            Races.await(race, now -> now.step() == step && Races.standing(now, id).step() == step
                    && Races.standing(now, id).validationLoss() == expected.loss()
                            && Races.standing(now, id).metric() == expected.metric());
        }
    }

    @Test
    void everybodyIsValidatedAtTheVeryStepAtWhichTheRaceRests() {
        try (Race race = open(RaceOptions.besideWindow())) {
            race.step(37);
            awaitFiguresOf(race, 37);
            race.seek(23);
            awaitFiguresOf(race, 23);
            race.seek(37);
            awaitFiguresOf(race, 37);
        }
    }

    @Test
    void anotherCourseToTheSameStepHasFiguresOfItsOwn() {
        try (Race race = open(RaceOptions.besideWindow())) {
            race.step(37);
            awaitFiguresOf(race, 37);
            double before = Races.standing(race.snapshot(), "a").validationLoss();
            race.seek(11);
            awaitFiguresOf(race, 11);
            race.changeHyperparameter("a", "learningRate", 0.3);
            race.step(26);
            awaitFiguresOf(race, 37);
            assertThat(Races.standing(race.snapshot(), "a").validationLoss()).isNotEqualTo(before);
        }
    }

    @Test
    void nothingOfItIsRecorded() {
        try (Race looked = open(RaceOptions.besideWindow()); Race alone = open(RaceOptions.alone())) {
            for (int step = 7; step <= 105; step += 7) {
                looked.step(7);
                awaitFiguresOf(looked, step);
            }
            alone.step(105);
            Races.await(alone, now -> now.step() == 105 && now.state() == RaceState.PAUSED);
            for (Series series : new Series[] {Series.VALIDATION_LOSS, Series.METRIC, Series.TRAIN_LOSS}) {
                Curve expected = alone.curve("a", series, 0, Long.MAX_VALUE, 4000);
                Curve actual = looked.curve("a", series, 0, Long.MAX_VALUE, 4000);
                assertThat(actual.x()).isEqualTo(expected.x());
                assertThat(actual.y()).isEqualTo(expected.y());
            }
            assertThat(DoubleStream.of(looked.curve("a", Series.VALIDATION_LOSS, 0, Long.MAX_VALUE, 4000).x())).doesNotContain(7.0, 49.0);
            assertThat(looked.scores().join()).isEqualTo(alone.scores().join());
            assertThat(looked.statesAt("a", 105).join()[0].parameters()).isEqualTo(alone.statesAt("a", 105).join()[0].parameters());
        }
    }

    @Test
    void aSurfaceHasNothingToValidate() {
        try (Race race = Races.open(Races.experiment(new Problem.Surface("x^2 + y^2", 1, 2), TRAINING,
                ContenderSpec.of("a", "a", "sgd", Map.of(), 0)), RaceOptions.besideWindow())) {
            race.step(5);
            RaceSnapshot rested = Races.await(race, now -> now.step() == 5 && now.state() == RaceState.PAUSED);
            assertThat(Races.standing(rested, "a").validationLoss()).isNaN();
        }
    }
}
