package downhill.ui.chart;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** Shapes of data points, so that classes are not told apart by colour alone. Seven, so that with six colours few pairs repeat. */
enum Glyph {
    CIRCLE(), TRIANGLE(0, -1.25, 1.1, 0.8, -1.1, 0.8), SQUARE(-0.9, -0.9, 0.9, -0.9, 0.9, 0.9, -0.9, 0.9),
    DIAMOND(0, -1.3, 1.1, 0, 0, 1.3, -1.1, 0), DOWN(0, 1.25, 1.1, -0.8, -1.1, -0.8),
    BAR(-0.5, -1.3, 0.5, -1.3, 0.5, 1.3, -0.5, 1.3), FLAT(-1.4, -0.5, 1.4, -0.5, 1.4, 0.5, -1.4, 0.5);

    private final double[] corners;

    Glyph(double... corners) {
        this.corners = corners;
    }

    /** That of class {@code index}. */
    static Glyph of(int index) {
        return values()[Math.floorMod(index, values().length)];
    }

    /** Around a point, {@code radius} large. */
    Shape at(double x, double y, double radius) {
        if (corners.length == 0) {
            return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        }
        Path2D path = new Path2D.Double();
        path.moveTo(x + radius * corners[0], y + radius * corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(x + radius * corners[i], y + radius * corners[i + 1]);
        }
        path.closePath();
        return path;
    }
}
