package downhill.expr;

import downhill.words.Said;
import java.util.IdentityHashMap;
import java.util.Map;

/** Makes nodes and refuses trees too large or too deep for those who walk them recursively. */
final class TreeBuilder {
    static final int MAX_NODES = 5_000;
    static final int MAX_DEPTH = 200;

    private final Map<Expr, Integer> depths = new IdentityHashMap<>();
    private int nodes;

    Expr number(double value, Span span) {
        return added(new Expr.Num(value, span), 1);
    }

    Expr symbol(String name, Span span) {
        return added(new Expr.Sym(name, span), 1);
    }

    Expr unary(UnaryOp op, Expr argument, Span span) {
        return added(new Expr.Unary(op, argument, span), 1 + depth(argument));
    }

    Expr binary(BinaryOp op, Expr left, Expr right, Span span) {
        return added(new Expr.Binary(op, left, right, span), 1 + Math.max(depth(left), depth(right)));
    }

    Expr select(Expr condition, Expr then, Expr otherwise, Span span) {
        int depth = Math.max(depth(condition), Math.max(depth(then), depth(otherwise)));
        return added(new Expr.Select(condition, then, otherwise, span), 1 + depth);
    }

    Expr reduce(Reduction op, Over over, Expr argument, Span span) {
        return added(new Expr.Reduce(op, over, argument, span), 1 + depth(argument));
    }

    Expr product(Expr left, Expr right, Span span) {
        return added(new Expr.Product(left, right, span), 1 + Math.max(depth(left), depth(right)));
    }

    Expr transpose(Expr argument, Span span) {
        return added(new Expr.Transpose(argument, span), 1 + depth(argument));
    }

    Expr ofMatrix(MatrixFunction function, Expr argument, double power, Span span) {
        return added(new Expr.OfMatrix(function, argument, power, span), 1 + depth(argument));
    }

    Expr evaluated(ModelQuestion what, Expr argument, Span span) {
        return added(new Expr.Evaluated(what, argument, span), 1 + depth(argument));
    }

    /** Accounts for a second use of a tree, whose nodes every reader will visit again. */
    Expr again(Expr expr) {
        count(Exprs.size(expr), expr.span());
        return expr;
    }

    private int depth(Expr expr) {
        return depths.getOrDefault(expr, 1);
    }

    private Expr added(Expr expr, int depth) {
        count(1, expr.span());
        if (depth > MAX_DEPTH) {
            throw new FormulaException(expr.span(),
                    Said.of("formula.deep", MAX_DEPTH));
        }
        depths.put(expr, depth);
        return expr;
    }

    private void count(int more, Span span) {
        nodes += more;
        if (nodes > MAX_NODES) {
            throw new FormulaException(span,
                    Said.of("formula.parts", MAX_NODES));
        }
    }
}
