package downhill.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.TrainingSpec;
import downhill.race.history.Curve;
import downhill.race.history.LossWindow;
import downhill.race.history.Series;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The one training loss that is told: the mean of the last epoch's batches. */
class LossToldTest {
    /** Longer ago than the history knows single losses. */
    private static final long FAR = 150_000;

    @ParameterizedTest
    @CsvSource({"0, 0, 1", "120, 120, 1", "120, 500, 1", "120, 16, 8", "120, 15, 8", "121, 15, 9", "1000000, 32, 100", "50, 1, 50"})
    void itIsOfAsManyBatchesAsAnEpochHasAndOfAHundredAtMost(long rows, int batch, int steps) {
        assertThat(LossWindow.length(rows, batch)).isEqualTo(steps);
    }

    @Test
    void beforeTheFirstStepThereIsNoneAndThenItIsOfThoseDone() {
        assertThat(LossWindow.mean(5, 5, 3, step -> step)).isNaN();
        assertThat(LossWindow.mean(5, 7, 3, step -> step)).isEqualTo(5.5);
        assertThat(LossWindow.mean(5, 20, 3, step -> step)).isEqualTo(18);
    }

    /** 50 rows, 40 learned from: 20 batches of 2. */
    private static Experiment line(long steps) {
        ContenderSpec several = Races.contender("b", "adam", 1e-3).withSeeds(3);
        return Races.experiment(Races.line(), TrainingSpec.of(steps, 2), Races.contender("a", "sgd", 1e-4), several);
    }

    private static double mean(Race race, String id, Series series, int step) {
        int over = LossWindow.length(race.prepared().orElseThrow().training().count(), 2);
        assertThat(over).isBetween(10, 25);
        Curve all = race.curve(id, series, Math.max(0, step - over), step, 1000);
        return Arrays.stream(all.y()).average().orElseThrow();
    }

    @Test
    void whereverOneGoesItIsTheMeanOfTheRecordedLosses() {
        try (Race race = Races.open(line(600))) {
            race.start();
            Races.await(race, RaceState.ENDED);
            for (int step : new int[] {600, 1, 7, 100, 333, 599}) {
                race.seek(step);
                RaceSnapshot there = Races.await(race, now -> now.contenders().stream().allMatch(one -> one.step() == step));
                for (String id : new String[] {"a", "b"}) {
                    double expected = mean(race, id, Series.TRAIN_LOSS, step);
                    assertThat(Races.standing(there, id).loss()).as("%s at %s", id, step).isCloseTo(expected, within(1e-12));
                    assertThat(race.loss(id, step)).isEqualTo(Races.standing(there, id).loss());
                }
                double[] range = race.lossRange("b", step).orElseThrow();
                assertThat(range[0]).isCloseTo(mean(race, "b", Series.BAND_LOW, step), within(1e-12)).isLessThan(race.loss("b", step));
                assertThat(range[1]).isCloseTo(mean(race, "b", Series.BAND_HIGH, step), within(1e-12)).isGreaterThan(race.loss("b", step));
                assertThat(race.lossRange("a", step)).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 11_111})
    void farBackItIsExactlyWhatItWas(int step) {
        Experiment experiment = Races.experiment(Races.line(), TrainingSpec.of(FAR, 2), Races.contender("a", "sgd", 1e-4));
        try (Race race = Races.open(experiment); Race again = Races.open(experiment)) {
            again.step(step);
            double first = Races.standing(Races.await(again, now -> now.step() == step), "a").loss();
            race.start();
            Races.await(race, RaceState.ENDED);
            assertThat(race.loss("a", step)).as("the losses it is the mean of are not kept").isNaN();
            race.seek(step);
            Races.await(race, now -> now.step() == step && Races.standing(now, "a").step() == step);
            assertThat(Races.standing(race.snapshot(), "a").loss()).isEqualTo(first).isEqualTo(race.loss("a", step));
        }
    }
}
