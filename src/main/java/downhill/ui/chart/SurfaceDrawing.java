package downhill.ui.chart;

import downhill.data.Visible;
import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Range;
import downhill.ui.chart.shape.View;
import downhill.ui.i18n.Numbers;
import downhill.ui.theme.Fonts;
import downhill.ui.theme.Palette;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is said over the values of two columns, as colour. Where no row is near it is grey, since nobody knows.
 *
 * @param x       across
 * @param y       upwards
 * @param xs      values of the one column, increasing
 * @param ys      values of the other, increasing
 * @param said    [xs][ys]
 * @param there   [rows][2] of rows that there are
 * @param row     the two values of the row chosen; null for none
 * @param colours what the colours reach from and to; null for as far as is said here
 * @param key     what the colour tells
 * @param summary the same in words
 */
public record SurfaceDrawing(ColumnAxis x, ColumnAxis y, double[] xs, double[] ys, double[][] said, double[][] there, double[] row,
                             Range colours, String key, String summary) implements PickDrawing {
    private static final double ROOM = 12;
    private static final double KEY = 24;
    private static final double KEY_WIDE = 90;
    private static final double KEY_HIGH = 8;
    private static final double FONT_SIZE = 11;
    private static final double DOT = 3.5;
    private static final double CHOSEN = 10;
    private static final int DIGITS = 3;
    private static final double SLIGHT = 5e-4;
    /** Of the range: a row that is farther away in either column is not near. */
    private static final double NEAR = 0.08;

    public SurfaceDrawing {
        key = Visible.line(key);
    }

    @Override
    public boolean isEmpty() {
        return said.length == 0 || said[0].length == 0;
    }

    @Override
    public ChartFrame draw(Graphics2D g, Rectangle2D area, Palette palette, View view) {
        Rectangle2D below = new Rectangle2D.Double(area.getX(), area.getY() + KEY, area.getWidth(), Math.max(1, area.getHeight() - KEY));
        Range across = view.x() == null ? x.range(xs, 0) : view.x();
        Range upwards = view.y() == null ? y.range(ys, 0) : view.y();
        ChartFrame frame = PlotPainter.paint(g, below, palette, x, across, y, upwards, ROOM);
        Shape outside = g.getClip();
        g.clip(frame.plot());
        Object smooth = g.getRenderingHint(RenderingHints.KEY_ANTIALIASING);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF); // smoothed edges would leave seams
        double[] ends = ends();
        for (int i = 0; i < xs.length; i++) {
            for (int j = 0; j < ys.length; j++) {
                cell(g, frame, palette, i, j, ends);
            }
        }
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, smooth);
        dots(g, frame, palette);
        g.setClip(outside);
        key(g, frame, area, palette, ends);
        return frame;
    }

    private double[] ends() {
        if (colours != null) {
            return new double[] {colours.low(), colours.high()};
        }
        double low = Arrays.stream(said).flatMapToDouble(Arrays::stream).filter(Double::isFinite).min().orElse(0);
        double high = Arrays.stream(said).flatMapToDouble(Arrays::stream).filter(Double::isFinite).max().orElse(1);
        return new double[] {low, high};
    }

    private void cell(Graphics2D g, ChartFrame frame, Palette palette, int i, int j, double[] ends) {
        double left = frame.x().toPixel(edge(x, xs, i));
        double right = frame.x().toPixel(edge(x, xs, i + 1));
        double top = frame.y().toPixel(edge(y, ys, j + 1));
        double bottom = frame.y().toPixel(edge(y, ys, j));
        boolean known = Double.isFinite(said[i][j]) && isKnown(i, j);
        g.setColor(known ? colour(palette, said[i][j], ends) : palette.line().awt());
        g.fill(new Rectangle2D.Double(left, top, right - left + 0.6, bottom - top + 0.6));
    }

    private static java.awt.Color colour(Palette palette, double value, double[] ends) {
        double share = ends[1] > ends[0] ? Math.max(0, Math.min(1, (value - ends[0]) / (ends[1] - ends[0]))) : 0.5;
        return palette.contender(0).line().mix(palette.contender(1).line(), share).mix(palette.panel(), 0.15).awt();
    }

    /** Half way to the value before. */
    private static double edge(ColumnAxis axis, double[] values, int i) {
        if (axis.isLabels()) {
            return i - 0.5;
        }
        if (values.length == 1) {
            return axis.range(values, 0).low() + (i == 0 ? 0 : axis.range(values, 0).length());
        }
        double before = values[Math.max(0, i - 1)];
        double after = values[Math.min(values.length - 1, i)];
        return (i == 0 || i == values.length) ? values[Math.min(i, values.length - 1)] : (before + after) / 2;
    }

    /** Whether any row is near. */
    private boolean isKnown(int i, int j) {
        double wide = NEAR * x.range(xs, 0).length();
        double high = NEAR * y.range(ys, 0).length();
        for (double[] each : there) {
            if (isNear(x, each[0], xs[i], wide) && isNear(y, each[1], ys[j], high)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNear(ColumnAxis axis, double one, double other, double far) {
        return axis.isLabels() ? one == other : Math.abs(one - other) <= far;
    }

    private void dots(Graphics2D g, ChartFrame frame, Palette palette) {
        g.setColor(palette.text().awt(0.45));
        for (int i = 0; i < there.length; i++) {
            g.fill(disc(frame.x().toPixel(beside(x, there[i][0], i)), frame.y().toPixel(beside(y, there[i][1], i + 7)), DOT));
        }
        if (row != null) {
            Ellipse2D ring = disc(frame.x().toPixel(row[0]), frame.y().toPixel(row[1]), CHOSEN);
            g.setColor(palette.panel().awt());
            g.fill(ring);
            g.setColor(palette.text().awt());
            g.setStroke(new BasicStroke(2));
            g.draw(ring);
        }
    }

    /** Rows of one label stand beside each other. */
    static double beside(ColumnAxis axis, double value, int number) {
        return axis.isLabels() ? value + 0.5 * (number * 0.618 % 1 - 0.5) : value;
    }

    private static Ellipse2D disc(double x, double y, double size) {
        return new Ellipse2D.Double(x - size / 2, y - size / 2, size, size);
    }

    private void key(Graphics2D g, ChartFrame frame, Rectangle2D area, Palette palette, double[] ends) {
        double right = frame.plot().getMaxX();
        String low = end(ends[0], ends);
        String high = end(ends[1], ends);
        g.setFont(Fonts.plain(low + high, FONT_SIZE));
        double wide = g.getFontMetrics().stringWidth(high);
        double from = right - wide - 6 - KEY_WIDE;
        double y = area.getY() + KEY - 10;
        for (int i = 0; i < KEY_WIDE; i++) {
            g.setColor(colour(palette, i / KEY_WIDE, new double[] {0, 1}));
            g.fill(new Rectangle2D.Double(from + i, y - KEY_HIGH, 1.5, KEY_HIGH));
        }
        g.setColor(palette.secondary().awt());
        g.drawString(high, (float) (right - wide), (float) y);
        double left = from - 6 - g.getFontMetrics().stringWidth(low);
        g.drawString(low, (float) left, (float) y);
        RowNames.small(g, key, new Rectangle2D.Double(left, y - 4, 0, 0), y - 4, left - area.getX(), palette.secondary());
    }

    /** What is next to nothing of the range is 0. */
    private static String end(double value, double[] ends) {
        return Numbers.significant(Math.abs(value) < SLIGHT * (ends[1] - ends[0]) ? 0 : value, DIGITS);
    }

    /** The cell that a point is in. */
    @Override
    public int nearest(ChartFrame frame, double toX, double toY) {
        return frame.plot().contains(toX, toY) ? closest(xs, frame.x().toValue(toX)) * ys.length + closest(ys, frame.y().toValue(toY)) : -1;
    }

    private static int closest(double[] values, double value) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = Math.abs(values[i] - value) < Math.abs(values[best] - value) ? i : best;
        }
        return best;
    }

    @Override
    public ChartTable table() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < xs.length; i++) {
            for (int j = 0; j < ys.length; j++) {
                rows.add(List.of(x.cell(xs[i]), y.cell(ys[j]), ChartTable.number(said[i][j]), String.valueOf(isKnown(i, j))));
            }
        }
        return new ChartTable(List.of(x.title(), y.title(), key, "rows near"), rows);
    }
}
