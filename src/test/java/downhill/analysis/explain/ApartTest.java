package downhill.analysis.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** How far reasons are apart, when a difference is noise, and how numbers are told. */
class ApartTest {
    private static double[][] shares(double[]... rows) {
        return rows;
    }

    @Test
    void reasonsAreApartByHowMuchOfTheirSharesDiffers() {
        double[][] one = shares(new double[] {1, -2}, new double[] {0, 3});
        assertThat(Apart.distance(one, one)).isZero();
        assertThat(Apart.distance(one, shares(new double[] {-1, 2}, new double[] {0, -3}))).as("the contrary").isEqualTo(1);
        assertThat(Apart.distance(shares(new double[] {4, 0}), shares(new double[] {0, 4}))).as("nothing in common").isEqualTo(1);
        assertThat(Apart.distance(shares(new double[] {3, 0}), shares(new double[] {1, 0}))).isCloseTo(0.5, within(1e-12));
        assertThat(Apart.distance(shares(new double[] {0, 0}), shares(new double[] {0, 0}))).isZero();
    }

    @Test
    void aDifferenceIsNoiseWhereRowsDisagreeOnIt() {
        assertThat(Apart.isLevel(new double[] {1, 2, 3, 4}, new double[] {2, 1, 4, 3})).isTrue();
        assertThat(Apart.isLevel(new double[] {2, 3, 4, 5.1}, new double[] {1, 2, 3, 4})).isFalse();
        assertThat(Apart.isLevel(new double[] {1, 1}, new double[] {1, 1})).as("the same").isTrue();
    }

    @Test
    void eachLeansOnWhatMovesItMoreThanTheOther() {
        assertThat(Apart.leans(new double[] {8, 1, 1}, new double[] {10, 70, 20})).containsExactly(0, 1);
        assertThat(Apart.leans(new double[] {8, 2}, new double[] {80, 20})).as("the same shares").containsExactly(-1, -1);
        assertThat(Apart.leans(new double[] {0, 0}, new double[] {0, 0})).containsExactly(-1, -1);
        assertThat(Apart.shares(new double[] {1, 3})).containsExactly(0.25, 0.75);
    }
}
