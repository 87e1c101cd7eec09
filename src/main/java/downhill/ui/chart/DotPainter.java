package downhill.ui.chart;

import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.theme.Colour;
import downhill.ui.theme.Palette;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;

/** Draws data points. */
final class DotPainter {
    private static final double RADIUS = 2.6;
    private static final double RING = 7;

    private DotPainter() {
    }

    static void paint(Graphics2D g, Palette palette, ChartFrame frame, PlotPicture.Dots dots) {
        boolean many = dots.x().length > 400;
        Colour plain = dots.style() < 0 ? palette.secondary() : palette.contender(dots.style()).line();
        for (int i = 0; i < dots.x().length; i++) {
            double x = frame.x().toPixel(dots.x()[i]);
            double y = frame.y().toPixel(dots.y()[i]);
            if (!frame.plot().contains(x, y)) {
                continue;
            }
            if (dots.group() != null) {
                glyph(g, palette, dots.group()[i], x, y, many ? 2.4 : 3.2);
            } else {
                g.setColor(plain.awt(many ? 0.35 : 0.6));
                g.fill(new Ellipse2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS));
            }
        }
    }

    /** Around the one at a place, where there is one in view. */
    static void ring(Graphics2D g, Palette palette, ChartFrame frame, PlotPicture.Dots dots, int place) {
        if (place < 0) {
            return;
        }
        double x = frame.x().toPixel(dots.x()[place]);
        double y = frame.y().toPixel(dots.y()[place]);
        for (boolean under : new boolean[] {true, false}) {
            g.setStroke(new BasicStroke(under ? 4f : 2f));
            g.setColor((under ? palette.panel() : palette.text()).awt());
            g.draw(new Ellipse2D.Double(x - RING, y - RING, 2 * RING, 2 * RING));
        }
    }

    /** A class's shape in its colour, with a rim that sets it off from its own region. */
    static void glyph(Graphics2D g, Palette palette, int group, double x, double y, double radius) {
        Shape shape = Glyph.of(group).at(x, y, radius);
        g.setColor(palette.contender(group).line().awt());
        g.fill(shape);
        g.setStroke(new BasicStroke(0.9f));
        g.setColor(palette.panel().awt());
        g.draw(shape);
    }

    static void plain(Graphics2D g, Colour colour, double x, double y) {
        g.setColor(colour.awt(0.7));
        g.fill(new Ellipse2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS));
    }
}
