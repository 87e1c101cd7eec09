package downhill.ui.screen.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How far reasons are apart, when a difference is noise, and how numbers are told. */
class ComparedTest {
    private static double[][] shares(double[]... rows) {
        return rows;
    }

    @Test
    void reasonsAreApartByHowMuchOfTheirSharesDiffers() {
        double[][] one = shares(new double[] {1, -2}, new double[] {0, 3});
        assertThat(Compared.distance(one, one)).isZero();
        assertThat(Compared.distance(one, shares(new double[] {-1, 2}, new double[] {0, -3}))).as("the contrary").isEqualTo(1);
        assertThat(Compared.distance(shares(new double[] {4, 0}), shares(new double[] {0, 4}))).as("nothing in common").isEqualTo(1);
        assertThat(Compared.distance(shares(new double[] {3, 0}), shares(new double[] {1, 0}))).isCloseTo(0.5, within(1e-12));
        assertThat(Compared.distance(shares(new double[] {0, 0}), shares(new double[] {0, 0}))).isZero();
    }

    @Test
    void aDifferenceIsNoiseWhereRowsDisagreeOnIt() {
        assertThat(Compared.isLevel(new double[] {1, 2, 3, 4}, new double[] {2, 1, 4, 3})).isTrue();
        assertThat(Compared.isLevel(new double[] {2, 3, 4, 5.1}, new double[] {1, 2, 3, 4})).isFalse();
        assertThat(Compared.isLevel(new double[] {1, 1}, new double[] {1, 1})).as("the same").isTrue();
    }

    @Test
    void sharesHaveTheDecimalsOfTheLargest() {
        assertThat(RowText.decimals(new double[] {0.185, -0.0012})).isEqualTo(3);
        assertThat(RowText.decimals(new double[] {40.71, 5.5})).isEqualTo(1);
        assertThat(RowText.decimals(new double[] {31_200, 14_800})).isZero();
        assertThat(RowText.decimals(new double[] {0.00123})).isEqualTo(5);
        assertThat(List.of(RowText.signedTo(31.24, 1), RowText.signedTo(-14.8, 1))).containsExactly("+31.2", "−14.8");
    }
}
