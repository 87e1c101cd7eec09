package downhill.race;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.source.SampleData;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Initializer;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.optim.Schedule;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import downhill.race.history.Curve;
import downhill.race.history.Series;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RaceDeterminismTest {
    private static final int STEPS = 300;
    private static final ContenderSpec ADAM = Races.contender("a", "adam", 0.02);
    private static final ContenderSpec PLATEAU = Races.contender("b", "momentum", 0.1)
            .withSchedule(new Schedule.ReduceOnPlateau(0.5, 3, 0.01, 0));
    private static final ContenderSpec SEEDS = Races.contender("c", "rmsprop", 0.01).withSeeds(3);
    private static final ContenderSpec SMALL_BATCH = Races.contender("d", "adagrad", 0.1).withBatchSize(8);

    /** With dropout and augmentation, so that everything drawn at random takes part. */
    private static Experiment experiment(ContenderSpec... contenders) {
        ModelSpec model = new ModelSpec(new Architecture.Mlp(List.of(8), Activation.TANH), Loss.CROSS_ENTROPY,
                Initializer.DEFAULT, 0.2);
        TrainingSpec plain = TrainingSpec.of(STEPS, 32);
        TrainingSpec training = new TrainingSpec(STEPS, 32, plain.penalty(), plain.clipping(), null,
                TrainingSpec.AugmentationSpec.jitter(0.1));
        return Races.experiment(new Problem.Learning(SampleData.of("iris").spec(), model), training, contenders);
    }

    private static Map<String, Curve> run(Experiment experiment, RaceOptions options) {
        try (Race race = Races.open(experiment, options)) {
            race.start();
            Races.await(race, RaceState.ENDED);
            return curves(race);
        }
    }

    private static Map<String, Curve> curves(Race race) {
        Map<String, Curve> curves = new java.util.TreeMap<>();
        for (ContenderSpec spec : race.experiment().contenders()) {
            for (Series series : List.of(Series.TRAIN_LOSS, Series.VALIDATION_LOSS, Series.METRIC, Series.LEARNING_RATE,
                    Series.BAND_LOW, Series.BAND_HIGH)) {
                curves.put(spec.id() + " " + series.kind(), race.curve(spec.id(), series, 0, Long.MAX_VALUE, 100_000));
            }
        }
        return curves;
    }

    static void assertSame(Map<String, Curve> expected, Map<String, Curve> actual) {
        expected.forEach((key, curve) -> {
            assertThat(actual.get(key).x()).as(key).isEqualTo(curve.x());
            assertThat(actual.get(key).y()).as(key).isEqualTo(curve.y());
        });
    }

    @Test
    void everyStepIsRecorded() {
        Map<String, Curve> curves = run(experiment(ADAM), RaceOptions.alone());
        assertThat(curves.get("a TRAIN_LOSS").size()).isEqualTo(STEPS);
        assertThat(curves.get("a LEARNING_RATE").y()).containsOnly(0.02);
        double[] validated = curves.get("a VALIDATION_LOSS").x();
        assertThat(validated[0]).isZero();
        assertThat(validated[validated.length - 1]).isEqualTo(STEPS);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.001", "2, 50", "4, 3"})
    void historyDependsNeitherOnThreadsNorOnChunks(int threads, double chunkMillis) {
        Experiment experiment = experiment(ADAM, PLATEAU, SEEDS, SMALL_BATCH);
        Map<String, Curve> expected = run(experiment, RaceOptions.alone());
        assertSame(expected, run(experiment, RaceOptions.alone().withThreads(threads).withChunkMillis(chunkMillis)));
    }

    @Test
    void historyDoesNotDependOnOtherContenders() {
        Map<String, Curve> together = run(experiment(ADAM, PLATEAU, SEEDS, SMALL_BATCH), RaceOptions.alone());
        for (ContenderSpec alone : List.of(ADAM, PLATEAU, SEEDS, SMALL_BATCH)) {
            assertSame(run(experiment(alone), RaceOptions.alone()), together);
        }
    }

    @Test
    void historyDependsNeitherOnSpeedNorOnPauses() {
        Experiment experiment = experiment(ADAM, PLATEAU);
        Map<String, Curve> expected = run(experiment, RaceOptions.alone());
        try (Race race = Races.open(experiment)) {
            race.setSpeed(2000);
            race.start();
            Races.await(race, snapshot -> snapshot.step() > 20);
            race.pause();
            Races.await(race, RaceState.PAUSED);
            race.step(7);
            Races.settle(race);
            race.setSpeed(Double.POSITIVE_INFINITY);
            race.start();
            Races.await(race, RaceState.ENDED);
            assertSame(expected, curves(race));
        }
    }

    @Test
    void aContenderThatJoinsLateGoesTheSameWay() {
        Map<String, Curve> expected = run(experiment(ADAM, PLATEAU, SEEDS), RaceOptions.alone());
        try (Race race = Races.open(experiment(ADAM))) {
            race.step(101);
            Races.await(race, snapshot -> snapshot.step() == 101 && snapshot.state() == RaceState.PAUSED);
            race.add(PLATEAU);
            Races.await(race, snapshot -> Races.standing(snapshot, "a").step() == 101 && snapshot.contenders().size() == 2
                    && Races.standing(snapshot, "b").step() == 101);
            race.step(50);
            race.add(SEEDS);
            race.start();
            Races.await(race, RaceState.ENDED);
            assertSame(expected, curves(race));
        }
    }

    @Test
    void resetRunsTheSameAgain() {
        Experiment experiment = experiment(ADAM, PLATEAU);
        try (Race race = Races.open(experiment)) {
            race.start();
            Races.await(race, RaceState.ENDED);
            Map<String, Curve> first = curves(race);
            race.reset();
            RaceSnapshot begun = Races.await(race, RaceState.PAUSED);
            assertThat(begun.step()).isZero();
            assertThat(race.curve("a", Series.TRAIN_LOSS, 0, Long.MAX_VALUE, 10).size()).isZero();
            race.start();
            Races.await(race, RaceState.ENDED);
            assertSame(first, curves(race));
        }
    }
}
