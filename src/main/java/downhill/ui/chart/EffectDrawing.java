package downhill.ui.chart;

import downhill.data.Visible;
import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Points;
import downhill.ui.chart.shape.Range;
import downhill.ui.chart.shape.View;
import downhill.ui.theme.Colour;
import downhill.ui.theme.Palette;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * How what is said changes with one feature: a thin line for each of some rows, their mean above them, the chosen row's own line with where
 * it stands, and below the values that there are. Where there are none the ground is grey; where the mean turns it has a diamond.
 *
 * @param x       values of the feature, increasing, at least two
 * @param lines   of some rows, each as long as {@code x}; may be none
 * @param mean    as long as {@code x}
 * @param own     of the chosen row; null for none
 * @param at      value of the chosen row; NaN for none
 * @param there   values that rows have, in order
 * @param look    words and colours
 */
public record EffectDrawing(double[] x, double[][] lines, double[] mean, double[] own, double at, double[] there, Look look)
        implements PickDrawing {
    private static final double NEAR = 8;
    private static final double ROOM = 12;
    private static final double RUG = 5;
    /** Of the range, without a row: wider gaps are grey. */
    private static final double EMPTY = 0.08;
    /** Of the height of the mean: what goes back less than that is no turn. */
    private static final double TURN = 0.02;
    private static final double DIAMOND = 5;

    /**
     * Words and colours.
     *
     * @param xTitle  words along x
     * @param yTitle  words along y
     * @param dates   whether values of the feature are days since 1970-01-01
     * @param style   of the contender
     * @param y       what is shown upwards; null for as far as lines reach
     * @param summary the same in words
     */
    public record Look(String xTitle, String yTitle, boolean dates, int style, Range y, String summary) {
        public Look {
            xTitle = Visible.line(xTitle);
            yTitle = Visible.line(yTitle);
        }
    }

    @Override
    public boolean isEmpty() {
        return x.length < 2;
    }

    @Override
    public ChartFrame draw(Graphics2D g, Rectangle2D area, Palette palette, View view) {
        Range across = view.x() == null ? new Range(x[0], x[x.length - 1]) : view.x();
        Range upwards = View.range(view.y(), look.y(), this::heights);
        ChartFrame frame = PlotPainter.paint(g, area, palette, new PlotPainter.Axes(look.xTitle(), look.yTitle(), across, upwards, false,
                Marks.of(look.dates()), Marks.NUMBERS, false, true), ROOM);
        Shape outside = g.getClip();
        g.clip(frame.plot());
        gaps(g, frame, palette);
        g.setStroke(new BasicStroke(1));
        g.setColor(palette.secondary().awt(palette.dark() ? 0.3 : 0.22));
        for (double[] line : lines) {
            g.draw(CurvePainter.path(Points.of(x, line), frame.x(), frame.y()));
        }
        line(g, frame, mean, palette.contender(look.style()).line(), 2.4f);
        if (own != null) {
            line(g, frame, own, palette.text(), 1.6f);
        }
        turns(g, frame, palette);
        rug(g, frame, palette);
        g.setClip(outside);
        stand(g, frame, palette);
        return frame;
    }

    private Range heights() {
        double[] all = DoubleStream.concat(Arrays.stream(lines).flatMapToDouble(Arrays::stream),
                DoubleStream.concat(Arrays.stream(mean), own == null ? DoubleStream.empty() : Arrays.stream(own)))
                .filter(Double::isFinite).toArray();
        double low = Arrays.stream(all).min().orElse(0);
        double high = Arrays.stream(all).max().orElse(1);
        return Range.around(low, high, 0.05);
    }

    private void line(Graphics2D g, ChartFrame frame, double[] heights, Colour colour, float width) {
        g.setColor(colour.awt());
        g.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(CurvePainter.path(Points.of(x, heights), frame.x(), frame.y()));
    }

    /** Where the mean goes the other way from then on, by more than a little of its height. */
    List<Integer> turns() {
        double[] all = Arrays.stream(mean).filter(Double::isFinite).sorted().toArray();
        double least = all.length == 0 ? 0 : TURN * (all[all.length - 1] - all[0]);
        List<Integer> turns = new ArrayList<>();
        int farthest = 0;
        int way = 0;
        for (int i = 1; i < mean.length; i++) {
            double gone = mean[i] - mean[farthest];
            if (way == 0 ? Math.abs(gone) > least : way * gone > 0) {
                way = gone > 0 ? 1 : -1;
                farthest = i;
            } else if (way * gone < -least) {
                turns.add(farthest);
                way = -way;
                farthest = i;
            }
        }
        return turns;
    }

    private void turns(Graphics2D g, ChartFrame frame, Palette palette) {
        for (int at : turns()) {
            double left = frame.x().toPixel(x[at]);
            double up = frame.y().toPixel(mean[at]);
            Path2D diamond = new Path2D.Double();
            diamond.moveTo(left, up - DIAMOND);
            diamond.lineTo(left + DIAMOND, up);
            diamond.lineTo(left, up + DIAMOND);
            diamond.lineTo(left - DIAMOND, up);
            diamond.closePath();
            g.setColor(palette.panel().awt());
            g.fill(diamond);
            g.setColor(palette.contender(look.style()).line().awt());
            g.setStroke(new BasicStroke(1.6f));
            g.draw(diamond);
        }
    }

    /** What is said there nobody has ever seen. */
    private void gaps(Graphics2D g, ChartFrame frame, Palette palette) {
        double from = x[0];
        double whole = x[x.length - 1] - x[0];
        g.setColor(palette.line().awt(0.6));
        for (int i = 0; i <= there.length; i++) {
            double to = i == there.length ? x[x.length - 1] : there[i];
            if (to - from > EMPTY * whole) {
                double left = frame.x().toPixel(from);
                g.fill(new Rectangle2D.Double(left, frame.plot().getMinY(), frame.x().toPixel(to) - left, frame.plot().getHeight()));
            }
            from = to;
        }
    }

    private void rug(Graphics2D g, ChartFrame frame, Palette palette) {
        g.setColor(palette.secondary().awt(0.5));
        g.setStroke(new BasicStroke(1));
        for (double value : there) {
            double place = frame.x().toPixel(value);
            g.draw(new Line2D.Double(place, frame.plot().getMaxY() - RUG, place, frame.plot().getMaxY()));
        }
    }

    /** Where the chosen row stands on its line. */
    private void stand(Graphics2D g, ChartFrame frame, Palette palette) {
        if (own == null || Double.isNaN(at) || !frame.x().range().contains(at)) {
            return;
        }
        double height = frame.y().toPixel(between(own, at));
        double place = frame.x().toPixel(at);
        g.setColor(palette.panel().awt());
        g.fill(new Ellipse2D.Double(place - 6, height - 6, 12, 12));
        g.setColor(palette.text().awt());
        g.fill(new Ellipse2D.Double(place - 4.5, height - 4.5, 9, 9));
    }

    private double between(double[] heights, double value) {
        int after = Points.of(x, heights).firstAtLeast(value);
        if (after <= 0 || after >= x.length) {
            return heights[Math.max(0, Math.min(x.length - 1, after))];
        }
        double share = (value - x[after - 1]) / (x[after] - x[after - 1]);
        return heights[after - 1] + share * (heights[after] - heights[after - 1]);
    }

    /** The row whose line is near. */
    @Override
    public int nearest(ChartFrame frame, double toX, double toY) {
        double value = frame.x().toValue(toX);
        if (isEmpty() || !frame.plot().contains(toX, toY)) {
            return -1;
        }
        int found = -1;
        double least = NEAR;
        for (int i = 0; i < lines.length; i++) {
            double away = Math.abs(frame.y().toPixel(between(lines[i], value)) - toY);
            found = away < least ? i : found;
            least = Math.min(least, away);
        }
        return found;
    }

    @Override
    public String summary() {
        return look.summary();
    }

    @Override
    public ChartTable table() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            List<String> row = new ArrayList<>(List.of(Marks.of(look.dates()).cell(x[i]), ChartTable.number(mean[i])));
            row.add(own == null ? "" : ChartTable.number(own[i]));
            for (double[] line : lines) {
                row.add(ChartTable.number(line[i]));
            }
            rows.add(row);
        }
        List<String> header = new ArrayList<>(List.of(look.xTitle(), "mean", "chosen"));
        for (int i = 0; i < lines.length; i++) {
            header.add("line " + (i + 1));
        }
        return new ChartTable(header, rows);
    }
}
