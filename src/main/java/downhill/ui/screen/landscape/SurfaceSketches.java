package downhill.ui.screen.landscape;

import downhill.expr.Evaluator;
import downhill.expr.Expr;
import downhill.model.Surface;
import downhill.model.Surfaces;
import downhill.ui.chart.GroundSketch;
import downhill.ui.chart.SketchedGround;
import downhill.ui.chart.shape.Landscape;
import downhill.ui.chart.shape.Range;
import java.util.Map;
import java.util.stream.Collectors;

/** What the surfaces look like, small; each is computed once, when it is first seen, and not on the FX thread. */
final class SurfaceSketches {
    private static final double WIDTH = 60;
    private static final double HEIGHT = 40;
    /** Points along each axis; what lies between is made smooth. */
    private static final int POINTS = 41;

    private final Map<String, SketchedGround> grounds = Surfaces.all().stream().collect(Collectors.toMap(Surface::name,
            surface -> new SketchedGround(() -> heights(surface)), (one, other) -> one));

    /** A picture of one of the built-in surfaces. */
    GroundSketch of(Surface surface) {
        return new GroundSketch(grounds.get(surface.name()), WIDTH, HEIGHT);
    }

    /** Over the whole domain. */
    static Landscape heights(Surface surface) {
        Surface.Domain domain = surface.domain();
        Expr formula = surface.expression();
        Range x = new Range(domain.left(), domain.right());
        Range y = new Range(domain.bottom(), domain.top());
        double[][] z = new double[POINTS][POINTS];
        for (int row = 0; row < POINTS; row++) {
            for (int column = 0; column < POINTS; column++) {
                z[row][column] = Evaluator.evaluate(formula, Map.of("x", at(x, column), "y", at(y, row)));
            }
        }
        return new Landscape(x, y, z, Landscape.Spacing.AUTO);
    }

    private static double at(Range range, int point) {
        return range.low() + range.length() * point / (POINTS - 1);
    }
}
