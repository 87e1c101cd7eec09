package downhill.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Identities of the functions that must not overflow, from the smallest numbers to the largest. */
class StableFunctionsTest {
    private static final double[] SIZES = {0, 1e-300, 1e-9, 0.3, 1, 20, 36, 40, 700, 750, 1e4, 1e300, Double.POSITIVE_INFINITY};

    @Test
    void theSigmoidAndItsMirrorSumToOne() {
        for (double x : SIZES) {
            double right = UnaryOp.SIGMOID.apply(x);
            double left = UnaryOp.SIGMOID.apply(-x);
            assertThat(right).as("at %s", x).isBetween(0.5, 1.0);
            assertThat(Math.abs(right + left - 1)).isLessThan(1e-15);
        }
    }

    @Test
    void softplusLessItsMirrorIsTheNumber() {
        for (double x : SIZES) {
            double right = UnaryOp.SOFTPLUS.apply(x);
            double left = UnaryOp.SOFTPLUS.apply(-x);
            assertThat(left).as("at %s", -x).isBetween(0.0, Math.log(2));
            if (Double.isFinite(x)) {
                assertThat(right - left).as("at %s", x).isCloseTo(x, within(1e-15 * Math.max(1, x)));
            }
        }
    }

    @Test
    void noNumberStaysNone() {
        for (UnaryOp op : UnaryOp.values()) {
            assertThat(Double.isNaN(op.apply(Double.NaN))).as("%s", op).isEqualTo(op != UnaryOp.NOT);
        }
    }
}
