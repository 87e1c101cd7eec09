package downhill.ui.chart;

import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Landscape;
import downhill.ui.chart.shape.Points;
import downhill.ui.chart.shape.View;
import downhill.ui.theme.ContenderStyle;
import downhill.ui.theme.Palette;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.Supplier;

/**
 * Many things as dots between two axes of places from 0 to 1, over heights or with a line.
 *
 * @param x      across
 * @param y      upwards
 * @param dots   strong ones are drawn last
 * @param lines  below the dots
 * @param ground gives heights in places, on the thread that draws; null for none
 * @param told   what it shows, in words
 */
public record CloudDrawing(UnitAxis x, UnitAxis y, List<Dot> dots, List<Line> lines, Supplier<Landscape> ground, ChartTold told)
        implements PickDrawing {
    private static final double NEAR = 14;
    private static final double SMALL = 5;
    private static final double LARGE = 9;

    /**
     * One thing.
     *
     * @param number of it
     * @param x      across, 0 to 1
     * @param y      upwards, 0 to 1
     */
    public record Dot(int number, double x, double y, Tone tone) {
    }

    /**
     * A line with its name at its end.
     *
     * @param name   or empty
     * @param style  of its colour and dashes
     * @param points in places
     */
    public record Line(String name, int style, Points points) {
    }

    /** Copies the lists. */
    public CloudDrawing {
        dots = List.copyOf(dots);
        lines = List.copyOf(lines);
    }

    @Override
    public boolean isEmpty() {
        return dots.isEmpty();
    }

    @Override
    public ChartFrame draw(Graphics2D g, Rectangle2D area, Palette palette, View view) {
        ChartFrame frame = UnitWords.frame(area, view);
        Rectangle2D plot = frame.plot();
        Shape outside = g.getClip();
        g.clip(new Rectangle2D.Double(plot.getX() - 3, plot.getY() - 5, plot.getWidth() + 6, plot.getHeight() + 10));
        if (ground != null) {
            new GroundPainter(new LandscapeImage(), ground.get(), palette, false, Covered.NOTHING).paint(g, frame);
        }
        UnitWords words = new UnitWords(g, palette, frame, area);
        words.lines(y, ground == null ? 1 : 0.5);
        lines.forEach(line -> line(g, palette, frame, line));
        for (Tone tone : Tone.values()) {
            dots.stream().filter(dot -> dot.tone() == tone).forEach(dot -> dot(g, palette, frame, dot));
        }
        g.setClip(outside);
        new NamesApart(g, plot).draw(palette, lines.stream().filter(line -> !line.name().isEmpty() && line.points().size() > 0)
                .map(line -> name(palette, frame, line)).toList());
        words.draw(x, y);
        return frame;
    }

    private static void line(Graphics2D g, Palette palette, ChartFrame frame, Line line) {
        ContenderStyle style = palette.contender(line.style());
        g.setColor(style.line().awt());
        g.setStroke(line.style() == TracesDrawing.STRONG_STYLE ? new BasicStroke(2) : style.dash().stroke(1.5f));
        g.draw(CurvePainter.path(line.points(), frame.x(), frame.y()));
    }

    private static NamesApart.Name name(Palette palette, ChartFrame frame, Line line) {
        int last = line.points().size() - 1;
        return new NamesApart.Name(line.name(), frame.x().toPixel(line.points().x(last)), frame.y().toPixel(line.points().y(last)), 4,
                palette.contender(line.style()).text());
    }

    private void dot(Graphics2D g, Palette palette, ChartFrame frame, Dot dot) {
        double size = dot.tone() == Tone.STRONG ? LARGE : SMALL;
        Ellipse2D disc = new Ellipse2D.Double(frame.x().toPixel(dot.x()) - size / 2, frame.y().toPixel(dot.y()) - size / 2, size, size);
        double faint = ground == null ? 0.4 : 0.7;
        g.setColor(dot.tone() == Tone.FAINT ? palette.secondary().awt(faint) : TracesDrawing.colour(palette, dot.tone()));
        g.fill(disc);
        if (ground != null || dot.tone() == Tone.STRONG) {
            g.setColor(palette.panel().awt());
            g.setStroke(new BasicStroke(1));
            g.draw(disc);
        }
    }

    @Override
    public int nearest(ChartFrame frame, double atX, double atY) {
        return PickDrawing.nearest(dots, Dot::number, NEAR,
                dot -> Math.hypot(frame.x().toPixel(dot.x()) - atX, frame.y().toPixel(dot.y()) - atY));
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
