package downhill.ui.chart;

import downhill.analysis.verdict.Pair;
import downhill.analysis.verdict.Verdict;
import downhill.ui.chart.shape.AxisScale;
import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Range;
import downhill.ui.chart.shape.View;
import downhill.ui.i18n.Numbers;
import downhill.ui.theme.Colour;
import downhill.ui.theme.Fonts;
import downhill.ui.theme.Palette;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * A bar in three parts for each two contenders: how probable it is that the one named at the left is better by more than the margin, that
 * they are level, and that the one named at the right is better.
 *
 * @param styles  contender styles in the order of the standings
 * @param level   words for the middle part, with {0} for its share
 * @param unknown words for a pair that is not compared
 * @param summary the same in words
 */
public record PairBars(Verdict verdict, List<Integer> styles, String level, String unknown, String summary) implements PickDrawing {
    private static final double LEAST_ROW = 22;
    private static final double MOST_ROW = 160;
    private static final double MOST_BAR = 32;
    private static final double BAR_SHARE = 0.62;
    private static final double ABOVE = 8;
    private static final double FONT_SIZE = 11;
    private static final double PAD = 8;
    private static final double READABLE = 4.5;

    public PairBars {
        styles = List.copyOf(styles);
    }

    /** Points down that it needs. */
    public double leastHeight() {
        return 2 * ABOVE + LEAST_ROW * verdict.pairs().size();
    }

    @Override
    public ChartFrame draw(Graphics2D g, Rectangle2D area, Palette palette, View view) {
        int count = Math.max(1, verdict.pairs().size());
        double left = RowNames.room(g, names(true), area.getWidth());
        double right = RowNames.room(g, names(false), area.getWidth());
        double row = Math.max(1, Math.min(MOST_ROW, (area.getHeight() - 2 * ABOVE) / count));
        Rectangle2D plot = new Rectangle2D.Double(area.getX() + left, area.getY() + ABOVE, Math.max(1, area.getWidth() - left - right),
                row * count);
        for (int i = 0; i < verdict.pairs().size(); i++) {
            pair(g, plot, new double[] {left, right}, plot.getMinY() + row * (i + 0.5), palette, verdict.pairs().get(i));
        }
        return new ChartFrame(plot, new AxisScale(new Range(0, 1), false, plot.getMinX(), plot.getMaxX()),
                new AxisScale(new Range(0, count), false, plot.getMaxY(), plot.getMinY()));
    }

    /** The place of the pair whose bar is at that height. */
    @Override
    public int nearest(ChartFrame frame, double x, double y) {
        Rectangle2D plot = frame.plot();
        return plot.contains(x, y) ? (int) ((y - plot.getMinY()) / plot.getHeight() * verdict.pairs().size()) : -1;
    }

    private List<String> names(boolean first) {
        return verdict.pairs().stream().map(pair -> name(first ? pair.a() : pair.b())).distinct().toList();
    }

    private String name(int contender) {
        return verdict.standings().get(contender).name();
    }

    private void pair(Graphics2D g, Rectangle2D plot, double[] rooms, double centre, Palette palette, Pair pair) {
        double high = Math.min(MOST_BAR, BAR_SHARE * plot.getHeight() / verdict.pairs().size());
        RowNames.right(g, name(pair.a()), plot, centre, rooms[0], palette.contender(styles.get(pair.a())).text());
        RowNames.left(g, name(pair.b()), plot, centre, rooms[1], palette.contender(styles.get(pair.b())).text());
        Rectangle2D whole = new Rectangle2D.Double(plot.getX(), centre - high / 2, plot.getWidth(), high);
        g.setColor(palette.line().awt());
        if (Double.isNaN(pair.better())) {
            g.draw(whole);
            words(g, whole, unknown, palette.secondary());
            return;
        }
        g.fill(whole);
        double first = plot.getWidth() * pair.better();
        double last = plot.getWidth() * pair.worse();
        part(g, new Rectangle2D.Double(whole.getX(), whole.getY(), first, high), pair.better(), pair.a(), palette);
        part(g, new Rectangle2D.Double(whole.getMaxX() - last, whole.getY(), last, high), pair.worse(), pair.b(), palette);
        words(g, new Rectangle2D.Double(whole.getX() + first, whole.getY(), whole.getWidth() - first - last, high),
                level.replace("{0}", percent(pair.equivalent())), palette.text());
    }

    private void part(Graphics2D g, Rectangle2D box, double share, int contender, Palette palette) {
        Colour fill = palette.contender(styles.get(contender)).line();
        g.setColor(fill.awt());
        g.fill(box);
        words(g, box, percent(share), palette.panel().legibleOn(fill, READABLE));
    }

    private static String percent(double share) {
        return Numbers.percent(Numbers.fixed(100 * share, 0));
    }

    private static void words(Graphics2D g, Rectangle2D box, String words, Colour colour) {
        g.setFont(Fonts.plain(words, FONT_SIZE));
        if (RowNames.width(g, g.getFont(), words) + PAD < box.getWidth()) {
            g.setColor(colour.awt());
            RowsFrame.middle(g, words, box.getCenterX(), box.getCenterY() + FONT_SIZE / 3);
        }
    }

    @Override
    public boolean isEmpty() {
        return verdict.pairs().isEmpty();
    }

    @Override
    public ChartTable table() {
        List<List<String>> rows = new ArrayList<>();
        verdict.pairs().forEach(pair -> rows.add(List.of(name(pair.a()), name(pair.b()), ChartTable.number(pair.test().mean()),
                ChartTable.number(pair.better()), ChartTable.number(pair.equivalent()), ChartTable.number(pair.worse()))));
        return new ChartTable(List.of("a", "b", "difference", "better", "equivalent", "worse"), rows);
    }
}
