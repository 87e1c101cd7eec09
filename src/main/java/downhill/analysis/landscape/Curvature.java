package downhill.analysis.landscape;

import downhill.expr.Derivative;
import downhill.expr.Evaluator;
import downhill.expr.Expr;
import downhill.model.Surface;
import java.util.Map;

/** How strongly a surface bends, from the eigenvalues of its second derivatives. */
public final class Curvature {
    private static final int POINTS = 41;

    private final Expr f;
    private final Expr xx;
    private final Expr xy;
    private final Expr yy;

    /** Of f(x, y). */
    public Curvature(Expr f) {
        this.f = f;
        Expr fx = Derivative.of(f, "x");
        xx = Derivative.of(fx, "x");
        xy = Derivative.of(fx, "y");
        yy = Derivative.of(Derivative.of(f, "y"), "y");
    }

    /** The largest size of an eigenvalue at the start and where the domain lies no higher: where descent may come. Finite, or NaN. */
    public double below(Surface surface) {
        Map<String, Double> start = Map.of("x", surface.start().x(), "y", surface.start().y());
        double height = Evaluator.evaluate(f, start);
        double first = at(start);
        double largest = Double.isFinite(first) ? first : Double.NaN;
        for (int i = 0; i < POINTS * POINTS; i++) {
            Surface.Domain domain = surface.domain();
            Map<String, Double> point = Map.of("x", domain.left() + (domain.right() - domain.left()) * (i % POINTS) / (POINTS - 1),
                    "y", domain.bottom() + (domain.top() - domain.bottom()) * (i / POINTS) / (POINTS - 1));
            double here = Evaluator.evaluate(f, point) <= height ? at(point) : Double.NaN;
            largest = Double.isFinite(here) && !(here <= largest) ? here : largest;
        }
        return largest;
    }

    /** The largest eigenvalue at a point: λ of the direction in which it bends upwards most; below 0 on a hilltop. */
    public double upward(double x, double y) {
        Map<String, Double> point = Map.of("x", x, "y", y);
        return middle(point) + half(point);
    }

    private double at(Map<String, Double> point) {
        return Math.abs(middle(point)) + half(point);
    }

    private double middle(Map<String, Double> point) {
        return (Evaluator.evaluate(xx, point) + Evaluator.evaluate(yy, point)) / 2;
    }

    private double half(Map<String, Double> point) {
        return Math.hypot((Evaluator.evaluate(xx, point) - Evaluator.evaluate(yy, point)) / 2, Evaluator.evaluate(xy, point));
    }
}
