package downhill.model;

import downhill.expr.Expr;
import downhill.expr.Parser;
import downhill.words.Said;
import java.util.List;

/**
 * A function f(x, y) to walk on.
 *
 * @param name    its key, such as {@code three-hump-camel}
 * @param formula of x and y in the formula language
 * @param domain  the part of the plane usually looked at
 * @param minima  known global minima; empty where there is none or none is known
 * @param start   where walks usually begin
 */
public record Surface(String name, String formula, Domain domain, List<Point> minima, Point start) {

    /** A point of the plane. */
    public record Point(double x, double y) {
    }

    /** A rectangle, bounds included. */
    public record Domain(double left, double right, double bottom, double top) {
        public Domain {
            if (!(left < right && bottom < top) || !Double.isFinite(right - left) || !Double.isFinite(top - bottom)) {
                throw new ModelException(Said.of("surface.domain"));
            }
        }

        /** Both coordinates from −half to half. */
        public static Domain square(double half) {
            return new Domain(-half, half, -half, half);
        }
    }

    public Surface {
        minima = List.copyOf(minima);
    }

    /** A formula that somebody typed: on −5 to 5 in both directions, from (−3, 3), with no known minimum. */
    public static Surface of(String formula) {
        return new Surface("formula", formula, Domain.square(5), List.of(), new Point(-3, 3));
    }

    /** The formula as a tree; throws {@link downhill.expr.FormulaException} where the text is none. */
    public Expr expression() {
        return Parser.expression(formula);
    }
}
