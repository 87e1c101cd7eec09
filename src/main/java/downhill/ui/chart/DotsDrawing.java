package downhill.ui.chart;

import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Range;
import downhill.ui.chart.shape.View;
import downhill.ui.i18n.Numbers;
import downhill.ui.theme.Palette;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * A number for each of many things that have no order, such as parameters: a dot each, never joined.
 *
 * @param values of thing 0, 1, …; not finite, or not above 0 on a log scale: no dot
 * @param log    whether y has equal ratios
 * @param notes  where groups of things begin
 * @param xTitle words along x
 * @param yTitle words along y
 * @param style  contender whose colour it has
 * @param fixed  the y shown where nothing is zoomed; null for that of the values
 */
public record DotsDrawing(double[] values, boolean log, List<Note> notes, String xTitle, String yTitle, int style, Range fixed)
        implements ChartDrawing {
    private static final double SIZE = 5;
    private static final double SMALL = 2.5;
    private static final int MANY = 600;

    /** With an axis as long as the values need. */
    public DotsDrawing(double[] values, boolean log, List<Note> notes, String xTitle, String yTitle, int style) {
        this(values, log, notes, xTitle, yTitle, style, null);
    }

    /** The same on this axis; null for its own. */
    public DotsDrawing within(Range y) {
        return new DotsDrawing(values, log, notes, xTitle, yTitle, style, y);
    }

    @Override
    public ChartFrame draw(Graphics2D g, Rectangle2D area, Palette palette, View view) {
        Range x = view.x() != null ? view.x() : new Range(-0.5, Math.max(1, values.length) - 0.5);
        Range y = View.range(log && view.y() != null && view.y().low() <= 0 ? null : view.y(), fixed, this::heights);
        ChartFrame frame = PlotPainter.paint(g, area, palette,
                new PlotPainter.Axes(xTitle, yTitle, x, y, log, Marks.WHOLE, Marks.NUMBERS, false, true), 18);
        Shape outside = g.getClip();
        g.clip(frame.plot());
        double size = values.length > MANY ? SMALL : SIZE;
        g.setColor(palette.contender(style).line().awt(values.length > MANY ? 0.5 : 0.8));
        for (int i = 0; i < values.length; i++) {
            if (shown(values[i]) && frame.x().range().contains(i)) {
                g.fill(new Ellipse2D.Double(frame.x().toPixel(i) - size / 2, frame.y().toPixel(values[i]) - size / 2, size, size));
            }
        }
        g.setClip(outside);
        new LineMarks(g, palette, frame, LineOptions.PLAIN.noted(notes)).draw();
        return frame;
    }

    private boolean shown(double value) {
        return Double.isFinite(value) && (!log || value > 0);
    }

    private Range heights() {
        Range own = range();
        double least = log ? 0.1 : 0;
        return own != null ? own : new Range(least, 1);
    }

    /** The axis that the values need; null where there is no dot. */
    public Range range() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            low = shown(value) ? Math.min(low, value) : low;
            high = shown(value) ? Math.max(high, value) : high;
        }
        if (low > high) {
            return null;
        }
        return log ? new Range(low / 1.5, high * 1.5) : Range.around(low, high, 0.06);
    }

    @Override
    public boolean isEmpty() {
        return values.length == 0;
    }

    @Override
    public String summary() {
        Range range = heights();
        return isEmpty() ? "" : yTitle + ": " + Numbers.format(range.low()) + " … " + Numbers.format(range.high());
    }

    @Override
    public ChartTable table() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            rows.add(List.of(ChartTable.number(i), ChartTable.number(values[i])));
        }
        return new ChartTable(List.of("index", "value"), rows);
    }
}
