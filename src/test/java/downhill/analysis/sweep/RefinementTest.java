package downhill.analysis.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import downhill.optim.Scale;
import downhill.words.RefusedException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Points of axes, the order of pixels, and what is told of a motion. */
class RefinementTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "5, 9", "16, 16", "17, 40", "100, 64", "3, 200"})
    void everyPixelComesOnceAndEachLevelKnowsItsGrid(int rows, int columns) {
        Set<Refinement.Pixel> known = new HashSet<>();
        List<Refinement.Level> levels = Refinement.levels(rows, columns);
        for (Refinement.Level level : levels) {
            for (Refinement.Pixel pixel : level.pixels()) {
                assertThat(known.add(pixel)).as("%s again", pixel).isTrue();
            }
            int stride = level.stride();
            assertThat(known).hasSize(((rows + stride - 1) / stride) * ((columns + stride - 1) / stride));
            assertThat(known).allMatch(pixel -> pixel.row() % stride == 0 && pixel.column() % stride == 0);
        }
        assertThat(known).hasSize(rows * columns);
        int longer = Math.max(rows, columns);
        assertThat(levels.get(0).stride() == 1 || longer / levels.get(0).stride() >= 8).as("a first picture is no blot").isTrue();
        assertThat(longer / levels.get(0).stride()).as("nor nearly all").isLessThan(16);
    }

    @Test
    void whatIsNotKnownYetLooksLikeTheKnownBeforeIt() {
        double[][] values = {{1, 0, 2, 0, 3}, {0, 0, 0, 0, 0}, {4, 0, 5, 0, 6}};
        assertThat(Refinement.filled(values, 2)).isEqualTo(new double[][] {{1, 1, 2, 2, 3}, {1, 1, 2, 2, 3}, {4, 4, 5, 5, 6}});
        assertThat(Refinement.filled(values, 1)).isEqualTo(values);
    }

    @Test
    void pointsOfAnAxisAreEquallyFarApartOnItsScale() {
        for (int count = 2; count < 40; count++) {
            double[] linear = new SweepAxis("η", -2, 7, Scale.LINEAR, count).values();
            double[] log = new SweepAxis("η", 1e-5, 10, Scale.LOG, count).values();
            assertThat(new double[] {linear[0], linear[count - 1]}).containsExactly(-2, 7);
            assertThat(new double[] {log[0], log[count - 1]}).containsExactly(1e-5, 10);
            for (int i = 1; i < count; i++) {
                assertThat(linear[i] - linear[i - 1]).isCloseTo(9.0 / (count - 1), within(1e-12));
                assertThat(log[i] / log[i - 1]).isCloseTo(Math.pow(1e6, 1.0 / (count - 1)), within(1e-9 * 1e6));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, LINEAR, 5", "2, 1, LINEAR, 5", "NaN, 1, LINEAR, 5", "0, 1, LOG, 5", "-1, 1, LOG, 5", "0, 1, LINEAR, 1"})
    void axesThatAreNoneAreRefused(double low, double high, Scale scale, int count) {
        assertThatThrownBy(() -> new SweepAxis("η", low, high, scale, count)).isInstanceOf(RefusedException.class);
    }

    /** x is multiplied by a factor at each step: what becomes of it is known. */
    @ParameterizedTest
    @CsvSource({"0.5, CONVERGES", "0.999, SLOW", "-0.9, OSCILLATES", "-1, OSCILLATES", "1, SLOW", "1.1, DIVERGES", "-1.1, DIVERGES",
        "1e200, DIVERGES", "0, CONVERGES"})
    void aMotionIsToldByItsFactor(double factor, Phase phase) {
        int steps = 100;
        Motion motion = new Motion(steps);
        double x = 1;
        for (int step = 0; step < steps; step++) {
            x *= factor;
            motion.at(step, x);
        }
        assertThat(motion.phase()).isEqualTo(phase);
    }
}
