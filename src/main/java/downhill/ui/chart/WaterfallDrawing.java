package downhill.ui.chart;

import downhill.data.Visible;
import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Range;
import downhill.ui.chart.shape.View;
import downhill.ui.theme.Fonts;
import downhill.ui.theme.Palette;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * How a number comes about: each step begins where the one before it ended.
 *
 * @param base      where the first begins
 * @param steps     from above to below
 * @param strong    index of the one chosen; −1 for none
 * @param baseWords below the begin
 * @param endWords  below the end
 * @param summary   the same in words
 */
public record WaterfallDrawing(double base, List<Step> steps, int strong, String baseWords, String endWords, String summary)
        implements PickDrawing {
    private static final double MOST_ROW = 36;
    private static final double RIGHT = 42;
    private static final double NAMES = 0.44;
    private static final double HIGH = 0.58;
    private static final double MOST_HIGH = 18;
    private static final double FONT_SIZE = 11;
    private static final double GAP = 5;
    /** Of the width of the plot, that stays free at both sides for numbers. */
    private static final double MARGIN = 0.12;

    /**
     * One step.
     *
     * @param name  shown at the left
     * @param value above 0 to the right
     * @param words beside the bar
     */
    public record Step(String name, double value, String words) {
        public Step {
            name = Visible.line(name);
        }
    }

    /** Copies the list. */
    public WaterfallDrawing {
        steps = List.copyOf(steps);
    }

    @Override
    public boolean isEmpty() {
        return steps.isEmpty();
    }

    @Override
    public ChartFrame draw(Graphics2D g, Rectangle2D area, Palette palette, View view) {
        List<String> names = steps.stream().map(Step::name).toList();
        RowsFrame frame = RowsFrame.of(g, area, palette,
                new RowsFrame.Needs(names, view.x() == null ? reach() : view.x(), MOST_ROW, RIGHT, NAMES));
        double from = base;
        for (int i = 0; i < steps.size(); i++) {
            step(g, frame, palette, i, from);
            from += steps.get(i).value();
            frame.name(i, steps.get(i).name(), palette.text());
        }
        ends(g, frame, palette, from);
        return frame.frame();
    }

    private Range reach() {
        double low = base;
        double high = base;
        double at = base;
        for (Step step : steps) {
            at += step.value();
            low = Math.min(low, at);
            high = Math.max(high, at);
        }
        return low < high ? Range.around(low, high, MARGIN) : Range.around(base, base, 0.1);
    }

    private void step(Graphics2D g, RowsFrame frame, Palette palette, int index, double from) {
        Step step = steps.get(index);
        double to = from + step.value();
        double high = Math.min(MOST_HIGH, HIGH * frame.row());
        double left = frame.x().toPixel(Math.min(from, to));
        double right = Math.max(left + 1.5, frame.x().toPixel(Math.max(from, to)));
        double y = frame.centre(index);
        g.setColor(palette.line().awt());
        g.setStroke(new BasicStroke(1));
        double begin = index == 0 ? frame.plot().getMinY() : frame.centre(index - 1) + high / 2;
        g.draw(new Line2D.Double(frame.x().toPixel(from), begin, frame.x().toPixel(from), y));
        g.setColor(palette.contender(step.value() < 0 ? 0 : 1).line().awt());
        g.fill(new RoundRectangle2D.Double(left, y - high / 2, right - left, high, 3, 3));
        if (index == strong) {
            g.setColor(palette.text().awt());
            g.setStroke(new BasicStroke(1.4f));
            g.draw(new RoundRectangle2D.Double(left - 1, y - high / 2 - 1, right - left + 2, high + 2, 3, 3));
        }
        words(g, palette, step, new double[] {left, right}, frame.plot().getMinX(), y);
    }

    /** At the end that the share leads to; where that would lie over the names, at the other. */
    private static void words(Graphics2D g, Palette palette, Step step, double[] ends, double least, double y) {
        Font font = Fonts.plain(step.words(), FONT_SIZE);
        g.setFont(font);
        g.setColor(palette.secondary().awt());
        double before = ends[0] - GAP - font.getStringBounds(step.words(), g.getFontRenderContext()).getWidth();
        g.drawString(step.words(), (float) (step.value() < 0 && before >= least - GAP ? before : ends[1] + GAP), (float) (y + 4));
    }

    private void ends(Graphics2D g, RowsFrame frame, Palette palette, double end) {
        double y = frame.plot().getMaxY();
        g.setColor(palette.line().awt());
        g.setStroke(new BasicStroke(1));
        g.draw(new Line2D.Double(frame.x().toPixel(base), frame.plot().getMinY(), frame.x().toPixel(base), y + 4));
        g.draw(new Line2D.Double(frame.x().toPixel(end), frame.centre(Math.max(0, steps.size() - 1)), frame.x().toPixel(end), y + 4));
        Font plain = Fonts.plain(baseWords, FONT_SIZE);
        Font strong = Fonts.strong(endWords, FONT_SIZE);
        double first = plain.getStringBounds(baseWords, g.getFontRenderContext()).getWidth();
        double last = strong.getStringBounds(endWords, g.getFontRenderContext()).getWidth();
        boolean apart = Math.abs(frame.x().toPixel(base) - frame.x().toPixel(end)) > (first + last) / 2 + 8;
        g.setFont(plain);
        g.setColor(palette.secondary().awt());
        RowsFrame.middle(g, baseWords, frame.x().toPixel(base), y + 18);
        g.setFont(strong);
        g.setColor(palette.text().awt());
        RowsFrame.middle(g, endWords, frame.x().toPixel(end), y + (apart ? 18 : 34));
    }

    @Override
    public int nearest(ChartFrame frame, double x, double y) {
        return RowsFrame.rowAt(frame, steps.size(), y);
    }

    @Override
    public ChartTable table() {
        List<List<String>> rows = new ArrayList<>();
        double from = base;
        for (Step step : steps) {
            rows.add(List.of(step.name(), ChartTable.number(step.value()), ChartTable.number(from),
                    ChartTable.number(from + step.value())));
            from += step.value();
        }
        return new ChartTable(List.of("feature", "share", "from", "to"), rows);
    }
}
