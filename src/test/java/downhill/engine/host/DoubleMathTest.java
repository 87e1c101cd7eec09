package downhill.engine.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.expr.UnaryOp;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DoubleMathTest {
    private static final int COUNT = 300_000;

    /** Of all sizes from 10⁻³⁰⁰ to 700, of either sign. */
    private static double[] numbers() {
        SplittableRandom random = new SplittableRandom(7);
        double[] x = new double[COUNT];
        for (int i = 0; i < COUNT; i++) {
            double size = i % 3 == 0 ? Math.pow(10, -300 * random.nextDouble()) : 700 * Math.pow(10, -7 * random.nextDouble());
            x[i] = random.nextBoolean() ? size : -size;
        }
        return x;
    }

    @Test
    void theQuickTanhIsNearTheDefinition() {
        double[] x = numbers();
        double[] y = new double[COUNT];
        DoubleMath.quickTanh(y, x, COUNT);
        for (int i = 0; i < COUNT; i++) {
            double defined = UnaryOp.TANH.apply(x[i]);
            if (!(Math.abs(y[i] - defined) <= 1.5e-15 * Math.abs(defined))) {
                assertThat(y[i]).as("tanh %s", x[i]).isEqualTo(defined);
            }
            assertThat(Math.abs(y[i]) > 1).as("tanh %s is beyond 1", x[i]).isFalse();
        }
    }

    @Test
    void theQuickTanhLetsNotANumberPassAndEndsAtOne() {
        double[] y = new double[5];
        DoubleMath.quickTanh(y, new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.0, -0.0}, 5);
        assertThat(y[0]).isNaN();
        assertThat(y[1]).isEqualTo(1, within(2e-16));
        assertThat(y[2]).isEqualTo(-1, within(2e-16));
        assertThat(Arrays.copyOfRange(y, 3, 5)).containsExactly(0.0, -0.0);
    }

    @Test
    void theQuickSigmoidIsNearTheDefinition() {
        double[] x = numbers();
        double[] y = new double[COUNT];
        DoubleMath.quickSigmoid(y, x, COUNT);
        for (int i = 0; i < COUNT; i++) {
            if (!(Math.abs(y[i] - UnaryOp.SIGMOID.apply(x[i])) <= 7e-16)) {
                assertThat(y[i]).as("σ(%s)", x[i]).isEqualTo(UnaryOp.SIGMOID.apply(x[i]));
            }
        }
    }

    @Test
    void theSigmoidIsToTheBitWhatItIsDefinedAs() {
        double[] x = numbers();
        x[0] = Double.NaN;
        x[1] = Double.NEGATIVE_INFINITY;
        x[2] = -0.0;
        double[] y = new double[COUNT];
        new DoubleMath(COUNT).sigmoid(y, x, COUNT);
        for (int i = 0; i < COUNT; i++) {
            assertThat(Double.compare(y[i], UnaryOp.SIGMOID.apply(x[i]))).as("σ(%s)", x[i]).isZero();
        }
    }
}
