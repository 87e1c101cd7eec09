package downhill.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.expr.UnaryOp;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FloatMathTest {
    private interface Loop {
        void run(float[] target, float[] argument, int count);
    }

    static Stream<Arguments> functions() {
        return Stream.of(function(UnaryOp.EXP, FloatMath::exp, -87, 88.7, 3), function(UnaryOp.TANH, FloatMath::tanh, -40, 40, 6),
                function(UnaryOp.SIGMOID, FloatMath::sigmoid, -86, 86, 4),
                function(UnaryOp.SOFTPLUS, FloatMath::softplus, -86, 100, 4), function(UnaryOp.ERF, FloatMath::erf, -9, 9, 6),
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
}
