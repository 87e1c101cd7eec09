package downhill.expr;

import downhill.words.Said;

/**
 * The derivative of a formula by one of its symbols, as a formula.
 *
 * <p>At a corner it takes one side or the middle: |x|′ = sign x (0 at 0), max(a, b)′ is that of a where a ≥ b, relu′ is 0 at 0.
 * Comparisons, {@code and}, {@code or}, {@code not} and {@code sign} are constant between their jumps, so their derivative is 0.
 */
public final class Derivative {
    private static final double TWO_OVER_ROOT_PI = 2 / Math.sqrt(Math.PI);

    private final String symbol;

    private Derivative(String symbol) {
        this.symbol = symbol;
    }

    /** d expr / d symbol, simplified. */
    public static Expr of(Expr expr, String symbol) {
        return new Derivative(symbol).derive(Simplify.simplify(expr));
    }

    private Expr derive(Expr expr) {
        if (expr instanceof Expr.Num) {
            return Simplify.number(0);
        }
        if (expr instanceof Expr.Sym sym) {
            return Simplify.number(sym.name().equals(symbol) ? 1 : 0);
        }
        if (expr instanceof Expr.Unary unary) {
            return unary(unary);
        }
        if (expr instanceof Expr.Binary binary) {
            return binary(binary);
        }
        if (Exprs.isOfTensors(expr)) {
            throw new FormulaException(expr.span(), Said.of("formula.tensor"));
        }
        Expr.Select select = (Expr.Select) expr;
        return select(select.condition(), derive(select.then()), derive(select.otherwise()));
    }

    private Expr unary(Expr.Unary unary) {
        Expr inner = derive(unary.argument());
        if (Simplify.constant(inner) == 0) {
            return inner;
        }
        return unary.op() == UnaryOp.NEGATE ? apply(UnaryOp.NEGATE, inner) : product(slope(unary), inner);
    }

    /** The derivative of a function by its argument. */
    private Expr slope(Expr.Unary unary) {
        Expr u = unary.argument();
        return switch (unary.op()) {
            case NEGATE -> Simplify.number(-1);
            case ABS -> apply(UnaryOp.SIGN, u);
            case SIGN, ROUND, NOT -> Simplify.number(0);
            case SQUARE -> product(Simplify.number(2), u);
            case SQRT -> quotient(Simplify.number(1), product(Simplify.number(2), unary));
            case EXP -> unary;
            case LOG -> quotient(Simplify.number(1), u);
            case SIN -> apply(UnaryOp.COS, u);
            case COS -> apply(UnaryOp.NEGATE, apply(UnaryOp.SIN, u));
            case TANH -> difference(Simplify.number(1), apply(UnaryOp.SQUARE, unary));
            case SIGMOID -> product(unary, difference(Simplify.number(1), unary));
            case RELU -> apply(BinaryOp.GREATER, u, Simplify.number(0));
            case SOFTPLUS -> apply(UnaryOp.SIGMOID, u);
            case ERF -> product(Simplify.number(TWO_OVER_ROOT_PI),
                    apply(UnaryOp.EXP, apply(UnaryOp.NEGATE, apply(UnaryOp.SQUARE, u))));
        };
    }

    private Expr binary(Expr.Binary binary) {
        Expr u = binary.left();
        Expr v = binary.right();
        return switch (binary.op()) {
            case ADD -> apply(BinaryOp.ADD, derive(u), derive(v));
            case SUBTRACT -> difference(derive(u), derive(v));
            case MULTIPLY -> apply(BinaryOp.ADD, product(derive(u), v), product(u, derive(v)));
            case DIVIDE -> difference(quotient(derive(u), v), quotient(product(u, derive(v)), apply(UnaryOp.SQUARE, v)));
            case POWER -> power(binary);
            case MIN -> select(apply(BinaryOp.LESS_OR_EQUAL, u, v), derive(u), derive(v));
            case MAX -> select(apply(BinaryOp.GREATER_OR_EQUAL, u, v), derive(u), derive(v));
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, AND, OR -> Simplify.number(0);
        };
    }

    private Expr power(Expr.Binary power) {
        Expr u = power.left();
        Expr v = power.right();
        if (!Symbols.of(v).contains(symbol)) {
            Expr lower = apply(BinaryOp.POWER, u, difference(v, Simplify.number(1)));
            return product(product(v, lower), derive(u));
        }
        Expr byExponent = product(product(power, apply(UnaryOp.LOG, u)), derive(v));
        if (!Symbols.of(u).contains(symbol)) {
            return byExponent;
        }
        return apply(BinaryOp.ADD, byExponent, product(quotient(product(v, power), u), derive(u)));
    }

    private static Expr product(Expr a, Expr b) {
        return apply(BinaryOp.MULTIPLY, a, b);
    }

    private static Expr quotient(Expr a, Expr b) {
        return apply(BinaryOp.DIVIDE, a, b);
    }

    private static Expr difference(Expr a, Expr b) {
        return apply(BinaryOp.SUBTRACT, a, b);
    }

    private static Expr apply(UnaryOp op, Expr a) {
        return Simplify.node(new Expr.Unary(op, a, Span.NONE));
    }

    private static Expr apply(BinaryOp op, Expr a, Expr b) {
        return Simplify.node(new Expr.Binary(op, a, b, Span.NONE));
    }

    private static Expr select(Expr condition, Expr then, Expr otherwise) {
        return Simplify.node(new Expr.Select(condition, then, otherwise, Span.NONE));
    }
}
