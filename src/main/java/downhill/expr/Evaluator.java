package downhill.expr;

import downhill.words.Said;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The value of a formula in float64, by walking its tree. This is the definition the engine's kernels are checked
 * against; it is not meant for a training loop.
 */
public final class Evaluator {
    private final ToDoubleFunction<String> values;

    private Evaluator(ToDoubleFunction<String> values) {
        this.values = values;
    }

    /** The value of {@code expr} where {@code values} gives each symbol's. */
    public static double evaluate(Expr expr, ToDoubleFunction<String> values) {
        return new Evaluator(values).value(expr);
    }

    /** The value of {@code expr}; a symbol that {@code values} lacks is reported at its place. */
    public static double evaluate(Expr expr, Map<String, Double> values) {
        requireValues(expr, values);
        return evaluate(expr, (ToDoubleFunction<String>) values::get);
    }

    private static void requireValues(Expr expr, Map<String, Double> values) {
        if (expr instanceof Expr.Sym sym && !values.containsKey(sym.name())) {
            throw new FormulaException(sym.span(), Said.of("symbol.valueless", sym.name()));
        }
        Exprs.children(expr).forEach(child -> requireValues(child, values));
    }

    private double value(Expr expr) {
        if (expr instanceof Expr.Num num) {
            return num.value();
        }
        if (expr instanceof Expr.Sym sym) {
            return values.applyAsDouble(sym.name());
        }
        if (expr instanceof Expr.Unary unary) {
            return unary.op().apply(value(unary.argument()));
        }
        if (expr instanceof Expr.Binary binary) {
            return binary.op().apply(value(binary.left()), value(binary.right()));
        }
        if (Exprs.isOfTensors(expr)) {
            throw new FormulaException(expr.span(), Said.of("formula.tensor"));
        }
        Expr.Select select = (Expr.Select) expr;
        return value(value(select.condition()) != 0 ? select.then() : select.otherwise());
    }
}
