package downhill.ui.chart;

import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Points;
import downhill.ui.i18n.Numbers;
import downhill.ui.theme.Fonts;
import downhill.ui.theme.Palette;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Thin contour lines with their heights written along them where there is room and no path. */
public final class ContourPainter {
    private static final MathContext FOUR_DIGITS = new MathContext(4);
    private static final double FONT_SIZE = 9.5;
    private static final double ROOM = 90;
    /** Sine of the steepest slope that is written along; flatter places are preferred. */
    private static final double STEEPEST = 0.985;

    /** Where a height is written: its middle, its slope and its length. */
    public record Place(double x, double y, double angle, double width) {
    }

    private final Graphics2D g;
    private final Palette palette;
    private final ChartFrame frame;
    private final boolean labelled;
    private final Covered paths;
    private final List<Rectangle2D> taken = new ArrayList<>();
    private final List<Place> written = new ArrayList<>();

    ContourPainter(Graphics2D g, Palette palette, ChartFrame frame, boolean labelled, Covered paths) {
        this.g = g;
        this.palette = palette;
        this.frame = frame;
        this.labelled = labelled;
        this.paths = paths;
    }

    /** Where heights were written. */
    List<Place> draw(List<LandscapeImage.Contour> contours) {
        g.setStroke(new BasicStroke(0.7f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.setColor(palette.contour().awt(labelled ? 0.8 : 0.55));
        contours.forEach(contour -> g.draw(CurvePainter.path(contour.line(), frame.x(), frame.y())));
        if (labelled) {
            contours.forEach(this::label);
        }
        return List.copyOf(written);
    }

    /** At the flattest place of the line that keeps clear of the edges and of other labels. */
    private void label(LandscapeImage.Contour contour) {
        Points line = contour.line();
        String text = contour.marks() == Marks.DATES ? contour.marks().cell(contour.level())
                : Numbers.plain(new BigDecimal(contour.level()).round(FOUR_DIGITS).doubleValue());
        Font font = Fonts.plain(text, FONT_SIZE);
        double width = font.getStringBounds(text, g.getFontRenderContext()).getWidth() + 6;
        int reach = Math.max(2, line.size() / 40);
        int best = -1;
        double bestSlope = STEEPEST;
        for (int i = reach; i + reach < line.size(); i += reach) {
            double slope = Math.abs(Math.sin(angle(line, i, reach)));
            if (slope < bestSlope && isFree(line, i, reach, width)) {
                best = i;
                bestSlope = slope;
            }
        }
        if (best >= 0 && length(line) > Math.max(ROOM, 2.5 * width)) {
            taken.add(box(line, best, width));
            write(text, font, place(line, best, reach, width));
        }
    }

    private boolean isFree(Points line, int i, int reach, double width) {
        Rectangle2D box = box(line, i, width);
        Rectangle2D plot = frame.plot();
        return plot.contains(box) && taken.stream().noneMatch(box::intersects) && !paths.crosses(place(line, i, reach, width));
    }

    private Rectangle2D box(Points line, int i, double width) {
        return new Rectangle2D.Double(x(line, i) - width / 2 - 8, y(line, i) - 14, width + 16, 28);
    }

    private Place place(Points line, int i, int reach, double width) {
        return new Place(x(line, i), y(line, i), angle(line, i, reach), width);
    }

    private double length(Points line) {
        double length = 0;
        for (int i = 1; i < line.size(); i++) {
            length += Math.hypot(x(line, i) - x(line, i - 1), y(line, i) - y(line, i - 1));
        }
        return length;
    }

    private double angle(Points line, int i, int reach) {
        double angle = Math.atan2(y(line, i + reach) - y(line, i - reach), x(line, i + reach) - x(line, i - reach));
        return Math.abs(angle) > Math.PI / 2 ? angle - Math.signum(angle) * Math.PI : angle;
    }

    private void write(String text, Font font, Place place) {
        written.add(place);
        AffineTransform before = g.getTransform();
        g.translate(place.x(), place.y());
        g.rotate(place.angle());
        Shape letters = font.createGlyphVector(g.getFontRenderContext(), text).getOutline((float) (-place.width() / 2 + 3), 3.5f);
        g.setColor(palette.deep().mix(palette.high(), 0.5).awt(0.9));
        g.setStroke(new BasicStroke(3.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(letters);
        g.setColor(palette.secondary().mix(palette.text(), 0.35).awt());
        g.fill(letters);
        g.setTransform(before);
    }

    private double x(Points line, int i) {
        return frame.x().toPixel(line.x(i));
    }

    private double y(Points line, int i) {
        return frame.y().toPixel(line.y(i));
    }
}
