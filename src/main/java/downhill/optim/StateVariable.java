package downhill.optim;

import downhill.expr.Expr;

/**
 * What a rule remembers from one step to the next.
 *
 * @param symbol canonical name
 * @param start  its value before the first step, over the hyperparameters (η as the first step sees it) and, unless scalar, θ
 * @param scalar one number for a run
 * @param rows    length of its first side for each tensor, where it is not scalar
 * @param columns length of its second side; rows × columns is one number for each parameter
 */
public record StateVariable(String symbol, Expr start, boolean scalar, Side rows, Side columns) {
    /** One number for a run, or one for each parameter. */
    public StateVariable(String symbol, Expr start, boolean scalar) {
        this(symbol, start, scalar, scalar ? Side.ONE : Side.ROWS, scalar ? Side.ONE : Side.COLUMNS);
    }

    /** Whether it has a shape of its own for each tensor: neither one number for a run nor one for each parameter. */
    public boolean shaped() {
        return !scalar && !shape().equals(ValueShape.WHOLE);
    }

    ValueShape shape() {
        return scalar ? ValueShape.NUMBER : ValueShape.of(rows, columns);
    }
}
