package downhill.expr;

/**
 * Shorter formulas of the same value: constants are folded where the result is short, neutral elements and double signs go.
 *
 * <p>Where an operand is infinite or NaN the simpler formula may be finite (0·x becomes 0); elsewhere the values agree up to rounding.
 */
public final class Simplify {
    private static final int SHORT = 6;

    private Simplify() {
    }

    /** The simplified formula. */
    public static Expr simplify(Expr expr) {
        return node(Exprs.mapChildren(expr, Simplify::simplify));
    }

    /** Simplifies a node whose parts are simple already. */
    static Expr node(Expr expr) {
        Expr folded = fold(expr);
        if (folded instanceof Expr.Unary unary) {
            return unary(unary);
        }
        if (folded instanceof Expr.Binary binary) {
            return binary(binary);
        }
        return folded instanceof Expr.Select select ? select(select) : folded;
    }

    static Expr number(double value) {
        Expr magnitude = new Expr.Num(Math.abs(value), Span.NONE);
        return value < 0 ? new Expr.Unary(UnaryOp.NEGATE, magnitude, Span.NONE) : magnitude;
    }

    /** The value of a number, with or without a minus; NaN for anything else. */
    static double constant(Expr expr) {
        if (expr instanceof Expr.Num num) {
            return num.value();
        }
        boolean minus = expr instanceof Expr.Unary unary && unary.op() == UnaryOp.NEGATE;
        return minus && ((Expr.Unary) expr).argument() instanceof Expr.Num num ? -num.value() : Double.NaN;
    }

    private static Expr fold(Expr expr) {
        boolean sum = expr instanceof Expr.Unary || expr instanceof Expr.Binary;
        if (!sum || Double.isFinite(constant(expr)) || !Exprs.children(expr).stream().allMatch(c -> Double.isFinite(constant(c)))) {
            return expr;
        }
        double value = Evaluator.evaluate(expr, name -> Double.NaN);
        boolean shorter = Double.isFinite(value) && Printer.number(Math.abs(value)).length() <= SHORT;
        return shorter ? number(value) : expr;
    }

    private static Expr unary(Expr.Unary unary) {
        if (unary.op() != UnaryOp.NEGATE) {
            return unary;
        }
        if (constant(unary) == 0) {
            return number(0);
        }
        return isNegated(unary.argument()) ? negated(unary.argument()) : unary;
    }

    private static Expr binary(Expr.Binary b) {
        return switch (b.op()) {
            case ADD -> sum(b);
            case SUBTRACT -> difference(b);
            case MULTIPLY -> product(b);
            case DIVIDE -> quotient(b);
            case POWER -> power(b);
            default -> b;
        };
    }

    private static Expr sum(Expr.Binary b) {
        if (constant(b.left()) == 0) {
            return b.right();
        }
        if (constant(b.right()) == 0) {
            return b.left();
        }
        return isNegated(b.right()) ? node(with(BinaryOp.SUBTRACT, b.left(), negated(b.right()))) : b;
    }

    private static Expr difference(Expr.Binary b) {
        if (constant(b.right()) == 0) {
            return b.left();
        }
        if (constant(b.left()) == 0) {
            return negate(b.right());
        }
        return isNegated(b.right()) ? node(with(BinaryOp.ADD, b.left(), negated(b.right()))) : b;
    }

    private static Expr product(Expr.Binary b) {
        double left = constant(b.left());
        double right = constant(b.right());
        if (left == 0 || right == 0) {
            return number(0);
        }
        if (left == 1 || right == 1) {
            return left == 1 ? b.right() : b.left();
        }
        if (isNegated(b.left())) {
            return negate(node(with(BinaryOp.MULTIPLY, negated(b.left()), b.right())));
        }
        if (isNegated(b.right())) {
            return negate(node(with(BinaryOp.MULTIPLY, b.left(), negated(b.right()))));
        }
        return Double.isFinite(right) && !Double.isFinite(left) ? node(with(BinaryOp.MULTIPLY, b.right(), b.left())) : constantsTogether(b);
    }

    /** 2·(3·x) becomes 6·x. */
    private static Expr constantsTogether(Expr.Binary b) {
        if (b.right() instanceof Expr.Binary inner && inner.op() == BinaryOp.MULTIPLY
                && Double.isFinite(constant(b.left())) && Double.isFinite(constant(inner.left()))) {
            Expr factor = fold(with(BinaryOp.MULTIPLY, b.left(), inner.left()));
            return Double.isFinite(constant(factor)) ? node(with(BinaryOp.MULTIPLY, factor, inner.right())) : b;
        }
        return b;
    }

    private static Expr quotient(Expr.Binary b) {
        if (constant(b.right()) == 0) {
            return b;
        }
        if (constant(b.left()) == 0) {
            return number(0);
        }
        if (constant(b.right()) == 1) {
            return b.left();
        }
        return isNegated(b.left()) ? negate(with(BinaryOp.DIVIDE, negated(b.left()), b.right())) : b;
    }

    private static Expr power(Expr.Binary b) {
        double exponent = constant(b.right());
        if (exponent == 0) {
            return number(1);
        }
        if (exponent == 1) {
            return b.left();
        }
        return exponent == 2 ? new Expr.Unary(UnaryOp.SQUARE, b.left(), b.span()) : b;
    }

    private static Expr select(Expr.Select select) {
        double condition = constant(select.condition());
        if (Double.isFinite(condition)) {
            return condition != 0 ? select.then() : select.otherwise();
        }
        return Exprs.same(select.then(), select.otherwise()) ? select.then() : select;
    }

    private static boolean isNegated(Expr expr) {
        return expr instanceof Expr.Unary unary && unary.op() == UnaryOp.NEGATE;
    }

    private static Expr negated(Expr expr) {
        return ((Expr.Unary) expr).argument();
    }

    private static Expr negate(Expr expr) {
        return node(new Expr.Unary(UnaryOp.NEGATE, expr, Span.NONE));
    }

    private static Expr with(BinaryOp op, Expr left, Expr right) {
        return new Expr.Binary(op, left, right, Span.NONE);
    }
}
