package downhill.ui.chart;

import downhill.analysis.verdict.Pair;
import downhill.analysis.verdict.Standing;
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
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A verdict: for each contender a dot for each fold, its interquartile mean as a line and the interval of that as a bar; below, for each
 * two, how probable it is that the first is better, that they are equivalent, and that the second is better.
 *
 * @param metric what the dots measure
 * @param parts  words for the three parts of a bar, the first and the last with {0} for a contender's name
 */
public record VerdictDrawing(Verdict verdict, String metric, List<String> parts) implements ChartDrawing {
    static final double ROW = 34;
    static final double BAR = 26;
    static final double AXIS = 44;
    static final double KEY = 26;
    private static final double LEFT = 180;
    private static final double RIGHT = 24;
    private static final double ABOVE = 10;
    private static final double FONT_SIZE = 12;
    private static final double DOT = 3;
    private static final int TICKS = 8;
    private static final double ROOM = 0.04;
    private static final int LETTERS = 24;

    /** Points down that it takes. */
    double height() {
        double bars = verdict.pairs().isEmpty() ? 0 : KEY + BAR * verdict.pairs().size() + ABOVE;
        return ABOVE + ROW * verdict.standings().size() + AXIS + bars;
    }

    @Override
    public ChartFrame draw(Graphics2D g, Rectangle2D area, Palette palette, View view) {
        Rectangle2D plot = new Rectangle2D.Double(area.getX() + LEFT, area.getY() + ABOVE, Math.max(1, area.getWidth() - LEFT - RIGHT),
                ROW * verdict.standings().size());
        AxisScale x = new AxisScale(range(), false, plot.getMinX(), plot.getMaxX());
        axis(g, plot, x, palette);
        for (int i = 0; i < verdict.standings().size(); i++) {
            contender(g, plot, x, palette, i);
        }
        double top = plot.getMaxY() + AXIS;
        for (int i = 0; i < verdict.pairs().size(); i++) {
            bar(g, plot, top + BAR * i, palette, verdict.pairs().get(i));
        }
        return new ChartFrame(plot, x, new AxisScale(new Range(0, Math.max(1, verdict.standings().size())), false, plot.getMaxY(),
                plot.getMinY()));
    }

    private Range range() {
        DoubleStream values = verdict.standings().stream().flatMapToDouble(each -> DoubleStream.concat(Arrays.stream(each.scores()),
                DoubleStream.of(each.middle().low(), each.middle().high())));
        double[] finite = values.filter(Double::isFinite).toArray();
        double low = Arrays.stream(finite).min().orElse(0);
        double high = Arrays.stream(finite).max().orElse(1);
        double room = high > low ? ROOM * (high - low) : Math.max(1e-9, Math.abs(low) * ROOM);
        return new Range(low - room, high + room);
    }

    private void axis(Graphics2D g, Rectangle2D plot, AxisScale x, Palette palette) {
        g.setFont(Fonts.plain(metric, FONT_SIZE));
        for (Ticks.Tick tick : Ticks.linear(x.range(), TICKS)) {
            double at = x.toPixel(tick.value());
            g.setColor(palette.line().awt());
            g.fill(new Rectangle2D.Double(at - 0.5, plot.getMinY(), 1, plot.getHeight()));
            g.setColor(palette.secondary().awt());
            middle(g, tick.label(), at, plot.getMaxY() + 16);
        }
        middle(g, metric, plot.getCenterX(), plot.getMaxY() + 34);
    }

    private void contender(Graphics2D g, Rectangle2D plot, AxisScale x, Palette palette, int index) {
        Standing standing = verdict.standings().get(index);
        double centre = plot.getMinY() + ROW * (index + 0.5);
        Colour colour = palette.contender(index).line();
        interval(g, x, centre, standing, palette.panel().mix(colour, 0.3));
        g.setColor(colour.awt());
        for (int i = 0; i < standing.scores().length; i++) {
            if (Double.isFinite(standing.scores()[i])) {
                double beside = centre + (i % 5 - 2) * 3.2; // so that equal scores are seen to be several
                g.fill(new Ellipse2D.Double(x.toPixel(standing.scores()[i]) - DOT, beside - DOT, 2 * DOT, 2 * DOT));
            }
        }
        if (Double.isFinite(standing.middle().value())) {
            g.setColor(palette.text().awt());
            g.fill(new Rectangle2D.Double(x.toPixel(standing.middle().value()) - 1, centre - 12, 2, 24));
        }
        String lost = standing.diverged() == 0 ? "" : " (" + standing.diverged() + " NaN)";
        name(g, standing.name() + lost, plot, centre, palette);
    }

    private static void interval(Graphics2D g, AxisScale x, double centre, Standing standing, Colour colour) {
        if (Double.isFinite(standing.middle().low()) && Double.isFinite(standing.middle().high())) {
            double from = x.toPixel(standing.middle().low());
            g.setColor(colour.awt());
            g.fill(new Rectangle2D.Double(from, centre - 9, Math.max(1, x.toPixel(standing.middle().high()) - from), 18));
        }
    }

    private void bar(Graphics2D g, Rectangle2D plot, double top, Palette palette, Pair pair) {
        double[] shares = {pair.better(), pair.equivalent(), pair.worse()};
        Colour[] colours = {palette.contender(pair.a()).line(), palette.line(), palette.contender(pair.b()).line()};
        String first = verdict.standings().get(pair.a()).name();
        String second = verdict.standings().get(pair.b()).name();
        name(g, shortened(first, LETTERS / 2) + " / " + shortened(second, LETTERS / 2), plot, top + BAR / 2, palette);
        double at = plot.getMinX();
        for (int i = 0; i < shares.length && Double.isFinite(shares[i]); i++) {
            double wide = plot.getWidth() * shares[i];
            g.setColor(palette.panel().mix(colours[i], 0.55).awt());
            g.fill(new Rectangle2D.Double(at, top + 3, wide, BAR - 6));
            String words = parts.get(i).replace("{0}", shortened(i == 0 ? first : second, LETTERS)) + " " + Numbers.percent(shares[i]);
            g.setColor(palette.text().awt());
            g.setFont(Fonts.plain(words, FONT_SIZE));
            if (g.getFontMetrics().stringWidth(words) < wide - 4) {
                middle(g, words, at + wide / 2, top + BAR / 2 + 4);
            }
            at += wide;
        }
    }

    private static void name(Graphics2D g, String words, Rectangle2D plot, double centre, Palette palette) {
        String shown = shortened(words, LETTERS);
        g.setFont(Fonts.plain(shown, FONT_SIZE));
        g.setColor(palette.text().awt());
        g.drawString(shown, (float) (plot.getMinX() - 10 - g.getFontMetrics().stringWidth(shown)), (float) (centre + 4));
    }

    private static String shortened(String words, int most) {
        return words.codePointCount(0, words.length()) <= most ? words : words.substring(0, words.offsetByCodePoints(0, most - 1)) + "…";
    }

    private static void middle(Graphics2D g, String words, double x, double y) {
        g.drawString(words, (float) (x - g.getFontMetrics().stringWidth(words) / 2.0), (float) y);
    }

    @Override
    public boolean isEmpty() {
        return verdict.standings().isEmpty();
    }

    @Override
    public String summary() {
        StringBuilder words = new StringBuilder();
        for (Standing each : verdict.standings()) {
            words.append(each.name()).append(": ").append(Numbers.format(each.middle().value())).append(". ");
        }
        return words.toString().strip();
    }

    @Override
    public ChartTable table() {
        List<List<String>> rows = verdict.standings().stream().map(each -> List.of(each.name(), ChartTable.number(each.middle().value()),
                ChartTable.number(each.middle().low()), ChartTable.number(each.middle().high()))).toList();
        return new ChartTable(List.of("contender", metric, "low", "high"), rows);
    }
}
