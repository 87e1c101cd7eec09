package downhill.ui.chart;

import downhill.analysis.verdict.Standing;
import downhill.analysis.verdict.Verdict;
import downhill.ui.chart.shape.AxisScale;
import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Range;
import downhill.ui.chart.shape.View;
import downhill.ui.theme.Colour;
import downhill.ui.theme.Palette;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A row for each contender: a dot for each fold, over them its interquartile mean and the interval of that.
 *
 * @param metric  what the dots measure, along x
 * @param styles  contender styles in the order of the standings
 * @param remarks what stands below a name, such as how often it diverged; empty for nothing
 * @param chosen  place of a fold whose dots are ringed; −1 for none. The number of a dot is its fold's place, and for each contender
 *                before its own that of all folds more
 * @param summary the same in words
 */
public record FoldDots(Verdict verdict, String metric, List<Integer> styles, List<String> remarks, int chosen, String summary)
        implements PickDrawing {
    private static final double NEAR = 9;

    /** Points that a row needs at least. */
    public static final double LEAST_ROW = 22;
    private static final double MOST_ROW = 240;
    private static final double AXIS = 44;
    private static final double ABOVE = 8;
    private static final double RIGHT = 20;
    private static final double FONT_SIZE = 12;
    private static final double SPREAD = 0.56;
    private static final double MOST_SPREAD = 40;
    private static final double GOLDEN = 0.6180339887498949;
    private static final double ROOM = 0.04;
    /** Where all scores are 0 and no difference is too small to count. */
    private static final double LEAST = 1e-9;
    private static final int FEW = 10;
    private static final double RING = 11;

    public FoldDots {
        styles = List.copyOf(styles);
        remarks = List.copyOf(remarks);
    }

    /** Points down that it needs. */
    public double leastHeight() {
        return ABOVE + LEAST_ROW * verdict.standings().size() + AXIS;
    }

    @Override
    public ChartFrame draw(Graphics2D g, Rectangle2D area, Palette palette, View view) {
        int count = Math.max(1, verdict.standings().size());
        double left = RowNames.room(g, names(), area.getWidth());
        double row = Math.max(1, Math.min(MOST_ROW, (area.getHeight() - ABOVE - AXIS) / count));
        Rectangle2D plot = new Rectangle2D.Double(area.getX() + left, area.getY() + ABOVE, Math.max(1, area.getWidth() - left - RIGHT),
                row * count);
        AxisScale x = new AxisScale(view.x() == null ? range() : view.x(), false, plot.getMinX(), plot.getMaxX());
        RowsFrame.axis(g, plot, x, palette, metric);
        for (int i = 0; i < verdict.standings().size(); i++) {
            contender(g, plot, x, palette, i, left);
        }
        return new ChartFrame(plot, x, new AxisScale(new Range(0, count), false, plot.getMaxY(), plot.getMinY()));
    }

    private List<String> names() {
        return verdict.standings().stream().map(Standing::name).toList();
    }

    private Range range() {
        DoubleStream values = verdict.standings().stream().flatMapToDouble(each -> DoubleStream.concat(Arrays.stream(each.scores()),
                DoubleStream.of(each.middle().low(), each.middle().high())));
        double[] finite = values.filter(Double::isFinite).toArray();
        double low = Arrays.stream(finite).min().orElse(0);
        double high = Arrays.stream(finite).max().orElse(1);
        double room = high > low ? ROOM * (high - low) : Math.max(LEAST, Math.max(verdict.margin(), Math.abs(low) * ROOM));
        return new Range(low - room, high + room);
    }

    private void contender(Graphics2D g, Rectangle2D plot, AxisScale x, Palette palette, int index, double room) {
        double row = plot.getHeight() / verdict.standings().size();
        Standing standing = verdict.standings().get(index);
        double centre = plot.getMinY() + row * (index + 0.5);
        Colour colour = palette.contender(styles.get(index)).line();
        dots(g, x, standing, centre, row, colour);
        middleHalf(g, x, standing, centre, colour, palette);
        ring(g, x, standing, centre, row, palette);
        String remark = remarks.get(index);
        boolean both = !remark.isEmpty() && row >= 2 * FONT_SIZE + 4;
        RowNames.right(g, standing.name(), plot, centre - (both ? FONT_SIZE / 2 : 0), room,
                palette.contender(styles.get(index)).text());
        if (both) {
            RowNames.small(g, remark, plot, centre + FONT_SIZE / 2 + 2, room, palette.secondary());
        }
    }

    private static void dots(Graphics2D g, AxisScale x, Standing standing, double centre, double row, Colour colour) {
        double size = standing.scores().length <= FEW ? 6 : 5;
        g.setColor(colour.awt(standing.scores().length <= FEW ? 0.6 : 0.38));
        for (int i = 0; i < standing.scores().length; i++) {
            double score = standing.scores()[i];
            if (Double.isFinite(score) && x.range().contains(score)) {
                g.fill(new Ellipse2D.Double(x.toPixel(score) - size / 2, beside(i, centre, row) - size / 2, size, size));
            }
        }
    }

    /** So that equal scores are seen to be several. */
    private static double beside(int fold, double centre, double row) {
        return centre + (fold * GOLDEN % 1 - 0.5) * Math.min(MOST_SPREAD, row * SPREAD);
    }

    private void ring(Graphics2D g, AxisScale x, Standing standing, double centre, double row, Palette palette) {
        double score = chosen < 0 || chosen >= standing.scores().length ? Double.NaN : standing.scores()[chosen];
        if (Double.isFinite(score) && x.range().contains(score)) {
            g.setColor(palette.text().awt());
            g.setStroke(new BasicStroke(1.5f));
            g.draw(new Ellipse2D.Double(x.toPixel(score) - RING / 2, beside(chosen, centre, row) - RING / 2, RING, RING));
        }
    }

    @Override
    public int nearest(ChartFrame frame, double atX, double atY) {
        int found = -1;
        double least = NEAR;
        double row = frame.plot().getHeight() / Math.max(1, verdict.standings().size());
        for (int i = 0; i < verdict.standings().size(); i++) {
            double[] scores = verdict.standings().get(i).scores();
            double centre = frame.plot().getMinY() + row * (i + 0.5);
            for (int fold = 0; fold < scores.length; fold++) {
                double away = Math.hypot(frame.x().toPixel(scores[fold]) - atX, beside(fold, centre, row) - atY);
                if (away < least) {
                    least = away;
                    found = i * scores.length + fold;
                }
            }
        }
        return found;
    }

    private static void middleHalf(Graphics2D g, AxisScale x, Standing standing, double centre, Colour colour, Palette palette) {
        double value = standing.middle().value();
        if (Double.isFinite(standing.middle().low()) && Double.isFinite(standing.middle().high())) {
            double from = x.toPixel(standing.middle().low());
            double wide = Math.max(3, x.toPixel(standing.middle().high()) - from);
            g.setColor(palette.panel().awt());
            g.fill(new RoundRectangle2D.Double(from - 1, centre - 2.5, wide + 2, 5, 4, 4));
            g.setColor(colour.awt());
            g.fill(new RoundRectangle2D.Double(from, centre - 1.5, wide, 3, 3, 3));
        }
        if (Double.isFinite(value) && x.range().contains(value)) {
            double at = x.toPixel(value);
            g.setColor(palette.panel().awt());
            g.fill(new Ellipse2D.Double(at - 6, centre - 6, 12, 12));
            g.setColor(colour.awt());
            g.fill(new Ellipse2D.Double(at - 4.5, centre - 4.5, 9, 9));
        }
    }

    @Override
    public boolean isEmpty() {
        return verdict.standings().isEmpty();
    }

    @Override
    public ChartTable table() {
        List<List<String>> rows = verdict.standings().stream().map(each -> List.of(each.name(), ChartTable.number(each.middle().value()),
                ChartTable.number(each.middle().low()), ChartTable.number(each.middle().high()), Integer.toString(each.diverged())))
                .toList();
        return new ChartTable(List.of("contender", metric, "low", "high", "diverged"), rows);
    }
}
