package downhill.ui.chart;

import downhill.data.Visible;
import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Points;
import downhill.ui.chart.shape.Range;
import downhill.ui.chart.shape.View;
import downhill.ui.theme.Palette;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A window of a time series, and behind it in colour how much each of its values counts: orange for more, blue for less.
 *
 * @param x       place in time of each value, increasing by 1
 * @param values  of the series
 * @param shares  of each; above 0 for more
 * @param most    share that has the full colour; NaN: the largest here
 * @param xTitle  words along x
 * @param yTitle  words along y
 * @param summary the same in words
 */
public record WindowDrawing(double[] x, double[] values, double[] shares, double most, String xTitle, String yTitle,
                            String summary)
        implements PickDrawing {
    private static final double ROOM = 12;
    private static final double FULL = 0.75;
    private static final double DOT = 6;

    public WindowDrawing {
        xTitle = Visible.line(xTitle);
        yTitle = Visible.line(yTitle);
    }

    @Override
    public boolean isEmpty() {
        return x.length == 0;
    }

    @Override
    public ChartFrame draw(Graphics2D g, Rectangle2D area, Palette palette, View view) {
        Range across = view.x() == null ? new Range(x[0] - 0.5, x[x.length - 1] + 0.5) : view.x();
        Range upwards = View.range(view.y(), null, this::heights);
        ChartFrame frame = PlotPainter.paint(g, area, palette,
                new PlotPainter.Axes(xTitle, yTitle, across, upwards, false, Marks.WHOLE, Marks.NUMBERS, false, true), ROOM);
        Shape outside = g.getClip();
        g.clip(frame.plot());
        strips(g, frame, palette);
        g.setColor(palette.text().awt());
        g.setStroke(new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(CurvePainter.path(Points.of(x, values), frame.x(), frame.y()));
        for (int i = 0; i < x.length; i++) {
            g.fill(new Ellipse2D.Double(frame.x().toPixel(x[i]) - DOT / 2, frame.y().toPixel(values[i]) - DOT / 2, DOT, DOT));
        }
        g.setClip(outside);
        return frame;
    }

    private Range heights() {
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        return Range.around(Arrays.stream(finite).min().orElse(0), Arrays.stream(finite).max().orElse(1), 0.08);
    }

    private void strips(Graphics2D g, ChartFrame frame, Palette palette) {
        double full = Double.isNaN(most) ? Arrays.stream(shares).map(Math::abs).filter(Double::isFinite).max().orElse(0) : most;
        for (int i = 0; i < x.length && full > 0; i++) {
            double left = frame.x().toPixel(x[i] - 0.5);
            g.setColor(palette.contender(shares[i] < 0 ? 0 : 1).line().awt(FULL * Math.min(1, Math.abs(shares[i]) / full)));
            g.fill(new Rectangle2D.Double(left, frame.plot().getMinY(), frame.x().toPixel(x[i] + 0.5) - left, frame.plot().getHeight()));
        }
    }

    /** The value in whose strip a point is. */
    @Override
    public int nearest(ChartFrame frame, double toX, double toY) {
        int at = (int) Math.round(frame.x().toValue(toX) - x[0]);
        return at < 0 || at >= x.length || toY > frame.plot().getMaxY() ? -1 : at;
    }

    @Override
    public ChartTable table() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            rows.add(List.of(ChartTable.number(x[i]), ChartTable.number(values[i]), ChartTable.number(shares[i])));
        }
        return new ChartTable(List.of(xTitle, yTitle, "share"), rows);
    }
}
