package downhill.optim;

import downhill.expr.BinaryOp;
import downhill.expr.Expr;
import downhill.expr.Exprs;
import downhill.expr.UnaryOp;

/** What a rule keeps a state for, told from the formula that updates it. */
public enum StateRole {
    /** Gathers gradients: a velocity or a running mean, as m in Adam. */
    MOMENTUM,
    /** Gathers squares of gradients, as v in Adam. */
    SECOND_MOMENT,
    /** Something else, as the average of iterates in a schedule-free rule. */
    OTHER;

    /** The role of the state {@code symbol} of {@code rule}: by the first line that updates it. */
    public static StateRole of(Rule rule, String symbol) {
        return rule.update().stream().filter(line -> line.target().equals(symbol)).findFirst().map(line -> of(line.value())).orElse(OTHER);
    }

    private static StateRole of(Expr update) {
        if (gathersSquares(update)) {
            return SECOND_MOMENT;
        }
        return gathersGradients(update) ? MOMENTUM : OTHER;
    }

    /** Whether the state forgets at the rate at which it learns: β·m + (1 − β)·g; else it adds up. */
    public static boolean isAverage(Rule rule, String symbol) {
        return rule.update().stream().filter(line -> line.target().equals(symbol)).findFirst()
                .map(line -> line.value() instanceof Expr.Binary sum && sum.op() == BinaryOp.ADD && sum.right() instanceof Expr.Binary share
                        && share.op() == BinaryOp.MULTIPLY && share.left() instanceof Expr.Binary rest && rest.op() == BinaryOp.SUBTRACT)
                .orElse(false);
    }

    private static boolean gathersSquares(Expr expr) {
        return expr instanceof Expr.Unary unary && unary.op() == UnaryOp.SQUARE && isGradient(unary.argument())
                || Exprs.children(expr).stream().anyMatch(StateRole::gathersSquares);
    }

    private static boolean gathersGradients(Expr expr) {
        return expr instanceof Expr.Binary sum && sum.op() == BinaryOp.ADD && (isGradient(sum.right())
                || sum.right() instanceof Expr.Binary share && share.op() == BinaryOp.MULTIPLY && isGradient(share.right()));
    }

    private static boolean isGradient(Expr expr) {
        return expr instanceof Expr.Sym sym && sym.name().equals(Rule.GRADIENT);
    }
}
