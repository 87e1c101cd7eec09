package downhill.optim;

import downhill.expr.Expr;

/**
 * A number of a step that the host computes, once for a run.
 *
 * @param name symbol under which the element-wise formulas use it; no user can write it
 * @param expr the formula, as in the rule
 */
public record ScalarSlot(String name, Expr expr) {
}
