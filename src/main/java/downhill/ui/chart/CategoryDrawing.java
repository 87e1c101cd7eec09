package downhill.ui.chart;

import downhill.ui.chart.shape.AxisScale;
import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Range;
import downhill.ui.chart.shape.View;
import downhill.ui.i18n.Numbers;
import downhill.ui.theme.Fonts;
import downhill.ui.theme.Palette;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Cells of a few kinds over two logarithmic axes.
 *
 * @param x values of the columns, increasing, above 0
 * @param y values of the rows, increasing, above 0
 * @param kinds [rows][columns], index of a kind
 * @param names of the kinds
 * @param colours of the kinds in a palette
 * @param xTitle words along x
 * @param yTitle words along y
 */
public record CategoryDrawing(double[] x, double[] y, int[][] kinds, List<String> names, BiFunction<Palette, Integer, Color> colours,
                              String xTitle, String yTitle) implements ChartDrawing {
    private static final double LEFT = 58;
    private static final double BELOW = 42;
    private static final double ABOVE = 8;
    private static final double RIGHT = 14;
    private static final double FONT_SIZE = 11;

    @Override
    public ChartFrame draw(Graphics2D g, Rectangle2D area, Palette palette, View view) {
        Rectangle2D plot = new Rectangle2D.Double(area.getX() + LEFT, area.getY() + ABOVE, Math.max(1, area.getWidth() - LEFT - RIGHT),
                Math.max(1, area.getHeight() - ABOVE - BELOW));
        Range across = view.x() != null ? view.x() : new Range(x[0] / half(x), x[x.length - 1] * half(x));
        Range upwards = view.y() != null ? view.y() : new Range(y[0] / half(y), y[y.length - 1] * half(y));
        ChartFrame frame = new ChartFrame(plot, new AxisScale(across, true, plot.getMinX(), plot.getMaxX()),
                new AxisScale(upwards, true, plot.getMaxY(), plot.getMinY()));
        cells(g, frame, palette);
        g.setColor(palette.secondary().awt());
        Font font = Fonts.plain(xTitle + yTitle, FONT_SIZE);
        g.setFont(font);
        decades(g, frame);
        titles(g, area, plot);
        return frame;
    }

    private void cells(Graphics2D g, ChartFrame frame, Palette palette) {
        java.awt.Shape outside = g.getClip();
        g.clip(frame.plot());
        Object smooth = g.getRenderingHint(RenderingHints.KEY_ANTIALIASING);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF); // smoothed edges would leave seams
        for (int row = 0; row < y.length; row++) {
            double top = frame.y().toPixel(y[row] * half(y));
            double bottom = frame.y().toPixel(y[row] / half(y));
            for (int column = 0; column < x.length; column++) {
                double from = frame.x().toPixel(x[column] / half(x));
                double to = frame.x().toPixel(x[column] * half(x));
                g.setColor(colours.apply(palette, kinds[row][column]));
                g.fill(new Rectangle2D.Double(from, top, to - from + 0.5, bottom - top + 0.5));
            }
        }
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, smooth == null ? RenderingHints.VALUE_ANTIALIAS_DEFAULT : smooth);
        g.setClip(outside);
    }

    private void decades(Graphics2D g, ChartFrame frame) {
        for (int power = -12; power <= 12; power++) {
            double value = Math.pow(10, power);
            String words = Numbers.plain(value);
            Rectangle2D size = g.getFontMetrics().getStringBounds(words, g);
            if (frame.x().range().contains(value)) {
                g.drawString(words, (float) (frame.x().toPixel(value) - size.getWidth() / 2), (float) (frame.plot().getMaxY() + 15));
            }
            if (frame.y().range().contains(value)) {
                g.drawString(words, (float) (frame.plot().getMinX() - 6 - size.getWidth()), (float) (frame.y().toPixel(value) + 4));
            }
        }
    }

    private void titles(Graphics2D g, Rectangle2D area, Rectangle2D plot) {
        double width = g.getFontMetrics().getStringBounds(xTitle, g).getWidth();
        g.drawString(xTitle, (float) (plot.getCenterX() - width / 2), (float) (area.getMaxY() - 8));
        double length = g.getFontMetrics().getStringBounds(yTitle, g).getWidth();
        AffineTransform upright = g.getTransform();
        g.rotate(-Math.PI / 2, area.getX() + 12, plot.getCenterY() + length / 2);
        g.drawString(yTitle, (float) area.getX() + 12, (float) (plot.getCenterY() + length / 2));
        g.setTransform(upright);
    }

    /** Half the ratio of two neighbours. */
    private static double half(double[] values) {
        return Math.sqrt(values[1] / values[0]);
    }

    @Override
    public boolean isEmpty() {
        return x.length < 2 || y.length < 2;
    }

    @Override
    public String summary() {
        int[] counts = new int[names.size()];
        for (int[] row : kinds) {
            for (int kind : row) {
                counts[kind]++;
            }
        }
        StringBuilder words = new StringBuilder();
        for (int kind = 0; kind < counts.length; kind++) {
            words.append(names.get(kind)).append(": ").append(Numbers.percent((double) counts[kind] / (x.length * y.length))).append(". ");
        }
        return words.toString().strip();
    }

    @Override
    public ChartTable table() {
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < y.length; row++) {
            for (int column = 0; column < x.length; column++) {
                rows.add(List.of(ChartTable.number(x[column]), ChartTable.number(y[row]), names.get(kinds[row][column])));
            }
        }
        return new ChartTable(List.of(xTitle, yTitle, "kind"), rows);
    }
}
