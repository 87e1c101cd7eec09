package downhill.ui.chart;

import downhill.ui.chart.shape.AxisScale;
import downhill.ui.chart.shape.Points;
import downhill.ui.chart.shape.Range;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.XYDataset;

/** Draws each curve of an {@link ArrayDataset} as one path; a value that is not finite makes a gap. */
final class CurveRenderer extends AbstractXYItemRenderer {
    /**
     * How one curve is drawn.
     *
     * @param colour its colour
     * @param stroke its stroke; null where what it goes round is filled
     */
    record Pen(Color colour, BasicStroke stroke) {
        static Pen filling(Color colour) {
            return new Pen(colour, null);
        }
    }

    private final transient List<Pen> pens;
    private transient Ink ink;

    CurveRenderer(List<Pen> pens) {
        this.pens = pens;
    }

    @Override
    public void drawItem(Graphics2D g, XYItemRendererState state, Rectangle2D area, PlotRenderingInfo info, XYPlot plot, ValueAxis xAxis,
                         ValueAxis yAxis, XYDataset dataset, int series, int item, CrosshairState crosshair, int pass) {
        if (item > 0 || !(dataset instanceof ArrayDataset arrays)) {
            return;
        }
        Pen pen = pens.get(series);
        AxisScale x = scale(xAxis, area, RectangleEdge.BOTTOM);
        AxisScale y = scale(yAxis, area, RectangleEdge.LEFT);
        Ink ink = pen.stroke() == null ? null : inkOn(g, area);
        if (ink != null) {
            ink.draw(arrays.curve(series), x, y, pen.colour(), pen.stroke());
            return;
        }
        g.setColor(pen.colour());
        if (pen.stroke() == null) {
            g.fill(path(arrays.curve(series), x, y));
            return;
        }
        g.setStroke(pen.stroke());
        g.draw(path(arrays.curve(series), x, y));
    }

    private Ink inkOn(Graphics2D g, Rectangle2D area) {
        if (ink == null) {
            ink = Ink.on(g, area);
        }
        return ink;
    }

    /** The scale of a JFreeChart axis along an edge of the plot. */
    static AxisScale scale(ValueAxis axis, Rectangle2D area, RectangleEdge edge) {
        Range range = new Range(axis.getLowerBound(), axis.getUpperBound());
        boolean log = axis instanceof org.jfree.chart.axis.LogAxis;
        return RectangleEdge.isLeftOrRight(edge) ? new AxisScale(range, log, area.getMaxY(), area.getMinY())
                : new AxisScale(range, log, area.getMinX(), area.getMaxX());
    }

    /** The curve in pixels. */
    static Path2D path(Points points, AxisScale x, AxisScale y) {
        Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO, points.size());
        boolean down = false;
        for (int i = 0; i < points.size(); i++) {
            double atX = x.toPixel(points.x(i));
            double atY = y.toPixel(points.y(i));
            if (!Double.isFinite(atX) || !Double.isFinite(atY)) {
                down = false;
            } else if (down) {
                path.lineTo(atX, clamp(atY));
            } else {
                path.moveTo(atX, clamp(atY));
                down = true;
            }
        }
        return path;
    }

    /** Far outside is as good as very far outside, and Java2D's arithmetic stays exact. */
    private static double clamp(double pixel) {
        return Math.max(-1e5, Math.min(1e5, pixel));
    }
}
