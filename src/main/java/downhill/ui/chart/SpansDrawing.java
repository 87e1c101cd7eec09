package downhill.ui.chart;

import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Range;
import downhill.ui.chart.shape.View;
import downhill.ui.theme.Palette;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * When each of many things was under way: a bar from its begin to its end, one above the other by their numbers.
 *
 * @param bars   in the order of their numbers
 * @param xTitle words along the time
 * @param yTitle words along the numbers
 * @param told   what it shows, in words
 */
public record SpansDrawing(List<Bar> bars, String xTitle, String yTitle, String told) implements PickDrawing {
    private static final double GAP = 0.15;
    private static final double NEAR = 12;

    /**
     * One thing.
     *
     * @param number of it, at least 0
     * @param from   when it began
     * @param to     when it ended, not before
     */
    public record Bar(int number, double from, double to, Tone tone) {
    }

    /** Copies the list. */
    public SpansDrawing {
        bars = List.copyOf(bars);
    }

    @Override
    public boolean isEmpty() {
        return bars.isEmpty();
    }

    @Override
    public ChartFrame draw(Graphics2D g, Rectangle2D area, Palette palette, View view) {
        double end = bars.stream().mapToDouble(Bar::to).max().orElse(1);
        double last = bars.get(bars.size() - 1).number();
        Range x = view.x() != null ? view.x() : new Range(0, Math.max(1e-3, end));
        Range y = view.y() != null ? view.y() : new Range(bars.get(0).number() - 0.5, last + 0.5);
        ChartFrame frame = PlotPainter.paint(g, area, palette,
                new PlotPainter.Axes(xTitle, yTitle, x, y, false, Marks.NUMBERS, Marks.WHOLE, true, false), 12);
        Shape outside = g.getClip();
        g.clip(frame.plot());
        bars.forEach(bar -> {
            g.setColor(TracesDrawing.colour(palette, bar.tone()));
            g.fill(box(frame, bar));
        });
        g.setClip(outside);
        return frame;
    }

    private static Rectangle2D box(ChartFrame frame, Bar bar) {
        double left = frame.x().toPixel(bar.from());
        double top = frame.y().toPixel(bar.number() + 0.5 - GAP);
        double bottom = frame.y().toPixel(bar.number() - 0.5 + GAP);
        return new Rectangle2D.Double(left, top, Math.max(1.5, frame.x().toPixel(bar.to()) - left), Math.max(1, bottom - top));
    }

    @Override
    public int nearest(ChartFrame frame, double x, double y) {
        return PickDrawing.nearest(bars, Bar::number, NEAR, bar -> away(box(frame, bar), x, y));
    }

    private static double away(Rectangle2D box, double x, double y) {
        boolean beside = x < box.getMinX() - NEAR || x > box.getMaxX() + NEAR;
        return beside ? Double.POSITIVE_INFINITY : Math.abs(box.getCenterY() - y);
    }

    @Override
    public String summary() {
        return told;
    }

    @Override
    public ChartTable table() {
        List<List<String>> rows = new ArrayList<>();
        bars.forEach(bar -> rows.add(List.of(String.valueOf(bar.number()), ChartTable.number(bar.from()), ChartTable.number(bar.to()))));
        return new ChartTable(List.of("trial", "from", "to"), rows);
    }
}
