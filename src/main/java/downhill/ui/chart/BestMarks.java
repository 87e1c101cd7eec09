package downhill.ui.chart;

import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Points;
import downhill.ui.theme.Palette;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** A diamond in the contender's colour where its validation was best. */
final class BestMarks {
    private static final double RADIUS = 4.2;
    /** A step at the very edge is in the plot, whatever the rounding. */
    private static final double EDGE = 0.5;
    private static final BasicStroke RIM = new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    private final List<DrawnCurve> curves;
    private final Palette palette;
    private final ChartFrame frame;

    BestMarks(List<DrawnCurve> curves, Palette palette, ChartFrame frame) {
        this.curves = curves;
        this.palette = palette;
        this.frame = frame;
    }

    void draw(Graphics2D g) {
        curves.stream().filter(curve -> !Double.isNaN(curve.series().best()) && !curve.series().muted()).forEach(curve -> draw(g, curve));
    }

    /** On the points as they were measured, unless the line is another. */
    private void draw(Graphics2D g, DrawnCurve curve) {
        Points line = curve.isSmoothed() ? curve.line() : curve.series().points();
        int at = line.nearest(curve.series().best());
        if (at < 0 || !Double.isFinite(line.y(at))) {
            return;
        }
        double x = frame.x().toPixel(line.x(at));
        double y = frame.y().toPixel(line.y(at));
        if (isInside(x, y)) {
            Shape diamond = Glyph.DIAMOND.at(x, y, RADIUS);
            g.setColor(palette.panel().awt());
            g.setStroke(RIM);
            g.draw(diamond);
            g.setColor(palette.contender(curve.series().style()).line().awt());
            g.fill(diamond);
        }
    }

    private boolean isInside(double x, double y) {
        Rectangle2D plot = frame.plot();
        return plot.intersects(x - EDGE, y - EDGE, 2 * EDGE, 2 * EDGE);
    }
}
