package downhill.expr;

import java.util.function.DoubleUnaryOperator;

/** Functions of one number. The operator given is the definition, in float64; the engine's own kernels are checked against it. */
public enum UnaryOp {
    NEGATE(x -> -x),
    ABS(Math::abs),
    /** −1, 0 or 1; NaN stays NaN. */
    SIGN(Math::signum),
    /** The nearest whole number, of two equally near the even one. */
    ROUND(Math::rint),
    SQUARE(x -> x * x),
    SQRT(Math::sqrt),
    EXP(Math::exp),
    LOG(Math::log),
    SIN(Math::sin),
    COS(Math::cos),
    TANH(Math::tanh),
    /** 1 / (1 + e^−x), without overflow for either sign. */
    SIGMOID(x -> x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x))),
    /** max(x, 0). */
    RELU(x -> x > 0 || Double.isNaN(x) ? x : 0),
    /** log(1 + e^x), without overflow. */
    SOFTPLUS(x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))),
    /** The Gauss error function, to float64 rounding. */
    ERF(Erf::of),
    /** 1 where the argument is zero, else 0. */
    NOT(x -> x == 0 ? 1 : 0);

    private final DoubleUnaryOperator definition;

    UnaryOp(DoubleUnaryOperator definition) {
        this.definition = definition;
    }

    /** The value of this function at x. */
    public double apply(double x) {
        return definition.applyAsDouble(x);
    }
}
