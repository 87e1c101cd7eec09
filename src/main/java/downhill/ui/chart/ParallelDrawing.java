package downhill.ui.chart;

import downhill.ui.chart.shape.AxisScale;
import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Points;
import downhill.ui.chart.shape.Range;
import downhill.ui.chart.shape.View;
import downhill.ui.theme.Fonts;
import downhill.ui.theme.Palette;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Many things as lines across upright axes, one for each of their values; of some axes a part is brushed.
 *
 * @param axes    from left to right, at least one
 * @param lines   strong ones are drawn last
 * @param brushed by axis, from 0 to 1; null where nothing is
 * @param told    what it shows, in words
 */
public record ParallelDrawing(List<UnitAxis> axes, List<Line> lines, List<Range> brushed, ChartTold told) implements PickDrawing {
    private static final double SIDE = 54;
    private static final double ABOVE = 26;
    private static final double BELOW = 12;
    private static final double FONT_SIZE = 11;
    private static final double SMALL = 10;
    private static final double BRUSH = 12;
    private static final double NEAR = 12;
    private static final double LETTERS = 0.92;
    private static final double FAINT = 0.3;
    private static final double PLATE = 0.7;
    private static final double FEW = 20;
    private static final BasicStroke[] STROKES = {new BasicStroke(1), new BasicStroke(1.2f), new BasicStroke(2.4f)};

    /**
     * One thing.
     *
     * @param number of it
     * @param at     where it is on each axis, 0 to 1; NaN where it has no such value
     */
    public record Line(int number, double[] at, Tone tone) {
    }

    /** Copies the lists. */
    public ParallelDrawing {
        axes = List.copyOf(axes);
        lines = List.copyOf(lines);
        brushed = new ArrayList<>(brushed);
    }

    @Override
    public boolean isEmpty() {
        return lines.isEmpty() || axes.size() < 2;
    }

    @Override
    public ChartFrame draw(Graphics2D g, Rectangle2D area, Palette palette, View view) {
        double wide = Math.max(1, area.getWidth() - 2 * SIDE);
        Rectangle2D plot = new Rectangle2D.Double(area.getX() + SIDE, area.getY() + ABOVE, wide,
                Math.max(1, area.getHeight() - ABOVE - BELOW));
        ChartFrame frame = new ChartFrame(plot, new AxisScale(new Range(0, axes.size() - 1), false, plot.getMinX(), plot.getMaxX()),
                new AxisScale(new Range(0, 1), false, plot.getMaxY(), plot.getMinY()));
        Rectangle2D wider = new Rectangle2D.Double(plot.getX() - 2, plot.getY() - 2, plot.getWidth() + 4, plot.getHeight() + 4);
        ChartFrame roomy = new ChartFrame(wider, frame.x(), frame.y());
        CurvePainter.paint(g, roomy, layers(palette));
        double room = wide / (axes.size() - 1) * LETTERS;
        for (int i = 0; i < axes.size(); i++) {
            axis(g, palette, frame, i, room);
        }
        return frame;
    }

    private List<CurvePainter.Layer> layers(Palette palette) {
        List<CurvePainter.Layer> layers = new ArrayList<>();
        for (Tone tone : Tone.values()) {
            lines.stream().filter(line -> line.tone() == tone).forEach(line -> layers.add(new CurvePainter.Layer(points(line),
                    new CurvePainter.Pen(colour(palette, tone), STROKES[tone.ordinal()]))));
        }
        return layers;
    }

    /** The more faint lines there are, the more of them lie upon each other. */
    private Color colour(Palette palette, Tone tone) {
        double many = Math.sqrt(Math.max(1, lines.size() / FEW));
        return tone == Tone.FAINT ? palette.secondary().awt(Math.max(0.07, FAINT / many)) : TracesDrawing.colour(palette, tone);
    }

    private static Points points(Line line) {
        double[] x = new double[line.at().length];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
        }
        return Points.of(x, line.at());
    }

    private void axis(Graphics2D g, Palette palette, ChartFrame frame, int i, double room) {
        double x = frame.x().toPixel(i);
        Rectangle2D plot = frame.plot();
        if (i < brushed.size() && brushed.get(i) != null) {
            double top = frame.y().toPixel(brushed.get(i).high());
            double bottom = frame.y().toPixel(brushed.get(i).low());
            g.setColor(palette.accent().awt(0.28));
            g.fill(new RoundRectangle2D.Double(x - BRUSH / 2, top, BRUSH, Math.max(2, bottom - top), 4, 4));
        }
        g.setColor(palette.secondary().awt(0.9));
        g.setStroke(STROKES[0]);
        g.draw(new Line2D.Double(x, plot.getMinY(), x, plot.getMaxY()));
        title(g, palette, axes.get(i).title(), x, plot.getMinY() - 10, room);
        marks(g, palette, frame, axes.get(i).marks(), x, i == axes.size() - 1);
    }

    private static void title(Graphics2D g, Palette palette, String words, double x, double y, double room) {
        Font font = Fonts.plain(words, FONT_SIZE);
        String shown = words;
        for (int to = words.length() - 1; to > 1 && width(g, font, shown) > room; to--) {
            shown = words.substring(0, to) + "…";
        }
        g.setFont(font);
        g.setColor(palette.text().awt());
        g.drawString(shown, (float) (x - width(g, font, shown) / 2), (float) y);
    }

    /** At the right of the axis, of the last one too, where they have room beside the plot. */
    private static void marks(Graphics2D g, Palette palette, ChartFrame frame, List<UnitAxis.Mark> marks, double x, boolean last) {
        double free = Double.POSITIVE_INFINITY;
        for (UnitAxis.Mark mark : marks) {
            double y = frame.y().toPixel(mark.at());
            if (y <= free && mark.at() >= -0.001 && mark.at() <= 1.001) {
                Font font = Fonts.plain(mark.label(), SMALL);
                double from = x + (last ? 8 : 5);
                g.setColor(palette.panel().awt(PLATE)); // lines run from every mark, so that a rim alone does not make it legible
                g.fill(new RoundRectangle2D.Double(from - 2, y - 6, width(g, font, mark.label()) + 4, 12, 4, 4));
                LineMarks.rimmed(g, palette, mark.label(), font, from, y + 3.5, palette.secondary());
                free = y - 14;
            }
        }
    }

    private static double width(Graphics2D g, Font font, String text) {
        return font.getStringBounds(text, g.getFontRenderContext()).getWidth();
    }

    /** The axis that a point is at; −1 where it is between two. */
    int axis(ChartFrame frame, double x) {
        int nearest = (int) Math.round(frame.x().toValue(x));
        boolean there = nearest >= 0 && nearest < axes.size() && Math.abs(frame.x().toPixel(nearest) - x) <= NEAR;
        return there ? nearest : -1;
    }

    @Override
    public int nearest(ChartFrame frame, double x, double y) {
        double place = frame.x().toValue(x);
        int left = (int) Math.max(0, Math.min(axes.size() - 2, Math.floor(place)));
        double share = Math.max(0, Math.min(1, place - left));
        return PickDrawing.nearest(lines, Line::number, NEAR, line -> {
            double at = (1 - share) * line.at()[left] + share * line.at()[left + 1];
            return Math.abs(frame.y().toPixel(at) - y) * (line.tone() == Tone.FAINT ? 2 : 1);
        });
    }

    @Override
    public String summary() {
        return told.words();
    }

    @Override
    public ChartTable table() {
        return told.rows().get();
    }
}
