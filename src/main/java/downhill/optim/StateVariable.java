package downhill.optim;

import downhill.expr.Expr;

/**
 * What a rule remembers from one step to the next.
 *
 * @param symbol canonical name
 * @param start  its value before the first step, over the hyperparameters (η as the first step sees it) and, unless scalar, θ
 * @param scalar one number for a run instead of one for each parameter
 */
public record StateVariable(String symbol, Expr start, boolean scalar) {
}
