package downhill.ui.chart;

import downhill.ui.chart.shape.AxisScale;
import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Points;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.List;

/** Draws each curve as one path; a value that is not finite makes a gap. */
final class CurvePainter {
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

    /** A curve and how to draw it; later ones lie above. */
    record Layer(Points points, Pen pen) {
    }

    private CurvePainter() {
    }

    /** Draws all within the frame. */
    static void paint(Graphics2D g, ChartFrame frame, List<Layer> layers) {
        Shape outside = g.getClip();
        g.clip(frame.plot());
        boolean lines = layers.stream().anyMatch(layer -> layer.pen().stroke() != null);
        Ink ink = lines ? Ink.on(g, frame.plot()) : null;
        layers.forEach(layer -> paint(g, ink, frame, layer));
        g.setClip(outside);
    }

    private static void paint(Graphics2D g, Ink ink, ChartFrame frame, Layer layer) {
        Pen pen = layer.pen();
        g.setColor(pen.colour());
        if (pen.stroke() == null) {
            g.fill(path(layer.points(), frame.x(), frame.y()));
        } else if (ink != null) {
            ink.draw(layer.points(), frame.x(), frame.y(), pen.colour(), pen.stroke());
        } else {
            g.setStroke(pen.stroke());
            g.draw(path(layer.points(), frame.x(), frame.y()));
        }
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
