package downhill.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the operators are where a careless definition overflows, or loses not-a-number. */
class OperatorsTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    @ParameterizedTest
    @CsvSource({"SIGMOID, 1000, 1", "SIGMOID, -1000, 0", "SIGMOID, 0, 0.5", "SOFTPLUS, 1000, 1000", "SOFTPLUS, -1000, 0",
        "SOFTPLUS, 0, 0.6931471805599453", "TANH, 1000, 1", "EXP, -1000, 0", "SIGN, -0.001, -1", "SIGN, 0, 0", "RELU, -3, 0", "RELU, 3, 3",
        "NOT, 0, 1", "NOT, -0.5, 0", "ABS, -7, 7", "ROUND, 0.5, 0", "ROUND, 1.5, 2",
        "ROUND, -2.5, -2", "ROUND, 2.51, 3", "ROUND, 1e300, 1e300", "SQUARE, -3, 9"})
    void aFunctionHasItsLimits(UnaryOp op, double x, double value) {
        assertThat(op.apply(x)).isEqualTo(value);
    }

    @ParameterizedTest
    @EnumSource(value = UnaryOp.class, mode = EnumSource.Mode.EXCLUDE, names = "NOT")
    void notANumberPassesThroughEveryFunction(UnaryOp op) {
        assertThat(op.apply(Double.NaN)).isNaN();
    }

    @ParameterizedTest
    @EnumSource(value = BinaryOp.class, names = {"ADD", "SUBTRACT", "MULTIPLY", "DIVIDE", "MIN", "MAX"})
    void notANumberPassesThroughArithmetic(BinaryOp op) {
        assertThat(op.apply(Double.NaN, 1)).isNaN();
        assertThat(op.apply(1, Double.NaN)).isNaN();
    }

    @ParameterizedTest
    @EnumSource(value = BinaryOp.class, names = {"LESS", "LESS_OR_EQUAL", "GREATER", "GREATER_OR_EQUAL", "EQUAL"})
    void aComparisonWithNotANumberDoesNotHold(BinaryOp op) {
        assertThat(op.apply(Double.NaN, 1)).isZero();
        assertThat(op.apply(1, Double.NaN)).isZero();
        assertThat(op.apply(Double.NaN, Double.NaN)).isZero();
    }

    @Test
    void whatIsNotZeroIsTrue() {
        assertThat(BinaryOp.AND.apply(-2, 0.5)).isEqualTo(1);
        assertThat(BinaryOp.AND.apply(-2, 0)).isZero();
        assertThat(BinaryOp.OR.apply(0, -0.0)).isZero();
        assertThat(BinaryOp.OR.apply(0, INF)).isEqualTo(1);
    }

    /** Abramowitz &amp; Stegun, table 7.1, and the series' first term. */
    @ParameterizedTest
    @CsvSource({"0.5, 0.5204998778130465", "1, 0.8427007929497149", "1.5, 0.9661051464753108", "2, 0.9953222650189527",
        "3, 0.9999779095030014", "6, 1", "1e-10, 1.1283791670955126e-10"})
    void erfIsOddAndRightToRounding(double x, double value) {
        assertThat(UnaryOp.ERF.apply(x)).isCloseTo(value, within(3e-16));
        assertThat(UnaryOp.ERF.apply(-x)).isEqualTo(-UnaryOp.ERF.apply(x));
        assertThat(UnaryOp.ERF.apply(x) / value).isCloseTo(1, within(4e-16));
    }

    @Test
    void theBranchNotTakenIsNotEvaluated() {
        Expr guarded = Parser.expression("if(x > 0, log(x), 0) + if(x > 0, 1/x, 0)");
        assertThat(Evaluator.evaluate(guarded, Map.of("x", 0.0))).isZero();
        assertThat(Evaluator.evaluate(guarded, Map.of("x", Double.NaN))).isZero();
    }
}
