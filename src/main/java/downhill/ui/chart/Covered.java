package downhill.ui.chart;

import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.PathData;
import downhill.ui.chart.shape.Points;
import java.awt.geom.Rectangle2D;
import java.util.BitSet;
import java.util.List;

/** Which cells of a plot paths run through and names lie over. */
public final class Covered {
    /** Where there are no paths. */
    public static final Covered NOTHING = new Covered(new Rectangle2D.Double());

    private static final double CELL = 6;
    private static final double STEP = 4;
    private static final double FAR = 1e5;

    private final Rectangle2D plot;
    private final int columns;
    private final BitSet cells = new BitSet();

    private Covered(Rectangle2D plot) {
        this.plot = plot;
        this.columns = (int) (plot.getWidth() / CELL) + 1;
    }

    public static Covered by(List<PathData> paths, List<Rectangle2D> names, ChartFrame frame) {
        Covered covered = new Covered(frame.plot());
        paths.forEach(path -> covered.add(path.points(), frame));
        names.forEach(covered::add);
        return covered;
    }

    /** Whether a path runs through what is written there, or a name lies over it. */
    public boolean crosses(ContourPainter.Place place) {
        double cos = Math.cos(place.angle());
        double sin = Math.sin(place.angle());
        for (double along = -place.width() / 2; along <= place.width() / 2; along += STEP) {
            for (double across = -STEP; across <= STEP; across += STEP) {
                if (has(place.x() + along * cos - across * sin, place.y() + along * sin + across * cos)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean has(double x, double y) {
        return plot.contains(x, y) && cells.get(cell(x, y));
    }

    private int cell(double x, double y) {
        return (int) ((y - plot.getMinY()) / CELL) * columns + (int) ((x - plot.getMinX()) / CELL);
    }

    private void add(Points points, ChartFrame frame) {
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        for (int i = 0; i < points.size(); i++) {
            double x = pixel(frame.x().toPixel(points.x(i)));
            double y = pixel(frame.y().toPixel(points.y(i)));
            line(lastX, lastY, x, y);
            lastX = x;
            lastY = y;
        }
    }

    private void add(Rectangle2D name) {
        Rectangle2D seen = name.createIntersection(plot);
        for (double y = seen.getMinY(); y < seen.getMaxY(); y += STEP) {
            for (double x = seen.getMinX(); x < seen.getMaxX(); x += STEP) {
                cells.set(cell(x, y));
            }
        }
    }

    private void line(double fromX, double fromY, double x, double y) {
        double length = Math.hypot(x - fromX, y - fromY);
        int steps = Double.isFinite(length) && plot.intersectsLine(fromX, fromY, x, y) ? (int) (length / STEP) + 1 : 0;
        for (int i = 0; i <= steps && steps > 0; i++) {
            double atX = fromX + (x - fromX) * i / steps;
            double atY = fromY + (y - fromY) * i / steps;
            if (plot.contains(atX, atY)) {
                cells.set(cell(atX, atY));
            }
        }
    }

    private static double pixel(double pixel) {
        return Double.isFinite(pixel) ? Math.max(-FAR, Math.min(FAR, pixel)) : pixel;
    }
}
