package downhill.ui.chart;

import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Range;
import downhill.ui.chart.shape.View;
import downhill.ui.i18n.Numbers;
import downhill.ui.theme.Colour;
import downhill.ui.theme.Palette;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Histograms over the run: a column for each step, a cell for each bar, darker the more lies in it.
 *
 * @param steps  of the columns, increasing
 * @param low    lower end of the first bar
 * @param high   upper end of the last bar
 * @param shares [steps][bars], 0 to 1
 * @param xTitle words along x
 * @param yTitle words along y
 * @param style  contender whose colour it has
 * @param drawn  how many of the columns are drawn, on axes that hold them all
 */
public record SpreadDrawing(double[] steps, double low, double high, double[][] shares, String xTitle, String yTitle, int style, int drawn)
        implements ChartDrawing {
    /** A share is seen this many times as well where most are small: the root spreads them. */
    private static final double POWER = 0.5;

    /** With all columns. */
    public SpreadDrawing(double[] steps, double low, double high, double[][] shares, String xTitle, String yTitle, int style) {
        this(steps, low, high, shares, xTitle, yTitle, style, steps.length);
    }

    @Override
    public ChartFrame draw(Graphics2D g, Rectangle2D area, Palette palette, View view) {
        Range x = view.x() != null ? view.x() : new Range(steps[0], Math.max(steps[0] + 1, edge(steps.length)));
        Range y = view.y() != null ? view.y() : new Range(low, high);
        ChartFrame frame = PlotPainter.paint(g, area, palette,
                new PlotPainter.Axes(xTitle, yTitle, x, y, false, Marks.WHOLE, Marks.NUMBERS, false, true), 18);
        Shape outside = g.getClip();
        g.clip(frame.plot());
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF); // smoothed edges would leave seams
        cells(g, palette, frame);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setClip(outside);
        return frame;
    }

    private void cells(Graphics2D g, Palette palette, ChartFrame frame) {
        double most = Arrays.stream(shares).flatMapToDouble(Arrays::stream).max().orElse(1);
        Colour full = palette.contender(style).line();
        for (int i = 0; i < drawn; i++) {
            double left = frame.x().toPixel(edge(i));
            double right = frame.x().toPixel(edge(i + 1));
            double[] column = shares[i];
            double bar = (high - low) / column.length;
            for (int j = 0; j < column.length; j++) {
                if (column[j] > 0) {
                    double bottom = frame.y().toPixel(low + j * bar);
                    double top = frame.y().toPixel(low + (j + 1) * bar);
                    g.setColor(palette.panel().mix(full, 0.16 + 0.84 * Math.pow(column[j] / most, POWER)).awt());
                    g.fill(new Rectangle2D.Double(left, top, right - left + 0.5, bottom - top + 0.5));
                }
            }
        }
    }

    /** Where column {@code i} begins: half way between its step and the one before. */
    private double edge(int i) {
        if (steps.length == 1) {
            return steps[0] + i;
        }
        if (i == 0) {
            return steps[0];
        }
        return i < steps.length ? (steps[i - 1] + steps[i]) / 2 : steps[i - 1];
    }

    /** Column after column. */
    @Override
    public Optional<Film> film() {
        return steps.length < 2 ? Optional.empty() : Optional.of(new SpreadFilm(this));
    }

    /** What there was by a step. */
    SpreadDrawing upTo(double step) {
        int past = (int) Arrays.stream(steps).filter(one -> one <= step).count();
        return new SpreadDrawing(steps, low, high, shares, xTitle, yTitle, style, past);
    }

    @Override
    public boolean isEmpty() {
        return steps.length == 0;
    }

    @Override
    public String summary() {
        return isEmpty() ? "" : yTitle + ": " + Numbers.format(low) + " … " + Numbers.format(high);
    }

    @Override
    public ChartTable table() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < steps.length; i++) {
            double bar = (high - low) / shares[i].length;
            for (int j = 0; j < shares[i].length; j++) {
                rows.add(List.of(ChartTable.number(steps[i]), ChartTable.number(low + j * bar), ChartTable.number(low + (j + 1) * bar),
                        ChartTable.number(shares[i][j])));
            }
        }
        return new ChartTable(List.of("step", "from", "to", "share"), rows);
    }
}
