package downhill.engine.host;

import downhill.engine.graph.Op;
import downhill.engine.plan.KernelCode;
import downhill.expr.BinaryOp;
import downhill.expr.UnaryOp;

/** Binds steps to registers. Each loop is a method of its own, so that the compiler turns it into vector instructions. */
final class FloatSteps {
    private FloatSteps() {
    }

    /** @param inner length of a row */
    static FloatStep bind(KernelCode.Step step, float[][] registers, boolean quick, int inner) {
        FloatStep between = FloatRowSteps.bind(step.op(), registers[step.target()], registers[step.a()], inner);
        if (between != null) {
            return between;
        }
        FloatStep each = bind(step, registers, quick);
        return step.rows() ? n -> each.run(n / inner) : each;
    }

    private static FloatStep bind(KernelCode.Step step, float[][] registers, boolean quick) {
        float[] t = registers[step.target()];
        float[] a = registers[step.a()];
        if (step.op() instanceof Op.Unary unary) {
            FloatStep own = quick ? FloatMath.quick(unary.op(), t, a) : null;
            return own == null ? unary(unary.op(), t, a) : own;
        }
        float[] b = registers[step.b()];
        if (step.op() instanceof Op.Binary binary) {
            return binary(binary.op(), t, a, b);
        }
        float[] c = registers[step.c()];
        return n -> FloatMath.select(t, a, b, c, n);
    }

    private static FloatStep unary(UnaryOp op, float[] t, float[] a) {
        return switch (op) {
            case NEGATE -> n -> FloatLoops.negate(t, a, n);
            case ABS -> n -> FloatLoops.abs(t, a, n);
            case SIGN -> n -> FloatLoops.sign(t, a, n);
            case SQUARE -> n -> FloatLoops.multiply(t, a, a, n);
            case SQRT -> n -> FloatLoops.sqrt(t, a, n);
            case RELU -> n -> FloatLoops.relu(t, a, n);
            case EXP -> {
                FloatMath math = new FloatMath(t.length);
                yield n -> math.exp(t, a, n);
            }
            case TANH -> n -> FloatMath.tanh(t, a, n);
            case SIGMOID -> {
                FloatMath math = new FloatMath(t.length);
                yield n -> math.sigmoid(t, a, n);
            }
            case SOFTPLUS -> {
                FloatMath math = new FloatMath(t.length);
                yield n -> math.softplus(t, a, n);
            }
            case ERF -> n -> FloatMath.erf(t, a, n);
            case LOG -> n -> FloatMath.log(t, a, n);
            case SIN, COS, ROUND, NOT -> n -> FloatLoops.apply(op, t, a, n);
        };
    }

    private static FloatStep binary(BinaryOp op, float[] t, float[] a, float[] b) {
        return switch (op) {
            case ADD -> n -> FloatLoops.add(t, a, b, n);
            case SUBTRACT -> n -> FloatLoops.subtract(t, a, b, n);
            case MULTIPLY -> n -> FloatLoops.multiply(t, a, b, n);
            case DIVIDE -> n -> FloatLoops.divide(t, a, b, n);
            case MIN -> n -> FloatLoops.min(t, a, b, n);
            case MAX -> n -> FloatLoops.max(t, a, b, n);
            case GREATER -> n -> FloatMath.greater(t, a, b, n);
            case POWER, LESS, LESS_OR_EQUAL, GREATER_OR_EQUAL, EQUAL, AND, OR -> n -> FloatLoops.apply(op, t, a, b, n);
        };
    }
}
