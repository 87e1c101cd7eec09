package downhill.analysis.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Seasons that were put into a series are found in it, whatever its trend and its noise. */
class SeasonTest {
    private static double[] series(int season, double trend, double noise, long seed) {
        Random random = new Random(seed);
        double[] values = new double[20 * season];
        Arrays.setAll(values, i -> 5 + Math.sin(2 * Math.PI * i / season) + trend * i + noise * random.nextGaussian());
        return values;
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 7, 12, 24, 52})
    void aSeasonIsFound(int season) {
        assertThat(Season.of(series(season, 0, 0, 1))).isEqualTo(season);
        assertThat(Season.of(series(season, 3, 0, 1))).as("beside a steep trend").isEqualTo(season);
        assertThat(Season.of(series(season, 0, 0.05, 1))).as("beside noise").isBetween(season - 1, season + 1);
    }

    @Test
    void whereThereIsNoneNoneIsFound() {
        assertThat(Season.of(new double[0])).isZero();
        assertThat(Season.of(new double[] {1, 2, 3})).isZero();
        assertThat(Season.of(new double[60])).as("all the same").isZero();
        double[] line = new double[60];
        Arrays.setAll(line, i -> 3.0 * i);
        assertThat(Season.of(new Random(3).doubles(300).toArray())).as("noise").isZero();
    }
}
