package downhill.ui.chart;

import downhill.data.Visible;
import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Range;
import downhill.ui.chart.shape.View;
import downhill.ui.theme.Fonts;
import downhill.ui.theme.Palette;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A bar for each of a few things, with its interval.
 *
 * @param bars    from above to below
 * @param strong  index of the one chosen; −1 for none
 * @param range   along x; null for as far as bars reach, with 0
 * @param style   contender whose colour they have
 * @param xTitle  words along x
 * @param summary the same in words
 */
public record ShareDrawing(List<Bar> bars, int strong, Range range, int style, String xTitle, String summary) implements PickDrawing {
    private static final double MOST_ROW = 72;
    /** Of the width that names may take, and where there is much of it. */
    private static final double NAMES = 0.3;
    private static final double LONG_NAMES = 0.48;
    private static final double WIDE = 240;
    private static final double RIGHT = 46;
    private static final double GAP = 8;
    private static final double HIGH = 0.5;
    private static final double ROOM = 0.04;
    private static final double MOST_HIGH = 18;
    private static final double WHISKER = 4;
    private static final double FONT_SIZE = 11;

    /**
     * One thing.
     *
     * @param name  shown at the left
     * @param value length of the bar
     * @param low   lower end of its interval; NaN for none
     * @param high  upper end of it; NaN for none
     * @param words shown at the right
     */
    public record Bar(String name, double value, double low, double high, String words) {
        public Bar {
            name = Visible.line(name);
        }
    }

    /** Copies the list. */
    public ShareDrawing {
        bars = List.copyOf(bars);
    }

    @Override
    public boolean isEmpty() {
        return bars.isEmpty();
    }

    @Override
    public ChartFrame draw(Graphics2D g, Rectangle2D area, Palette palette, View view) {
        Range shown = view.x() == null ? reach() : view.x();
        RowsFrame frame = RowsFrame.of(g, area, palette,
                new RowsFrame.Needs(bars.stream().map(Bar::name).toList(), shown, MOST_ROW, right(g),
                        area.getWidth() < WIDE ? NAMES : LONG_NAMES));
        frame.axis(xTitle);
        Shape outside = g.getClip();
        g.clip(frame.plot());
        for (int i = 0; i < bars.size(); i++) {
            bar(g, frame, palette, i);
        }
        g.setClip(outside);
        frame.upright(0, palette.secondary(), 1.4f);
        for (int i = 0; i < bars.size(); i++) {
            frame.name(i, bars.get(i).name(), palette.text());
            g.setFont(Fonts.plain(bars.get(i).words(), FONT_SIZE));
            g.setColor(palette.secondary().awt());
            g.drawString(bars.get(i).words(), (float) (frame.plot().getMaxX() + GAP), (float) (frame.centre(i) + 4));
        }
        return frame.frame();
    }

    /** So that the longest words at the right are whole. */
    private double right(Graphics2D g) {
        return bars.stream().mapToDouble(bar -> GAP + 4 + RowNames.width(g, Fonts.plain(bar.words(), FONT_SIZE), bar.words()))
                .reduce(RIGHT, Math::max);
    }

    private void bar(Graphics2D g, RowsFrame frame, Palette palette, int index) {
        Bar bar = bars.get(index);
        if (!Double.isFinite(bar.value())) {
            return;
        }
        double high = Math.min(MOST_HIGH, HIGH * frame.row());
        double from = frame.x().toPixel(Math.min(0, bar.value()));
        double to = frame.x().toPixel(Math.max(0, bar.value()));
        g.setColor(palette.contender(style).line().awt(strong < 0 || strong == index ? 0.9 : 0.55));
        g.fill(new Rectangle2D.Double(from, frame.centre(index) - high / 2, Math.max(1, to - from), high));
        if (Double.isFinite(bar.low()) && Double.isFinite(bar.high())) {
            double left = frame.x().toPixel(bar.low());
            double right = frame.x().toPixel(bar.high());
            double y = frame.centre(index);
            g.setColor(palette.text().awt());
            g.setStroke(new BasicStroke(1.3f));
            g.draw(new Line2D.Double(left, y, right, y));
            g.draw(new Line2D.Double(left, y - WHISKER, left, y + WHISKER));
            g.draw(new Line2D.Double(right, y - WHISKER, right, y + WHISKER));
        }
    }

    private Range reach() {
        if (range != null) {
            return range;
        }
        double[] all = bars.stream().flatMapToDouble(bar -> DoubleStream.of(bar.value(), bar.low(), bar.high())).filter(Double::isFinite)
                .toArray();
        double low = Math.min(0, DoubleStream.of(all).min().orElse(0));
        double high = Math.max(0, DoubleStream.of(all).max().orElse(0));
        double room = ROOM * (high - low);
        double from = low < 0 ? low - room : 0;
        return low < high ? new Range(from, high + room) : new Range(0, 1);
    }

    /** The bar in whose row a point is. */
    @Override
    public int nearest(ChartFrame frame, double x, double y) {
        return RowsFrame.rowAt(frame, bars.size(), y);
    }

    @Override
    public ChartTable table() {
        return new ChartTable(List.of("name", xTitle, "low", "high"), bars.stream().map(bar -> List.of(bar.name(),
                ChartTable.number(bar.value()), ChartTable.number(bar.low()), ChartTable.number(bar.high()))).toList());
    }
}
