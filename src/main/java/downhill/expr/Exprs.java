package downhill.expr;

import java.util.List;
import java.util.Objects;
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
        if (expr instanceof Expr.Product product) {
            return List.of(product.left(), product.right());
        }
        if (expr instanceof Expr.Reduce reduce) {
            return List.of(reduce.argument());
        }
        if (expr instanceof Expr.OfMatrix of) {
            return List.of(of.argument());
        }
        if (expr instanceof Expr.Evaluated evaluated) {
            return List.of(evaluated.argument());
        }
        return expr instanceof Expr.Transpose transpose ? List.of(transpose.argument()) : List.of();
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
        return mapTensors(expr, change);
    }

    private static Expr mapTensors(Expr expr, UnaryOperator<Expr> change) {
        if (expr instanceof Expr.Product product) {
            return new Expr.Product(change.apply(product.left()), change.apply(product.right()), product.span());
        }
        if (expr instanceof Expr.Reduce reduce) {
            return new Expr.Reduce(reduce.op(), reduce.over(), change.apply(reduce.argument()), reduce.span());
        }
        if (expr instanceof Expr.OfMatrix of) {
            return new Expr.OfMatrix(of.function(), change.apply(of.argument()), of.power(), of.span());
        }
        if (expr instanceof Expr.Evaluated evaluated) {
            return new Expr.Evaluated(evaluated.what(), change.apply(evaluated.argument()), evaluated.span());
        }
        return expr instanceof Expr.Transpose transpose ? new Expr.Transpose(change.apply(transpose.argument()), transpose.span()) : expr;
    }

    /** Whether it needs whole tensors and not one element at a time: there is a reduction, a product of matrices or a transpose in it. */
    public static boolean seesTensors(Expr expr) {
        return isOfTensors(expr) || children(expr).stream().anyMatch(Exprs::seesTensors);
    }

    /** The same of one tensor, and not of all together. */
    public static boolean seesOneTensor(Expr expr) {
        boolean own = isOfTensors(expr) && !(expr instanceof Expr.Reduce reduce && reduce.over() == Over.ALL)
                && !(expr instanceof Expr.Evaluated);
        return own || children(expr).stream().anyMatch(Exprs::seesOneTensor);
    }

    /** Whether the value itself is made of a whole tensor. */
    public static boolean isOfTensors(Expr expr) {
        return expr instanceof Expr.Reduce || expr instanceof Expr.Product || expr instanceof Expr.Transpose
                || expr instanceof Expr.OfMatrix || expr instanceof Expr.Evaluated;
    }

    /** What the model is asked in a formula, which a rule allows once in a line; null where nothing. */
    public static Expr.Evaluated evaluated(Expr expr) {
        if (expr instanceof Expr.Evaluated evaluated) {
            return evaluated;
        }
        return children(expr).stream().map(Exprs::evaluated).filter(Objects::nonNull).findFirst().orElse(null);
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
        if (mapped instanceof Expr.Select select) {
            return new Expr.Select(select.condition(), select.then(), select.otherwise(), Span.NONE);
        }
        return tensorWithoutSpan(mapped);
    }

    private static Expr tensorWithoutSpan(Expr expr) {
        if (expr instanceof Expr.Product product) {
            return new Expr.Product(product.left(), product.right(), Span.NONE);
        }
        if (expr instanceof Expr.Reduce reduce) {
            return new Expr.Reduce(reduce.op(), reduce.over(), reduce.argument(), Span.NONE);
        }
        if (expr instanceof Expr.OfMatrix of) {
            return new Expr.OfMatrix(of.function(), of.argument(), of.power(), Span.NONE);
        }
        if (expr instanceof Expr.Evaluated evaluated) {
            return new Expr.Evaluated(evaluated.what(), evaluated.argument(), Span.NONE);
        }
        return new Expr.Transpose(((Expr.Transpose) expr).argument(), Span.NONE);
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
