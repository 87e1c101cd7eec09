package downhill.expr;

import java.util.function.DoubleBinaryOperator;

/** Functions of two numbers. Comparisons give 1 or 0; a comparison with NaN gives 0. */
public enum BinaryOp {
    ADD(Double::sum),
    SUBTRACT((a, b) -> a - b),
    MULTIPLY((a, b) -> a * b),
    DIVIDE((a, b) -> a / b),
    /**
     * As IEEE 754 has it, and with it C, NumPy, PyTorch and ND4J: 1 to whatever power is 1, NaN and ∞ among the powers, and so are
     * (−1)^±∞ and whatever^0. Java's own function gives NaN for 1^NaN and (±1)^±∞.
     */
    POWER((a, b) -> a == 1 || a == -1 && Double.isInfinite(b) ? 1 : Math.pow(a, b)),
    MIN(Math::min),
    MAX(Math::max),
    LESS((a, b) -> a < b ? 1 : 0),
    LESS_OR_EQUAL((a, b) -> a <= b ? 1 : 0),
    GREATER((a, b) -> a > b ? 1 : 0),
    GREATER_OR_EQUAL((a, b) -> a >= b ? 1 : 0),
    EQUAL((a, b) -> a == b ? 1 : 0),
    AND((a, b) -> a != 0 && b != 0 ? 1 : 0),
    OR((a, b) -> a != 0 || b != 0 ? 1 : 0);

    private final DoubleBinaryOperator definition;

    BinaryOp(DoubleBinaryOperator definition) {
        this.definition = definition;
    }

    /** The value of this function at (a, b). */
    public double apply(double a, double b) {
        return definition.applyAsDouble(a, b);
    }
}
