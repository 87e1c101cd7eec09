package downhill.expr;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What every walk over a formula needs. */
public final class Exprs {
    private Exprs() {
    }

    /** The parts of an expression, in reading order; empty for a number or a symbol. */
    public static List<Expr> children(Expr expr) {
        if (expr instanceof Expr.Unary unary) {
            return List.of(unary.argument());
        }
        if (expr instanceof Expr.Binary binary) {
            return List.of(binary.left(), binary.right());
        }
        if (expr instanceof Expr.Select select) {
            return List.of(select.condition(), select.then(), select.otherwise());
        }
        return List.of();
    }

    /** The same expression with each of its parts replaced by {@code change} of it; a number or symbol stays as it is. */
    public static Expr mapChildren(Expr expr, UnaryOperator<Expr> change) {
        if (expr instanceof Expr.Unary unary) {
            return new Expr.Unary(unary.op(), change.apply(unary.argument()), unary.span());
        }
        if (expr instanceof Expr.Binary binary) {
            return new Expr.Binary(binary.op(), change.apply(binary.left()), change.apply(binary.right()), binary.span());
        }
        if (expr instanceof Expr.Select select) {
            return new Expr.Select(change.apply(select.condition()), change.apply(select.then()),
                    change.apply(select.otherwise()), select.span());
        }
        return expr;
    }

    /** The number of nodes, a part used twice counted twice. */
    public static int size(Expr expr) {
        int size = 1;
        for (Expr child : children(expr)) {
            size += size(child);
        }
        return size;
    }

    /** The expression without its places in a text, so that {@code equals} compares structure alone. */
    public static Expr withoutSpans(Expr expr) {
        if (expr instanceof Expr.Num num) {
            return new Expr.Num(num.value(), Span.NONE);
        }
        if (expr instanceof Expr.Sym sym) {
            return new Expr.Sym(sym.name(), Span.NONE);
        }
        Expr mapped = mapChildren(expr, Exprs::withoutSpans);
        if (mapped instanceof Expr.Unary unary) {
            return new Expr.Unary(unary.op(), unary.argument(), Span.NONE);
        }
        if (mapped instanceof Expr.Binary binary) {
            return new Expr.Binary(binary.op(), binary.left(), binary.right(), Span.NONE);
        }
        Expr.Select select = (Expr.Select) mapped;
        return new Expr.Select(select.condition(), select.then(), select.otherwise(), Span.NONE);
    }

    /** Whether two expressions have the same structure, wherever they stand in a text. */
    public static boolean same(Expr a, Expr b) {
        return withoutSpans(a).equals(withoutSpans(b));
    }

    /** The expression with every symbol replaced by {@code change} of it. */
    public static Expr replaceSymbols(Expr expr, Function<Expr.Sym, Expr> change) {
        return expr instanceof Expr.Sym sym ? change.apply(sym) : mapChildren(expr, child -> replaceSymbols(child, change));
    }
}
