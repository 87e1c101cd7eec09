package downhill.ui.chart;

import downhill.data.Visible;
import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Range;
import downhill.ui.chart.shape.View;
import downhill.ui.theme.Fonts;
import downhill.ui.theme.Palette;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much one feature moved what was said of each row, over its value; the colour is the value of another feature.
 *
 * @param x       the feature, across
 * @param yTitle  words along y
 * @param at      its value in each row
 * @param effect  how much it moved
 * @param shades  of the other feature, 0 for its least value to 1 for the greatest; NaN where it has no order
 * @param strong  index of the row that is chosen; −1 for none
 * @param key     words for the other feature's low and high values; empty for no key
 * @param up      what is shown upwards; null for as far as effects reach
 * @param summary the same in words
 */
public record DependenceDrawing(ColumnAxis x, String yTitle, double[] at, double[] effect, double[] shades, int strong, List<String> key,
                                Range up, String summary) implements PickDrawing {
    private static final double ROOM = 12;
    private static final double KEY = 22;
    private static final double SIZE = 6;
    private static final double CHOSEN = 10;
    private static final double NEAR = 10;
    private static final double FONT_SIZE = 11;
    private static final int KEY_DOTS = 9;

    public DependenceDrawing {
        yTitle = Visible.line(yTitle);
        key = key.stream().map(Visible::line).toList();
    }

    @Override
    public boolean isEmpty() {
        return at.length == 0;
    }

    @Override
    public ChartFrame draw(Graphics2D g, Rectangle2D area, Palette palette, View view) {
        double below = key.isEmpty() ? 0 : KEY;
        Rectangle2D plot = new Rectangle2D.Double(area.getX(), area.getY(), area.getWidth(), Math.max(1, area.getHeight() - below));
        ColumnAxis effects = new ColumnAxis(yTitle, List.of(), false);
        Range upwards = View.range(view.y(), up, () -> effects.range(with0(), 0.06));
        ChartFrame frame = PlotPainter.paint(g, plot, palette, x, view.x() == null ? x.range(at, 0.04) : view.x(), effects, upwards,
                ROOM);
        Shape outside = g.getClip();
        g.clip(frame.plot());
        g.setColor(palette.secondary().awt());
        g.setStroke(new BasicStroke(1.2f));
        g.draw(new Line2D.Double(frame.plot().getMinX(), frame.y().toPixel(0), frame.plot().getMaxX(), frame.y().toPixel(0)));
        for (int i = 0; i < at.length; i++) {
            g.setColor(SwarmDrawing.colour(palette, shades[i], 0.85));
            g.fill(disc(frame, i, SIZE));
        }
        chosen(g, frame, palette);
        g.setClip(outside);
        key(g, area, palette);
        return frame;
    }

    private double[] with0() {
        return IntStream.rangeClosed(0, effect.length).mapToDouble(i -> i == effect.length ? 0 : effect[i]).toArray();
    }

    private void chosen(Graphics2D g, ChartFrame frame, Palette palette) {
        if (strong >= 0 && strong < at.length) {
            g.setColor(SwarmDrawing.colour(palette, shades[strong], 1));
            g.fill(disc(frame, strong, CHOSEN));
            g.setColor(palette.text().awt());
            g.setStroke(new BasicStroke(1.6f));
            g.draw(disc(frame, strong, CHOSEN));
        }
    }

    private Ellipse2D disc(ChartFrame frame, int row, double size) {
        return new Ellipse2D.Double(left(frame, row) - size / 2, frame.y().toPixel(effect[row]) - size / 2, size, size);
    }

    private double left(ChartFrame frame, int row) {
        return frame.x().toPixel(SurfaceDrawing.beside(x, at[row], row));
    }

    private void key(Graphics2D g, Rectangle2D area, Palette palette) {
        if (key.isEmpty()) {
            return;
        }
        g.setFont(Fonts.plain(key.get(0) + key.get(1), FONT_SIZE));
        double dots = KEY_DOTS * 9.0;
        double low = g.getFontMetrics().stringWidth(key.get(0));
        double from = area.getCenterX() - (low + dots + g.getFontMetrics().stringWidth(key.get(1)) + 20) / 2;
        double y = area.getMaxY() - 6;
        g.setColor(palette.secondary().awt());
        g.drawString(key.get(0), (float) from, (float) y);
        g.drawString(key.get(1), (float) (from + low + dots + 20), (float) y);
        for (int i = 0; i < KEY_DOTS; i++) {
            g.setColor(SwarmDrawing.colour(palette, i / (KEY_DOTS - 1.0), 1));
            g.fill(new Ellipse2D.Double(from + low + 10 + i * 9, y - 7, 6, 6));
        }
    }

    /** The row whose dot is near. */
    @Override
    public int nearest(ChartFrame frame, double toX, double toY) {
        return PickDrawing.nearest(IntStream.range(0, at.length).boxed().toList(), row -> row, NEAR,
                row -> Math.hypot(left(frame, row) - toX, frame.y().toPixel(effect[row]) - toY));
    }

    @Override
    public ChartTable table() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < at.length; i++) {
            rows.add(List.of(x.cell(at[i]), ChartTable.number(effect[i]), ChartTable.number(shades[i])));
        }
        return new ChartTable(List.of(x.title(), yTitle, "shade"), rows);
    }
}
