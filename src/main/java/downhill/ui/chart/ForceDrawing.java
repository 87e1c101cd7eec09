package downhill.ui.chart;

import downhill.ui.chart.shape.AxisScale;
import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Range;
import downhill.ui.chart.shape.View;
import downhill.ui.theme.Colour;
import downhill.ui.theme.Fonts;
import downhill.ui.theme.Palette;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What pushes a number up and what pushes it down: both meet where it is. The same shares as a {@link WaterfallDrawing} has, one against
 * the other.
 *
 * @param whole the shares, and the words at both ends
 */
public record ForceDrawing(WaterfallDrawing whole) implements PickDrawing {
    private static final double ABOVE = 40;
    private static final double HIGH = 26;
    private static final double TIP = 6;
    private static final double ROOM = 0.06;
    private static final double LINE = 19;
    private static final double FONT_SIZE = 11;

    /** One share's stretch. */
    private record Stretch(int step, double from, double to) {
    }

    @Override
    public boolean isEmpty() {
        return whole.isEmpty();
    }

    @Override
    public String summary() {
        return whole.summary();
    }

    @Override
    public ChartTable table() {
        return whole.table();
    }

    private double end() {
        return whole.base() + whole.steps().stream().mapToDouble(WaterfallDrawing.Step::value).sum();
    }

    /** What pushes up ends there, what pushes down begins there; the largest next to it. */
    private List<Stretch> stretches() {
        List<Stretch> stretches = new ArrayList<>();
        double up = end();
        double down = end();
        for (int i = 0; i < whole.steps().size(); i++) {
            double value = whole.steps().get(i).value();
            if (value >= 0) {
                stretches.add(new Stretch(i, up - value, up));
                up -= value;
            } else {
                stretches.add(new Stretch(i, down - value, down));
                down -= value;
            }
        }
        return stretches;
    }

    @Override
    public ChartFrame draw(Graphics2D g, Rectangle2D area, Palette palette, View view) {
        List<Stretch> stretches = stretches();
        double low = Math.min(whole.base(), stretches.stream().mapToDouble(each -> Math.min(each.from, each.to)).min().orElse(0));
        double high = Math.max(whole.base(), stretches.stream().mapToDouble(each -> Math.max(each.from, each.to)).max().orElse(1));
        Range shown = view.x() == null ? Range.around(low, high, ROOM) : view.x();
        Rectangle2D plot = new Rectangle2D.Double(area.getX() + 4, area.getY() + ABOVE, Math.max(1, area.getWidth() - 8), HIGH);
        AxisScale x = new AxisScale(shown, false, plot.getMinX(), plot.getMaxX());
        stretches.forEach(each -> stretch(g, palette, x, plot, each));
        ends(g, palette, x, plot);
        names(g, palette, area, plot);
        return new ChartFrame(new Rectangle2D.Double(area.getX(), area.getY(), area.getWidth(), area.getHeight()), x,
                new AxisScale(new Range(0, 1), false, area.getMaxY(), area.getMinY()));
    }

    private static Colour colour(Palette palette, double value) {
        return palette.contender(value < 0 ? 0 : 1).line();
    }

    private void stretch(Graphics2D g, Palette palette, AxisScale x, Rectangle2D plot, Stretch each) {
        double from = x.toPixel(each.from);
        double to = x.toPixel(each.to);
        double tip = Math.min(TIP, Math.abs(to - from)) * Math.signum(to - from);
        Path2D arrow = new Path2D.Double();
        arrow.moveTo(from, plot.getMinY());
        arrow.lineTo(to - tip, plot.getMinY());
        arrow.lineTo(to, plot.getCenterY());
        arrow.lineTo(to - tip, plot.getMaxY());
        arrow.lineTo(from, plot.getMaxY());
        arrow.lineTo(from + tip, plot.getCenterY());
        arrow.closePath();
        g.setColor(colour(palette, whole.steps().get(each.step).value()).awt());
        g.fill(arrow);
        g.setColor(each.step == whole.strong() ? palette.text().awt() : palette.panel().awt());
        g.setStroke(new BasicStroke(each.step == whole.strong() ? 1.6f : 1));
        g.draw(arrow);
    }

    private void ends(Graphics2D g, Palette palette, AxisScale x, Rectangle2D plot) {
        double base = x.toPixel(whole.base());
        double end = x.toPixel(end());
        g.setStroke(new BasicStroke(1));
        g.setColor(palette.secondary().awt());
        g.draw(new Line2D.Double(base, plot.getMaxY(), base, plot.getMaxY() + 8));
        g.setFont(Fonts.plain(whole.baseWords(), FONT_SIZE));
        within(g, whole.baseWords(), base, plot, plot.getMaxY() + 20);
        g.setColor(palette.text().awt());
        g.draw(new Line2D.Double(end, plot.getMinY() - 8, end, plot.getMinY()));
        g.setFont(Fonts.strong(whole.endWords(), FONT_SIZE + 1));
        within(g, whole.endWords(), end, plot, plot.getMinY() - 12);
    }

    /** In the middle over a place, as far as the plot has room. */
    private static void within(Graphics2D g, String words, double at, Rectangle2D plot, double y) {
        double wide = g.getFontMetrics().stringWidth(words);
        g.drawString(words, (float) Math.max(plot.getMinX(), Math.min(plot.getMaxX() - wide, at - wide / 2)), (float) y);
    }

    private void names(Graphics2D g, Palette palette, Rectangle2D area, Rectangle2D plot) {
        for (int i = 0; i < whole.steps().size(); i++) {
            WaterfallDrawing.Step step = whole.steps().get(i);
            double y = line(plot.getMaxY(), i);
            g.setColor(colour(palette, step.value()).awt());
            g.fill(new Rectangle2D.Double(plot.getMinX(), y - 8, 8, 8));
            g.setFont(Fonts.plain(step.words(), FONT_SIZE));
            g.setColor(palette.secondary().awt());
            double wide = g.getFontMetrics().stringWidth(step.words());
            g.drawString(step.words(), (float) (plot.getMaxX() - wide), (float) y);
            double end = plot.getMaxX() - wide - 10;
            RowNames.begin(g, step.name(), plot.getMinX() + 14, y - 4, end - plot.getMinX() - 14,
                    i == whole.strong() ? palette.text() : palette.secondary());
        }
    }

    private static double line(double below, int step) {
        return below + 44 + step * LINE;
    }

    /** The share whose line a point is on, or whose stretch. */
    @Override
    public int nearest(ChartFrame frame, double x, double y) {
        double top = frame.plot().getY() + ABOVE;
        double value = frame.x().toValue(x);
        if (y >= top && y <= top + HIGH) {
            return stretches().stream().filter(each -> value >= Math.min(each.from, each.to) && value <= Math.max(each.from, each.to))
                    .mapToInt(Stretch::step).findFirst().orElse(-1);
        }
        return IntStream.range(0, whole.steps().size()).filter(i -> Math.abs(y + 4 - line(top + HIGH, i)) <= LINE / 2).findFirst()
                .orElse(-1);
    }
}
