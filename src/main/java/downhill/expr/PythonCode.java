package downhill.expr;

import java.util.Locale;
import java.util.Set;

/** Formulas as Python expressions over NumPy arrays or floats with ASCII names. */
public final class PythonCode extends CodePrinter {
    /** The imports that printed expressions need. */
    public static final String IMPORTS = "import math\nimport numpy as np\n";
    private static final Set<String> RESERVED =
            Set.of(("False None True and as assert async await break class continue def del elif else except "
            + "finally for from global if import in is lambda nonlocal not or pass raise return try while with yield np math").split(" "));

    private PythonCode() {
    }

    /** The expression in Python. */
    public static String of(Expr expr) {
        return new PythonCode().print(expr);
    }

    /** {@code target = value} */
    public static String of(Assignment line) {
        return name(line.target()) + " = " + of(line.value());
    }

    /** The variable of a symbol; λ is {@code lambda_}, for lambda is a word of Python. */
    public static String name(String canonical) {
        return new PythonCode().identifier(canonical);
    }

    @Override
    Set<String> reserved() {
        return RESERVED;
    }

    @Override
    String literal(double value) {
        if (!Double.isFinite(value)) {
            return Printer.nonFinite(value, "np.nan", "np.inf", "-np.inf");
        }
        return Printer.number(value);
    }

    @Override
    String call(UnaryOp op, String argument) {
        return switch (op) {
            case SIGMOID -> "(1 / (1 + np.exp(-(" + argument + "))))";
            case RELU -> "np.maximum(" + argument + ", 0)";
            case SOFTPLUS -> "np.logaddexp(0, " + argument + ")";
            case ERF -> "np.vectorize(math.erf)(" + argument + ")";
            default -> "np." + op.name().toLowerCase(Locale.ROOT) + "(" + argument + ")";
        };
    }

    @Override
    String call(BinaryOp op, String left, String right) {
        String name = switch (op) {
            case MIN -> "minimum";
            case MAX -> "maximum";
            default -> "float_power";
        };
        return "np." + name + "(" + left + ", " + right + ")";
    }

    @Override
    String number(String condition) {
        return "np.where(" + condition + ", 1.0, 0.0)";
    }

    @Override
    String select(String condition, String then, String otherwise) {
        return "np.where(" + condition + ", " + then + ", " + otherwise + ")";
    }

    @Override
    String not(String condition) {
        return "np.logical_not(" + condition + ")";
    }

    @Override
    String both(String left, String right) {
        return "np.logical_and(" + left + ", " + right + ")";
    }

    @Override
    String either(String left, String right) {
        return "np.logical_or(" + left + ", " + right + ")";
    }
}
