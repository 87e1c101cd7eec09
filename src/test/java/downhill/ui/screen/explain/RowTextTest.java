package downhill.ui.screen.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How numbers are told. */
class RowTextTest {
    @Test
    void sharesHaveTheDecimalsOfTheLargest() {
        assertThat(RowText.decimals(new double[] {0.185, -0.0012})).isEqualTo(3);
        assertThat(RowText.decimals(new double[] {40.71, 5.5})).isEqualTo(1);
        assertThat(RowText.decimals(new double[] {31_200, 14_800})).isZero();
        assertThat(RowText.decimals(new double[] {0.00123})).isEqualTo(5);
        assertThat(List.of(RowText.signedTo(31.24, 1), RowText.signedTo(-14.8, 1))).containsExactly("+31.2", "−14.8");
    }
}
