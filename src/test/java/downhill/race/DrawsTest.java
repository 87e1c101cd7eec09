package downhill.race;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.BatchSchedule;
import downhill.data.CounterRandom;
import downhill.race.document.TrainingSpec;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two uses of one seed never have a draw in common: augmentation, noise, first values, shuffles; nor have two steps of one use. */
class DrawsTest {
    private static final long SEED = 3;
    private static final int ROWS = 8;
    private static final int[] IMAGE = {1, 6, 6};
    private static final int SIZE = 36;
    private static final int STEPS = 60;

    @Test
    void jitterAndNoiseAreNewInEveryStepAndApartFromEachOtherAndFromFirstValues() {
        Set<Double> seen = new HashSet<>();
        int drawn = 0;
        for (TrainingSpec.AugmentationSpec spec : new TrainingSpec.AugmentationSpec[] {
                new TrainingSpec.AugmentationSpec(1, 0, false, 0), new TrainingSpec.AugmentationSpec(0, 0, false, 1)}) {
            Augmenter augmenter = Augmenter.of(spec, IMAGE);
            for (int step = 0; step < STEPS; step++) {
                double[] x = new double[ROWS * SIZE];
                augmenter.apply(x, ROWS, SEED, step);
                Arrays.stream(x).forEach(seen::add);
                drawn += x.length;
            }
        }
        for (int at = 0; at < 5_000; at++, drawn++) {
            seen.add(CounterRandom.gaussian(SEED, CounterRandom.INITIAL_VALUES, at));
        }
        assertThat(seen).hasSize(drawn);
    }

    @Test
    void rowsAndStepsAreMovedIndependently() {
        Augmenter augmenter = Augmenter.of(new TrainingSpec.AugmentationSpec(0, 2, true, 0), IMAGE);
        Set<String> seen = new HashSet<>();
        for (int step = 0; step < STEPS; step++) {
            double[] x = new double[ROWS * SIZE];
            Arrays.setAll(x, i -> i % SIZE);
            augmenter.apply(x, ROWS, SEED, step);
            seen.add(Arrays.toString(x));
        }
        assertThat(seen).hasSize(STEPS);
    }

    @Test
    void everyEpochIsShuffledAnew() {
        BatchSchedule schedule = new BatchSchedule(30, 30, SEED);
        Set<String> seen = new HashSet<>();
        for (int epoch = 0; epoch < STEPS; epoch++) {
            seen.add(Arrays.toString(schedule.rows(epoch, new int[30])));
        }
        assertThat(seen).hasSize(STEPS);
    }

    @Test
    void purposesOfOneSeedShareNoDraws() {
        Set<Long> seen = new HashSet<>();
        for (long purpose = CounterRandom.SPLIT; purpose <= CounterRandom.SAMPLING; purpose++) {
            for (int counter = 0; counter < 10_000; counter++) {
                seen.add(CounterRandom.bits(SEED, purpose, counter));
            }
        }
        assertThat(seen).hasSize(80_000);
    }
}
