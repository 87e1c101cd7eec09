package downhill.expr;

import java.util.Locale;
import java.util.Set;

/**
 * Formulas as Python expressions over PyTorch tensors, with ASCII names; they call {@code _tensor}, {@code _both} and {@code _where}, so
 * that a number may stand where a tensor is wanted.
 */
public final class TorchCode extends CodePrinter {
    private static final Set<String> RESERVED =
            Set.of(("False None True and as assert async await break class continue def del elif else except "
            + "finally for from global if import in is lambda nonlocal not or pass raise return try while with yield torch").split(" "));

    private TorchCode() {
    }

    /** The expression in Python. */
    public static String of(Expr expr) {
        return new TorchCode().print(expr);
    }

    /** {@code target = value} */
    public static String of(Assignment line) {
        return name(line.target()) + " = " + of(line.value());
    }

    /** The variable of a symbol; λ is {@code lambda_}, for lambda is a word of Python. */
    public static String name(String canonical) {
        return new TorchCode().identifier(canonical);
    }

    @Override
    Set<String> reserved() {
        return RESERVED;
    }

    @Override
    String literal(double value) {
        return Double.isFinite(value) ? Printer.number(value) : Printer.nonFinite(value, "float('nan')", "float('inf')", "-float('inf')");
    }

    @Override
    String call(UnaryOp op, String argument) {
        String tensor = "_tensor(" + argument + ")";
        return op == UnaryOp.SOFTPLUS ? "torch.logaddexp(" + tensor + ", torch.zeros_like(" + tensor + "))"
                : "torch." + op.name().toLowerCase(Locale.ROOT) + "(" + tensor + ")";
    }

    @Override
    String call(BinaryOp op, String left, String right) {
        String name = switch (op) {
            case MIN -> "minimum";
            case MAX -> "maximum";
            default -> "pow";
        };
        return "_both(torch." + name + ", " + left + ", " + right + ")";
    }

    /** Matrices are as PyTorch keeps them, [outputs × inputs]; a convolution's kernel is one row for each filter. */
    @Override
    String tensor(Expr expr) {
        if (expr instanceof Expr.Product product) {
            return "_product(" + print(product.left()) + ", " + print(product.right()) + ")";
        }
        if (expr instanceof Expr.OfMatrix of) {
            return ofMatrix(of);
        }
        if (expr instanceof Expr.Reduce reduce && reduce.over() == Over.ALL) {
            return "(yield (\"" + reduce.op().word() + "\", _tensor(" + print(reduce.argument()) + ")))";
        }
        if (expr instanceof Expr.Reduce reduce) {
            return "_" + reduce.over().prefix() + reduce.op().word() + "(" + print(reduce.argument()) + ")";
        }
        if (expr instanceof Expr.Evaluated evaluated) {
            return "(yield (\"" + evaluated.what().name().toLowerCase(Locale.ROOT) + "\", " + print(evaluated.argument()) + "))";
        }
        return "_transpose(" + print(((Expr.Transpose) expr).argument()) + ")";
    }

    private String ofMatrix(Expr.OfMatrix of) {
        String argument = print(of.argument());
        return "_" + of.function().word() + "(" + argument + switch (of.function()) {
            case ROOT -> ", " + literal(of.power());
            case IDENTITY, MAT -> ", theta";
            default -> "";
        } + ")";
    }

    @Override
    String number(String condition) {
        return "_where(" + condition + ", 1.0, 0.0)";
    }

    @Override
    String select(String condition, String then, String otherwise) {
        return "_where(" + condition + ", " + then + ", " + otherwise + ")";
    }

    @Override
    String not(String condition) {
        return "torch.logical_not(torch.as_tensor(" + condition + "))";
    }

    @Override
    String both(String left, String right) {
        return "torch.logical_and(torch.as_tensor(" + left + "), torch.as_tensor(" + right + "))";
    }

    @Override
    String either(String left, String right) {
        return "torch.logical_or(torch.as_tensor(" + left + "), torch.as_tensor(" + right + "))";
    }
}
