package downhill.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.expr.UnaryOp;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FloatMathTest {
    private static final FloatMath MATH = new FloatMath(800_000);

    private interface Loop {
        void run(float[] target, float[] argument, int count);
    }

    static Stream<Arguments> functions() {
        return Stream.of(function(UnaryOp.EXP, MATH::exp, -87, 88.7, 3), function(UnaryOp.TANH, FloatMath::tanh, -40, 40, 6),
                function(UnaryOp.SIGMOID, MATH::sigmoid, -86, 86, 4),
                function(UnaryOp.SOFTPLUS, MATH::softplus, -86, 100, 4), function(UnaryOp.ERF, FloatMath::erf, -9, 9, 6),
                function(UnaryOp.LOG, FloatMath::log, 1e-30, 100, 1));
    }

    private static Arguments function(UnaryOp op, Loop loop, double from, double to, int units) {
        return Arguments.of(op, loop, from, to, units);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void isRightToAFewUnitsInTheLastPlace(UnaryOp op, Loop loop, double from, double to, int units) {
        int count = 400_000;
        float[] x = new float[2 * count];
        for (int i = 0; i < count; i++) {
            x[i] = (float) (from + (to - from) * i / (count - 1));
            x[count + i] = (float) (x[i] * Math.pow(2, -(i % 60)));
        }
        float[] y = new float[x.length];
        loop.run(y, x, x.length);
        for (int i = 0; i < x.length; i++) {
            double exact = op.apply(x[i]);
            double error = Math.abs(y[i] - exact) / Math.ulp((float) exact);
            assertThat(error).as("%s(%s) = %s, not %s", op, x[i], exact, y[i]).isLessThanOrEqualTo(units);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void letsNotANumberPassAndIsRightAtInfinity(UnaryOp op, Loop loop, double from, double to, int units) {
        float[] x = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 200, 0};
        float[] y = new float[x.length];
        loop.run(y, x, x.length);
        for (int i = 0; i < x.length; i++) {
            float exact = (float) op.apply(x[i]);
            if (Float.isFinite(exact)) {
                assertThat(Math.abs(y[i] - exact)).as("%s(%s)", op, x[i]).isLessThan(1e-6f);
            } else {
                assertThat(y[i]).as("%s(%s)", op, x[i]).isEqualTo(exact);
            }
        }
    }

    @Test
    void manyNumbersAtOnceAreToTheBitWhatEachIsAlone() {
        float[] x = new float[100_000];
        for (int i = 0; i < x.length; i++) {
            x[i] = -150 + 300f * i / x.length;
        }
        x[7] = Float.NaN;
        x[8] = Float.NEGATIVE_INFINITY;
        float[] together = x.clone();
        MATH.exp(together, together, x.length);
        for (int i = 0; i < x.length; i++) {
            assertThat(Float.compare(together[i], Exponential.of(x[i]))).as("e^%s", x[i]).isZero();
        }
    }

    /** A block without numbers beyond the limits takes a shorter way. */
    @Test
    void aNumberHasTheSameBitsWhateverStandsBesideIt() {
        float[] x = new float[256];
        for (int i = 0; i < x.length; i++) {
            x[i] = -89 + 178f * i / x.length;
        }
        for (float beside : new float[] {0, 88.4f, -86.9f, 1e6f, -1e6f, 8.7e6f, -8.7e6f, Float.POSITIVE_INFINITY, Float.NaN}) {
            for (int from = 0; from < x.length; from += 32) {
                float[] block = Arrays.copyOfRange(x, from, from + 33);
                block[32] = beside;
                MATH.exp(block, block, block.length);
                for (int i = 0; i < 32; i++) {
                    assertThat(Float.compare(block[i], Exponential.of(x[from + i]))).as("e^%s beside %s", x[from + i], beside).isZero();
                }
                assertThat(Float.compare(block[32], Exponential.of(beside))).as("e^%s", beside).isZero();
            }
        }
    }

    @Test
    void theExponentialIsInfiniteExactlyWhereFloatEnds() {
        float last = 88.72283f;
        assertThat(Float.isFinite(Exponential.of(last))).isTrue();
        for (float x = Math.nextUp(last); x < 88.73f; x = Math.nextUp(x)) {
            assertThat(Float.isInfinite(Exponential.of(x))).as("e^%s", x).isTrue();
        }
    }

    @Test
    void choosingLetsEveryBitPatternThrough() {
        float[] values = {0f, -0f, 1, -1, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MIN_VALUE, -Float.MIN_VALUE};
        float[] t = new float[1];
        for (float a : values) {
            for (float b : values) {
                FloatMath.greater(t, new float[] {a}, new float[] {b}, 1);
                assertThat(t[0]).isEqualTo(a > b ? 1f : 0f);
                FloatMath.select(t, new float[] {a}, new float[] {b}, new float[] {3}, 1);
                assertThat(Float.compare(t[0], a != 0 ? b : 3f)).as("%s %s", a, b).isZero();
            }
        }
    }
}
