package downhill.ui.screen.landscape;

import downhill.expr.Derivative;
import downhill.expr.Evaluator;
import downhill.expr.Expr;
import downhill.model.Surface;
import java.util.Map;

/** How strongly a surface bends: the largest size of an eigenvalue of its second derivatives. */
final class Curvature {
    private static final int POINTS = 41;

    private final Expr f;
    private final Expr xx;
    private final Expr xy;
    private final Expr yy;

    Curvature(Expr f) {
        this.f = f;
        Expr fx = Derivative.of(f, "x");
        xx = Derivative.of(fx, "x");
        xy = Derivative.of(fx, "y");
        yy = Derivative.of(Derivative.of(f, "y"), "y");
    }

    /** The largest at the start and at points of the domain that lie no higher: where descent may come. Finite, or NaN. */
    double below(Surface surface) {
        Map<String, Double> start = Map.of("x", surface.start().x(), "y", surface.start().y());
        double height = Evaluator.evaluate(f, start);
        double largest = at(start);
        for (int i = 0; i < POINTS * POINTS; i++) {
            Surface.Domain domain = surface.domain();
            Map<String, Double> point = Map.of("x", domain.left() + (domain.right() - domain.left()) * (i % POINTS) / (POINTS - 1),
                    "y", domain.bottom() + (domain.top() - domain.bottom()) * (i / POINTS) / (POINTS - 1));
            double here = Evaluator.evaluate(f, point) <= height ? at(point) : Double.NaN;
            largest = Double.isFinite(here) && !(here <= largest) ? here : largest;
        }
        return largest;
    }

    private double at(Map<String, Double> point) {
        double a = Evaluator.evaluate(xx, point);
        double b = Evaluator.evaluate(xy, point);
        double c = Evaluator.evaluate(yy, point);
        return Math.abs((a + c) / 2) + Math.hypot((a - c) / 2, b);
    }
}
