package downhill.ui.chart;

import downhill.data.Visible;
import downhill.ui.chart.shape.AxisScale;
import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Range;
import downhill.ui.chart.shape.View;
import downhill.ui.theme.Fonts;
import downhill.ui.theme.Palette;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One bar for each of some names, from 0 to its value, with its interval.
 *
 * @param title  words along the values
 * @param names  the first at the top
 * @param values where each bar ends
 * @param low    of the interval of each; NaN for none
 * @param high   of it
 */
record NamedBars(String title, List<String> names, double[] values, double[] low, double[] high) implements ChartDrawing {
    private static final double ROW = 24;
    private static final double BAR_SHARE = 0.6;
    private static final double ABOVE = 12;
    private static final double AXIS = 52;
    private static final double RIGHT = 24;
    private static final double FONT = 11;
    private static final double POINTS_PER_TICK = 70;
    private static final double ROOM = 0.04;
    private static final double CAP = 3;

    NamedBars {
        names = names.stream().map(Visible::line).toList();
    }

    /** Points down that it takes. */
    double height() {
        return ABOVE + ROW * Math.max(1, names.size()) + AXIS;
    }

    @Override
    public ChartFrame draw(Graphics2D g, Rectangle2D area, Palette palette, View view) {
        int count = Math.max(1, names.size());
        double left = RowNames.room(g, names, area.getWidth());
        double row = Math.max(1, Math.min(ROW, (area.getHeight() - ABOVE - AXIS) / count));
        Rectangle2D plot = new Rectangle2D.Double(area.getX() + left, area.getY() + ABOVE, Math.max(1, area.getWidth() - left - RIGHT),
                row * count);
        AxisScale x = new AxisScale(view.x() == null ? range() : view.x(), false, plot.getMinX(), plot.getMaxX());
        axis(g, plot, x, palette);
        for (int i = 0; i < names.size(); i++) {
            bar(g, plot, x, palette, plot.getMinY() + row * (i + 0.5), row, i);
            RowNames.right(g, names.get(i), plot, plot.getMinY() + row * (i + 0.5), left, palette.text());
        }
        return new ChartFrame(plot, x, new AxisScale(new Range(0, count), false, plot.getMaxY(), plot.getMinY()));
    }

    private Range range() {
        double[] ends = Stream.of(values, low, high).flatMapToDouble(Arrays::stream).filter(Double::isFinite).toArray();
        double from = Math.min(0, Arrays.stream(ends).min().orElse(0));
        double to = Math.max(0, Arrays.stream(ends).max().orElse(1));
        double room = to > from ? ROOM * (to - from) : 1;
        return new Range(from < 0 ? from - room : 0, to + room);
    }

    private void axis(Graphics2D g, Rectangle2D plot, AxisScale x, Palette palette) {
        for (Ticks.Tick tick : Ticks.linear(x.range(), (int) Math.max(2, plot.getWidth() / POINTS_PER_TICK))) {
            double at = x.toPixel(tick.value());
            g.setColor(tick.value() == 0 ? palette.secondary().awt() : palette.line().awt());
            g.fill(new Rectangle2D.Double(at - 0.5, plot.getMinY(), 1, plot.getHeight()));
            middle(g, tick.label(), at, plot.getMaxY() + 16, palette);
        }
        middle(g, title, plot.getCenterX(), plot.getMaxY() + 36, palette);
    }

    private static void middle(Graphics2D g, String words, double at, double base, Palette palette) {
        g.setFont(Fonts.plain(words, FONT));
        g.setColor(palette.secondary().awt());
        g.drawString(words, (float) (at - RowNames.width(g, g.getFont(), words) / 2), (float) base);
    }

    private void bar(Graphics2D g, Rectangle2D plot, AxisScale x, Palette palette, double centre, double row, int index) {
        double zero = x.toPixel(0);
        double end = x.toPixel(values[index]);
        double high = row * BAR_SHARE;
        g.setColor(palette.contender(values[index] < 0 ? 1 : 0).line().awt());
        g.fill(new Rectangle2D.Double(Math.min(zero, end), centre - high / 2, Math.max(1, Math.abs(end - zero)), high));
        if (Double.isFinite(low[index]) && Double.isFinite(this.high[index])) {
            double from = x.toPixel(low[index]);
            double to = x.toPixel(this.high[index]);
            g.setColor(palette.text().awt());
            g.fill(new Rectangle2D.Double(from, centre - 0.5, Math.max(1, to - from), 1));
            g.fill(new Rectangle2D.Double(from - 0.5, centre - CAP, 1, 2 * CAP));
            g.fill(new Rectangle2D.Double(to - 0.5, centre - CAP, 1, 2 * CAP));
        }
    }

    @Override
    public boolean isEmpty() {
        return names.isEmpty();
    }

    @Override
    public String summary() {
        return title;
    }

    @Override
    public ChartTable table() {
        return new ChartTable(List.of("name", "value", "low", "high"), IntStream.range(0, names.size()).mapToObj(i ->
                List.of(names.get(i), ChartTable.number(values[i]), ChartTable.number(low[i]), ChartTable.number(high[i]))).toList());
    }
}
