package downhill.ui.chart;

import downhill.ui.theme.Colour;
import downhill.ui.theme.Fonts;
import downhill.ui.theme.Palette;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Names beside points of a plot: moved down, or where there is no room up, until none lies over another; none leaves the plot. */
final class NamesApart {
    private static final double FONT_SIZE = 11;
    private static final double LINE = 14;
    private static final double GAP = 3;

    /**
     * A name on its way to its place.
     *
     * @param x      of its point
     * @param y      of its point
     * @param beside how far from the point it begins, or ends where it stands at the left of it
     */
    record Name(String words, double x, double y, double beside, Colour colour) {
    }

    private final Graphics2D g;
    private final Rectangle2D plot;

    /** @param plot which none leaves */
    NamesApart(Graphics2D g, Rectangle2D plot) {
        this.g = g;
        this.plot = plot;
    }

    void draw(Palette palette, List<Name> names) {
        List<Rectangle2D> places = places(names);
        for (int i = 0; i < names.size(); i++) {
            Name name = names.get(i);
            LineMarks.rimmed(g, palette, name.words(), font(name), places.get(i).getX(), places.get(i).getMaxY() - GAP, name.colour());
        }
    }

    /** Where each comes to stand, in the order of the names. */
    List<Rectangle2D> places(List<Name> names) {
        List<Name> order = names.stream().sorted(Comparator.comparingDouble(Name::y)).toList();
        List<Rectangle2D> taken = new ArrayList<>();
        Rectangle2D[] places = new Rectangle2D[names.size()];
        for (Name name : order) {
            Rectangle2D place = free(wanted(name), taken);
            taken.add(place);
            places[names.indexOf(name)] = place;
        }
        return List.of(places);
    }

    private Rectangle2D wanted(Name name) {
        double width = font(name).getStringBounds(name.words(), g.getFontRenderContext()).getWidth();
        double right = name.x() + name.beside();
        double left = right + width <= plot.getMaxX() ? right : Math.max(plot.getMinX(), name.x() - name.beside() - width);
        double top = Math.max(plot.getMinY(), Math.min(plot.getMaxY() - LINE, name.y() - LINE));
        return new Rectangle2D.Double(left, top, width, LINE);
    }

    private Rectangle2D free(Rectangle2D wanted, List<Rectangle2D> taken) {
        Rectangle2D down = moved(wanted, taken, LINE);
        if (down.getMaxY() <= plot.getMaxY()) {
            return down;
        }
        Rectangle2D up = moved(wanted, taken, -LINE);
        return up.getMinY() >= plot.getMinY() ? up : down;
    }

    private static Rectangle2D moved(Rectangle2D wanted, List<Rectangle2D> taken, double by) {
        Rectangle2D place = wanted;
        while (true) {
            Rectangle2D here = place;
            Rectangle2D other = taken.stream().filter(each -> each.intersects(here)).findFirst().orElse(null);
            if (other == null) {
                return place;
            }
            double top = by > 0 ? other.getMaxY() : other.getMinY() - LINE;
            place = new Rectangle2D.Double(here.getX(), top, here.getWidth(), LINE);
        }
    }

    private static Font font(Name name) {
        return Fonts.plain(name.words(), FONT_SIZE);
    }
}
