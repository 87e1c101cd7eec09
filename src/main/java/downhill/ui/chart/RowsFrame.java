package downhill.ui.chart;

import downhill.ui.chart.shape.AxisScale;
import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Range;
import downhill.ui.theme.Colour;
import downhill.ui.theme.Fonts;
import downhill.ui.theme.Palette;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Rows with their names at the left over one axis of numbers.
 *
 * @param plot the rows, without names and axis
 * @param x    places of numbers
 * @param room points at the left of the plot, for names
 * @param rows how many there are
 */
record RowsFrame(Graphics2D g, Palette palette, Rectangle2D plot, AxisScale x, double room, int rows) {
    private static final double ABOVE = 8;
    private static final double AXIS = 44;
    private static final double AXIS_FONT = 11;
    private static final double POINTS_PER_TICK = 48;
    /** A title longer than its axis may reach so far beyond its end. */
    private static final double BESIDE = 20;

    /**
     * What such a picture needs.
     *
     * @param names of the rows
     * @param range of the numbers
     * @param most  points that a row is high at most
     * @param right points that stay free at the right
     * @param share of the width that names may take
     */
    record Needs(List<String> names, Range range, double most, double right, double share) {
    }

    /** Fills {@code area}. */
    static RowsFrame of(Graphics2D g, Rectangle2D area, Palette palette, Needs needs) {
        List<String> names = needs.names();
        double left = RowNames.room(g, names, area.getWidth(), needs.share());
        int count = Math.max(1, names.size());
        double row = Math.max(1, Math.min(needs.most(), (area.getHeight() - ABOVE - AXIS) / count));
        double wide = Math.max(1, area.getWidth() - left - needs.right());
        Rectangle2D plot = new Rectangle2D.Double(area.getX() + left, area.getY() + ABOVE, wide, row * count);
        return new RowsFrame(g, palette, plot, new AxisScale(needs.range(), false, plot.getMinX(), plot.getMaxX()), left, names.size());
    }

    double row() {
        return plot.getHeight() / Math.max(1, rows);
    }

    double centre(int row) {
        return plot.getMinY() + row() * (row + 0.5);
    }

    void name(int row, String name, Colour colour) {
        RowNames.plain(g, name, plot, centre(row), room, colour);
    }

    /** A line along the middle of a row. */
    void line(int row) {
        g.setColor(palette.line().awt());
        g.setStroke(new BasicStroke(1));
        g.draw(new Line2D.Double(plot.getMinX(), centre(row), plot.getMaxX(), centre(row)));
    }

    /** A line down at a number, where that is in view. */
    void upright(double at, Colour colour, float width) {
        if (x.range().contains(at)) {
            g.setColor(colour.awt());
            g.setStroke(new BasicStroke(width));
            g.draw(new Line2D.Double(x.toPixel(at), plot.getMinY(), x.toPixel(at), plot.getMaxY()));
        }
    }

    /** Marks with lines above them, and words below. */
    void axis(String title) {
        axis(g, plot, x, palette, title);
    }

    /** The same for any plot. */
    static void axis(Graphics2D g, Rectangle2D plot, AxisScale x, Palette palette, String title) {
        for (Ticks.Tick tick : Ticks.linear(x.range(), (int) Math.max(2, plot.getWidth() / POINTS_PER_TICK))) {
            double at = x.toPixel(tick.value());
            g.setColor(palette.line().awt());
            g.fill(new Rectangle2D.Double(at - 0.5, plot.getMinY(), 1, plot.getHeight()));
            g.setFont(Fonts.plain(tick.label(), AXIS_FONT));
            g.setColor(palette.secondary().awt());
            middle(g, tick.label(), at, plot.getMaxY() + 16);
        }
        g.setColor(palette.secondary().awt());
        g.setFont(Fonts.plain(title, AXIS_FONT));
        String whole = RowNames.fitting(g, title, g.getFont(), plot.getMaxX() + BESIDE / 2);
        double wide = g.getFontMetrics().stringWidth(whole);
        double from = Math.min(plot.getCenterX() - wide / 2, plot.getMaxX() + BESIDE - wide);
        g.drawString(whole, (float) Math.max(BESIDE / 2, from), (float) (plot.getMaxY() + 34));
    }

    static void middle(Graphics2D g, String words, double x, double y) {
        g.drawString(words, (float) (x - g.getFontMetrics().stringWidth(words) / 2.0), (float) y);
    }

    /** The row at a height, from 0; −1 where none is. */
    static int rowAt(ChartFrame frame, int rows, double y) {
        int row = (int) Math.floor((y - frame.plot().getMinY()) / frame.plot().getHeight() * rows);
        return row < 0 || row >= rows ? -1 : row;
    }

    ChartFrame frame() {
        return new ChartFrame(plot, x, new AxisScale(new Range(0, Math.max(1, rows)), false, plot.getMaxY(), plot.getMinY()));
    }
}
