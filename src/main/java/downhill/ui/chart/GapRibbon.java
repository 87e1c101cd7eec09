package downhill.ui.chart;

import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.PathData;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/**
 * The band along a path that is as wide as the plane is wrong there: one shape made of discs and of the quadrilaterals
 * between them, all turning the same way round, so that filled by non-zero winding they unite and no place is darker than another.
 */
final class GapRibbon {
    /** Half of the width where the plane has nothing to do with the truth. */
    static final double WIDEST = 15;
    private static final double LEAST = 1;
    private static final double NEAR = 2.5;

    private final ChartFrame frame;
    private final double widest;
    private final Path2D.Double shape = new Path2D.Double(Path2D.WIND_NON_ZERO);
    private double lastX;
    private double lastY;
    private double lastRadius;
    private boolean down;

    private GapRibbon(ChartFrame frame, double widest) {
        this.frame = frame;
        this.widest = widest;
    }

    /** Up to the path's head. Empty where the whole path lies on the plane. */
    static Path2D.Double of(PathData path, ChartFrame frame, double widest) {
        GapRibbon ribbon = new GapRibbon(frame, widest);
        int head = path.headIndex();
        for (int i = 0; i <= head && path.figures().hasGaps(); i++) {
            ribbon.add(path, i, i == head);
        }
        return ribbon.shape;
    }

    private void add(PathData path, int i, boolean last) {
        double x = frame.x().toPixel(path.points().x(i));
        double y = frame.y().toPixel(path.points().y(i));
        if (!(Math.abs(x) < 1e5 && Math.abs(y) < 1e5)) {
            down = false;
            return;
        }
        if (down && !last && Math.abs(x - lastX) < NEAR && Math.abs(y - lastY) < NEAR) {
            return;
        }
        double radius = widest * path.figures().share(i);
        if (radius > LEAST) {
            shape.append(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), false);
        }
        if (down && Math.max(radius, lastRadius) > LEAST) {
            between(x, y, radius);
        }
        lastX = x;
        lastY = y;
        lastRadius = radius;
        down = true;
    }

    /** Turns as an ellipse of Java2D does: clockwise on screen. */
    private void between(double x, double y, double radius) {
        double length = Math.hypot(x - lastX, y - lastY);
        if (length < 1e-6) {
            return;
        }
        double acrossX = -(y - lastY) / length;
        double acrossY = (x - lastX) / length;
        shape.moveTo(lastX - acrossX * lastRadius, lastY - acrossY * lastRadius);
        shape.lineTo(x - acrossX * radius, y - acrossY * radius);
        shape.lineTo(x + acrossX * radius, y + acrossY * radius);
        shape.lineTo(lastX + acrossX * lastRadius, lastY + acrossY * lastRadius);
        shape.closePath();
    }
}
