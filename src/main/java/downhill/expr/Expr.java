package downhill.expr;

/**
 * A formula as a tree. Immutable; every node knows where in its source text it stands, so that a message about it
 * can name line and column. A condition is a number: zero is false, anything else is true.
 */
public sealed interface Expr {

    /** Where this expression stands in the text it was read from. */
    Span span();

    /** A number written in the text. */
    record Num(double value, Span span) implements Expr {
    }

    /** A named value: a parameter θ, a gradient g, a state, a hyperparameter, a coordinate. Names are canonical (θ, not theta). */
    record Sym(String name, Span span) implements Expr {
    }

    /** A function of one argument, the minus sign included. */
    record Unary(UnaryOp op, Expr argument, Span span) implements Expr {
    }

    /** An operator or function of two arguments. */
    record Binary(BinaryOp op, Expr left, Expr right, Span span) implements Expr {
    }

    /** {@code if(condition, then, otherwise)}, element by element; the branch not chosen has no effect on the value. */
    record Select(Expr condition, Expr then, Expr otherwise, Span span) implements Expr {
    }

    /** One number of many; in rules only. */
    record Reduce(Reduction op, Over over, Expr argument, Span span) implements Expr {
    }

    /** The product of two matrices, {@code left @ right}; in rules only. */
    record Product(Expr left, Expr right, Span span) implements Expr {
    }

    /** A matrix with rows and columns exchanged; in rules only. */
    record Transpose(Expr argument, Span span) implements Expr {
    }

    /** What the model is asked once more in a step, on the same batch; in rules only. */
    record Evaluated(ModelQuestion what, Expr argument, Span span) implements Expr {
    }

    /** A function of a whole matrix; in rules only. {@code power} is the p of a root, else 0. */
    record OfMatrix(MatrixFunction function, Expr argument, double power, Span span) implements Expr {
    }
}
