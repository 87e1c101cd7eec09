package downhill.ui.chart;

import downhill.ui.chart.shape.AxisScale;
import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Range;
import downhill.ui.chart.shape.View;
import downhill.ui.theme.Fonts;
import downhill.ui.theme.Palette;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** Where a plot between two axes of places from 0 to 1 stands, and the words beside and below it. */
record UnitWords(Graphics2D g, Palette palette, ChartFrame frame, Rectangle2D area) {
    private static final double LEFT = 58;
    private static final double BELOW = 40;
    private static final double ABOVE = 8;
    private static final double RIGHT = 14;
    private static final double FONT_SIZE = 11;
    private static final Range UNIT = new Range(0, 1);

    /** The place of the plot. */
    static ChartFrame frame(Rectangle2D area, View view) {
        Rectangle2D plot = new Rectangle2D.Double(area.getX() + LEFT, area.getY() + ABOVE, Math.max(1, area.getWidth() - LEFT - RIGHT),
                Math.max(1, area.getHeight() - ABOVE - BELOW));
        return new ChartFrame(plot, new AxisScale(view.x() == null ? UNIT : view.x(), false, plot.getMinX(), plot.getMaxX()),
                new AxisScale(view.y() == null ? UNIT : view.y(), false, plot.getMaxY(), plot.getMinY()));
    }

    /** A line across the plot at each mark of the upright axis; {@code strength} from 0 to 1. */
    void lines(UnitAxis axis, double strength) {
        g.setColor(palette.line().awt(strength));
        g.setStroke(new BasicStroke(1));
        for (UnitAxis.Mark mark : axis.marks()) {
            double at = frame.y().toPixel(mark.at());
            g.draw(new Line2D.Double(frame.plot().getMinX(), at, frame.plot().getMaxX(), at));
        }
    }

    void draw(UnitAxis x, UnitAxis y) {
        g.setColor(palette.secondary().awt());
        below(x);
        beside(y);
    }

    private void below(UnitAxis axis) {
        double free = Double.NEGATIVE_INFINITY;
        for (UnitAxis.Mark mark : axis.marks()) {
            double wide = set(mark.label());
            double left = frame.x().toPixel(mark.at()) - wide / 2;
            if (frame.x().range().contains(mark.at()) && left > free) {
                g.drawString(mark.label(), (float) left, (float) (frame.plot().getMaxY() + 16));
                free = left + wide + 6;
            }
        }
        double wide = set(axis.title());
        g.drawString(axis.title(), (float) (frame.plot().getCenterX() - wide / 2), (float) (area.getMaxY() - 6));
    }

    private void beside(UnitAxis axis) {
        double free = Double.POSITIVE_INFINITY;
        for (UnitAxis.Mark mark : axis.marks()) {
            double at = frame.y().toPixel(mark.at()) + 4;
            if (frame.y().range().contains(mark.at()) && at <= free) {
                double wide = set(mark.label());
                g.drawString(mark.label(), (float) Math.max(area.getX() + 16, frame.plot().getMinX() - 6 - wide), (float) at);
                free = at - 14;
            }
        }
        double length = set(axis.title());
        AffineTransform upright = g.getTransform();
        g.rotate(-Math.PI / 2, area.getX() + 12, frame.plot().getCenterY() + length / 2);
        g.drawString(axis.title(), (float) area.getX() + 12, (float) (frame.plot().getCenterY() + length / 2));
        g.setTransform(upright);
    }

    private double set(String words) {
        Font font = Fonts.plain(words, FONT_SIZE);
        g.setFont(font);
        return font.getStringBounds(words, g.getFontRenderContext()).getWidth();
    }
}
