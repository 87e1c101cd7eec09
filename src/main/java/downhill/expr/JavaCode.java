package downhill.expr;

import java.util.Locale;
import java.util.Set;

/** Formulas as Java expressions over double variables with ASCII names; some call the methods in {@link #HELPERS}. */
public final class JavaCode extends CodePrinter {
    /** Source of the static methods that printed expressions may call. */
    public static final String HELPERS = """
            static double square(double x) {
                return x * x;
            }

            static double pow(double x, double y) {
                return x == 1 || x == -1 && Double.isInfinite(y) ? 1 : Math.pow(x, y);
            }

            static double sigmoid(double x) {
                return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
            }

            static double softplus(double x) {
                return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
            }

            static double erf(double x) {
                double z = Math.min(Math.abs(x), 6);
                double term = z;
                double sum = z;
                for (int n = 1; term > sum * 1e-17; n++) {
                    term *= 2 * z * z / (2 * n + 1);
                    sum += term;
                }
                return Math.copySign(2 / Math.sqrt(Math.PI) * Math.exp(-z * z) * sum, x);
            }
            """;
    private static final Set<String> RESERVED =
            Set.of(("abstract assert boolean break byte case catch char class const continue default do "
            + "double else enum extends final finally float for goto if implements import instanceof int interface long native new "
            + "package private "
            + "protected public return short static strictfp super switch synchronized this throw throws transient try void "
            + "volatile while true false "
            + "null _").split(" "));

    private JavaCode() {
    }

    /** The expression in Java. */
    public static String of(Expr expr) {
        return new JavaCode().print(expr);
    }

    /** {@code target = value;} */
    public static String of(Assignment line) {
        return name(line.target()) + " = " + of(line.value()) + ";";
    }

    /** The variable of a symbol. */
    public static String name(String canonical) {
        return new JavaCode().identifier(canonical);
    }

    @Override
    Set<String> reserved() {
        return RESERVED;
    }

    @Override
    String literal(double value) {
        if (!Double.isFinite(value)) {
            return Printer.nonFinite(value, "Double.NaN", "Double.POSITIVE_INFINITY", "Double.NEGATIVE_INFINITY");
        }
        return Double.toString(value);
    }

    @Override
    String call(UnaryOp op, String argument) {
        String name = op.name().toLowerCase(Locale.ROOT);
        return switch (op) {
            case SQUARE, SIGMOID, SOFTPLUS, ERF -> name + "(" + argument + ")";
            case SIGN -> "Math.signum(" + argument + ")";
            case ROUND -> "Math.rint(" + argument + ")";
            case RELU -> "Math.max(" + argument + ", 0.0)";
            default -> "Math." + name + "(" + argument + ")";
        };
    }

    @Override
    String call(BinaryOp op, String left, String right) {
        String name = op == BinaryOp.POWER ? "pow" : "Math." + op.name().toLowerCase(Locale.ROOT);
        return name + "(" + left + ", " + right + ")";
    }

    @Override
    String number(String condition) {
        return "(" + condition + " ? 1.0 : 0.0)";
    }

    @Override
    String select(String condition, String then, String otherwise) {
        return "(" + condition + " ? " + then + " : " + otherwise + ")";
    }

    @Override
    String not(String condition) {
        return "!" + condition;
    }

    @Override
    String both(String left, String right) {
        return "(" + left + " && " + right + ")";
    }

    @Override
    String either(String left, String right) {
        return "(" + left + " || " + right + ")";
    }
}
