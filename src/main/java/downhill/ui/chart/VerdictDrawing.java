package downhill.ui.chart;

import downhill.analysis.verdict.Standing;
import downhill.analysis.verdict.Verdict;
import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.View;
import downhill.ui.i18n.Numbers;
import downhill.ui.theme.Palette;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;

/** A verdict as one picture: {@link FoldDots} over {@link PairBars}, contenders in the colours of their places. */
public final class VerdictDrawing implements ChartDrawing {
    private static final double ROW = 40;
    private static final double BAR = 30;
    private static final double ROUND_ROWS = 60;
    private static final double ROUND_BARS = 24;

    private final FoldDots dots;
    private final PairBars bars;

    /**
     * A picture.
     *
     * @param metric   what the dots measure
     * @param diverged words for how often a contender did, with {0} and {1} for times and folds
     * @param level    words for the middle part of a bar, with {0} for its share
     * @param unknown  words for a pair that is not compared
     */
    public VerdictDrawing(Verdict verdict, String metric, String diverged, String level, String unknown) {
        List<Integer> styles = IntStream.range(0, verdict.standings().size()).boxed().toList();
        String told = told(verdict);
        dots = new FoldDots(verdict, metric, styles, verdict.standings().stream().map(each -> each.diverged() == 0 ? ""
                : diverged.replace("{0}", "" + each.diverged()).replace("{1}", "" + each.scores().length)).toList(), -1, told);
        bars = new PairBars(verdict, styles, level, unknown, told);
    }

    private static String told(Verdict verdict) {
        StringBuilder words = new StringBuilder();
        for (Standing each : verdict.standings()) {
            words.append(each.name()).append(": ").append(Numbers.format(each.middle().value())).append(". ");
        }
        return words.toString().strip();
    }

    /** Points down that it takes. */
    double height() {
        return above() + (bars.isEmpty() ? 0 : ROUND_BARS + BAR * bars.verdict().pairs().size());
    }

    private double above() {
        return ROUND_ROWS + ROW * dots.verdict().standings().size();
    }

    @Override
    public ChartFrame draw(Graphics2D g, Rectangle2D area, Palette palette, View view) {
        double above = above();
        ChartFrame frame = dots.draw(g, new Rectangle2D.Double(area.getX(), area.getY(), area.getWidth(), above), palette, view);
        if (!bars.isEmpty()) {
            bars.draw(g, new Rectangle2D.Double(area.getX(), area.getY() + above, area.getWidth(), Math.max(1, area.getHeight() - above)),
                    palette, View.ALL);
        }
        return frame;
    }

    @Override
    public boolean isEmpty() {
        return dots.isEmpty();
    }

    @Override
    public String summary() {
        return dots.summary();
    }

    @Override
    public ChartTable table() {
        return dots.table();
    }
}
