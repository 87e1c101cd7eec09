package downhill.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.race.history.LossWindow;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The loss told is the mean of the last batches, of all seeds and of each. */
class RecentLossesTest {
    private static final int SEEDS = 3;
    private static final int STEPS = 60;

    /** Mean of the last {@code window} losses before a step, none before the birth. */
    private static double mean(double[] losses, long begin, long step, int window) {
        return Arrays.stream(losses, (int) Math.max(begin, step - window), (int) step).average().orElse(Double.NaN);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 7", "0, 100", "13, 1", "13, 7", "13, 100"})
    void theyAreMeansOfTheLastBatches(long begin, int window) {
        double[][] seeds = new double[SEEDS][];
        Arrays.setAll(seeds, seed -> new Random(seed).doubles(STEPS, 0, 9).toArray());
        double[] means = new double[STEPS];
        Arrays.setAll(means, step -> Arrays.stream(seeds).mapToDouble(losses -> losses[step]).average().orElseThrow());
        RecentLosses recent = new RecentLosses(begin, window, SEEDS);
        assertThat(recent.window()).isEqualTo(window);
        assertThat(recent.told(begin)).as("no step was done").isNaN();
        for (long step = begin; step < STEPS; step++) {
            recent.mean(step, means[(int) step]);
            for (int seed = 0; seed < SEEDS; seed++) {
                recent.seed(seed, step, seeds[seed][(int) step]);
            }
            assertThat(recent.told(step + 1)).as("after %d", step + 1).isCloseTo(mean(means, begin, step + 1, window), within(1e-12));
            for (int seed = 0; seed < SEEDS; seed++) {
                assertThat(recent.told(seed, step + 1)).isCloseTo(mean(seeds[seed], begin, step + 1, window), within(1e-12));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1", "100, 0, 1", "100, 100, 1", "100, 1000, 1", "100, 99, 2", "100, 30, 4", "99, 33, 3",
        "100000, 10, 100", "1000, 10, 100",
        "990, 10, 99", "5, 1, 5", "9000000000, 2, 100"})
    void aWindowIsAnEpochAndNeverMoreThanTheMost(long rows, int batch, int length) {
        assertThat(LossWindow.length(rows, batch)).isEqualTo(length);
    }

    @Test
    void aLossThatIsNoNumberIsToldAsNone() {
        double[] losses = {1, 2, Double.NaN, 4, 5, 6};
        for (int step = 1; step <= losses.length; step++) {
            boolean inTheWindow = step >= 3 && step <= 5;
            double told = LossWindow.mean(0, step, 3, at -> losses[(int) at]);
            assertThat(Double.isNaN(told)).as("after %d", step).isEqualTo(inTheWindow);
        }
    }
}
