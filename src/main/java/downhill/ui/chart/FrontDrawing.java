package downhill.ui.chart;

import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Points;
import downhill.ui.chart.shape.View;
import downhill.ui.theme.Palette;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;

/**
 * Things of which each costs something and is worth something: named discs between two axes of places from 0 to 1, and a dashed line
 * through those that no other beats.
 *
 * @param x     what they cost
 * @param y     what they are worth
 * @param discs all, in the order in which names are given their places
 * @param front places of the line, from left to right
 * @param key   what the size of a disc tells
 * @param told  what it shows, in words
 */
public record FrontDrawing(UnitAxis x, UnitAxis y, List<Disc> discs, Points front, String key, ChartTold told) implements PickDrawing {
    private static final double NEAR = 18;
    private static final double RING = 3;
    private static final double KEY_ROOM = 12;
    /** Above the plot for the key, so that no name lies over it. */
    private static final double ABOVE = 18;

    /**
     * One thing.
     *
     * @param number of it
     * @param name   beside it
     * @param x      across, 0 to 1
     * @param y      upwards, 0 to 1
     * @param low    end of its interval, in places; NaN for none
     * @param high   end of its interval, in places; NaN for none
     * @param radius in points
     * @param style  of its colour
     * @param chosen whether it has a ring
     */
    public record Disc(int number, String name, double x, double y, double low, double high, double radius, int style, boolean chosen) {
    }

    /** Copies the list. */
    public FrontDrawing {
        discs = List.copyOf(discs);
    }

    @Override
    public boolean isEmpty() {
        return discs.isEmpty();
    }

    @Override
    public ChartFrame draw(Graphics2D g, Rectangle2D whole, Palette palette, View view) {
        Rectangle2D area = new Rectangle2D.Double(whole.getX(), whole.getY() + ABOVE, whole.getWidth(), whole.getHeight() - ABOVE);
        ChartFrame frame = UnitWords.frame(area, view);
        UnitWords words = new UnitWords(g, palette, frame, area);
        words.lines(y, 1);
        Shape outside = g.getClip();
        g.clip(new Rectangle2D.Double(frame.plot().getX() - 3, frame.plot().getY() - 8, frame.plot().getWidth() + 6,
                frame.plot().getHeight() + 16));
        g.setColor(palette.secondary().awt());
        g.setStroke(new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {3, 4}, 0));
        g.draw(CurvePainter.path(front, frame.x(), frame.y()));
        discs.forEach(disc -> interval(g, palette, frame, disc));
        discs.stream().sorted(Comparator.comparingDouble(Disc::radius).reversed()).forEach(disc -> disc(g, palette, frame, disc));
        g.setClip(outside);
        new PlaneNames(g, palette, frame.plot()).place(discs.stream().map(disc -> new PlaneNames.Name(disc.name(),
                frame.x().toPixel(disc.x()), frame.y().toPixel(disc.y()), disc.chosen() ? palette.text() : palette.secondary(), 0, 0,
                disc.radius() + RING + (disc.chosen() ? RING : 0)))
                .toList()).write();
        words.draw(x, y);
        LineMarks.rimmed(g, palette, key, downhill.ui.theme.Fonts.plain(key, TickAxis.FONT_SIZE), frame.plot().getX(),
                whole.getY() + KEY_ROOM, palette.secondary());
        return frame;
    }

    private static void interval(Graphics2D g, Palette palette, ChartFrame frame, Disc disc) {
        if (!Double.isNaN(disc.low()) && !Double.isNaN(disc.high())) {
            double at = frame.x().toPixel(disc.x());
            g.setColor(palette.contender(disc.style()).line().awt(disc.chosen() ? 0.9 : 0.35));
            g.setStroke(new BasicStroke(disc.chosen() ? 1.6f : 1.2f));
            g.draw(new Line2D.Double(at, frame.y().toPixel(disc.low()), at, frame.y().toPixel(disc.high())));
        }
    }

    private static void disc(Graphics2D g, Palette palette, ChartFrame frame, Disc disc) {
        g.setColor(palette.contender(disc.style()).line().awt());
        g.fill(round(frame, disc, disc.radius()));
        g.setColor(palette.panel().awt());
        g.setStroke(new BasicStroke(1));
        g.draw(round(frame, disc, disc.radius()));
        if (disc.chosen()) {
            g.setColor(palette.text().awt());
            g.setStroke(new BasicStroke(1.6f));
            g.draw(round(frame, disc, disc.radius() + RING));
        }
    }

    private static Ellipse2D round(ChartFrame frame, Disc disc, double radius) {
        return new Ellipse2D.Double(frame.x().toPixel(disc.x()) - radius, frame.y().toPixel(disc.y()) - radius, 2 * radius, 2 * radius);
    }

    @Override
    public int nearest(ChartFrame frame, double atX, double atY) {
        return PickDrawing.nearest(discs, Disc::number, NEAR, disc -> Math.max(0, Math.hypot(frame.x().toPixel(disc.x()) - atX,
                frame.y().toPixel(disc.y()) - atY) - disc.radius()));
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
