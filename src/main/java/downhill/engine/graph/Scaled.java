package downhill.engine.graph;

/**
 * A value times what is one number for a run: {@code factor · number · value}.
 *
 * @param number of shape []; the constant 1 where the factor is all
 */
public record Scaled(double factor, Node number, Node value) {

    /** The same times a number of shape []. */
    Scaled times(Node more) {
        if (more.op() instanceof Op.Constant constant) {
            return new Scaled(factor * constant.value(), number, value);
        }
        return new Scaled(factor, number.times(more), value);
    }

    Scaled negated() {
        return new Scaled(-factor, number, value);
    }
}
