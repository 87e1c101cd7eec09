package downhill.engine.opencl;

import downhill.engine.graph.Op;
import downhill.engine.plan.KernelCode;
import downhill.expr.BinaryOp;
import downhill.expr.UnaryOp;

/** Single operations as expressions of OpenCL C; not-a-number passes through as the definitions say. */
final class Formulas {
    private Formulas() {
    }

    static String of(KernelCode.Step step) {
        String a = "r" + step.a();
        String b = "r" + step.b();
        if (step.op() instanceof Op.Unary unary) {
            return of(unary.op(), a);
        }
        if (step.op() instanceof Op.Binary binary) {
            return of(binary.op(), a, b);
        }
        return "(" + a + " != 0 ? " + b + " : r" + step.c() + ")";
    }

    private static String of(UnaryOp op, String a) {
        return switch (op) {
            case NEGATE -> "-" + a;
            case ABS -> "fabs(" + a + ")";
            case SIGN -> "(" + a + " != " + a + " ? " + a + " : sign(" + a + "))";
            case ROUND -> "rint(" + a + ")";
            case SQUARE -> a + " * " + a;
            case SQRT -> "sqrt(" + a + ")";
            case EXP -> "exp(" + a + ")";
            case LOG -> "log(" + a + ")";
            case SIN -> "sin(" + a + ")";
            case COS -> "cos(" + a + ")";
            case TANH -> "tanh(" + a + ")";
            case SIGMOID -> "sigmoid(" + a + ")";
            case RELU -> "(" + a + " > 0 || " + a + " != " + a + " ? " + a + " : 0)";
            case SOFTPLUS -> "softplus(" + a + ")";
            case ERF -> "erf(" + a + ")";
            case NOT -> truth(a + " == 0");
        };
    }

    private static String of(BinaryOp op, String a, String b) {
        return switch (op) {
            case ADD -> a + " + " + b;
            case SUBTRACT -> a + " - " + b;
            case MULTIPLY -> a + " * " + b;
            case DIVIDE -> a + " / " + b;
            case POWER -> "power(" + a + ", " + b + ")";
            case MIN -> "smaller(" + a + ", " + b + ")";
            case MAX -> "larger(" + a + ", " + b + ")";
            case LESS -> truth(a + " < " + b);
            case LESS_OR_EQUAL -> truth(a + " <= " + b);
            case GREATER -> truth(a + " > " + b);
            case GREATER_OR_EQUAL -> truth(a + " >= " + b);
            case EQUAL -> truth(a + " == " + b);
            case AND -> truth(a + " != 0 && " + b + " != 0");
            case OR -> truth(a + " != 0 || " + b + " != 0");
        };
    }

    private static String truth(String condition) {
        return "(" + condition + " ? (real)1 : (real)0)";
    }

    /** What the expressions above call. A power is as Java has it: 1 to whatever is 1, but what is not a number stays so. */
    static final String FUNCTIONS = """
            real larger(real a, real b) { return a != a ? a : b != b ? b : a > b ? a : b; }
            real smaller(real a, real b) { return a != a ? a : b != b ? b : a < b ? a : b; }
            real sigmoid(real a) { const real e = exp(-fabs(a)); return (a >= 0 ? (real)1 : e) / (1 + e); }
            real softplus(real a) { return a != a ? a : fmax(a, (real)0) + log1p(exp(-fabs(a))); }
            real power(real a, real b) { return b != b && a != 1 ? b : pow(a, b); }
            """;
}
