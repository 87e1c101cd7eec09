package downhill.ui.chart;

import downhill.ui.theme.Colour;
import downhill.ui.theme.Fonts;
import downhill.ui.theme.Palette;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes names beside points: at the right, or wherever around the point no other name is; a name without such a place is left out. */
final class PlaneNames {
    /**
     * A name, the point that it belongs to, its colour, and the way it lies from the point: a unit, or 0 where that is all the same.
     *
     * @param gap between the point and a name beside it
     */
    record Name(String text, double x, double y, Colour colour, double wayX, double wayY, double gap) {
        Name(String text, double x, double y, Colour colour, double wayX, double wayY) {
            this(text, x, y, colour, wayX, wayY, GAP);
        }

        Name(String text, double x, double y, Colour colour) {
            this(text, x, y, colour, 0, 0);
        }
    }

    private static final double SIZE = 11;
    private static final double HEIGHT = 14;
    private static final double LONGEST = 130;
    private static final double GAP = 9;
    private static final int TRIES = 6;

    private final Graphics2D g;
    private final Palette palette;
    private final Rectangle2D plot;
    private final List<Rectangle2D> taken = new ArrayList<>();
    private final List<Name> names = new ArrayList<>();
    private final List<Rectangle2D> places = new ArrayList<>();

    PlaneNames(Graphics2D g, Palette palette, Rectangle2D plot) {
        this.g = g;
        this.palette = palette;
        this.plot = plot;
    }

    /** Finds a place for each, and keeps it to be written; what is to lie below is drawn between. */
    PlaneNames place(List<Name> all) {
        all.stream().filter(name -> name.wayX() == 0 && name.wayY() == 0)
                .forEach(name -> taken.add(new Rectangle2D.Double(name.x() - 4, name.y() - 4, 8, 8)));
        all.stream().map(this::shortened).forEach(name -> place(name, width(name)).ifPresent(place -> {
            taken.add(place);
            names.add(name);
            places.add(place);
        }));
        return this;
    }

    private double width(Name name) {
        return font(name).getStringBounds(name.text(), g.getFontRenderContext()).getWidth();
    }

    /** A name that would cover what it names ends in an ellipsis; the legend tells it in full. */
    private Name shortened(Name name) {
        Name cut = name;
        for (int letters = name.text().length() - 1; letters > 1 && width(cut) > LONGEST; letters--) {
            cut = new Name(name.text().substring(0, letters).stripTrailing() + "…", name.x(), name.y(), name.colour(), name.wayX(),
                    name.wayY(), name.gap());
        }
        return cut;
    }

    /** What names lie over. */
    List<Rectangle2D> places() {
        return List.copyOf(places);
    }

    void write() {
        for (int i = 0; i < names.size(); i++) {
            write(names.get(i), places.get(i));
        }
    }

    private static Font font(Name name) {
        return Fonts.strong(name.text(), SIZE);
    }

    private void write(Name name, Rectangle2D place) {
        Shape letters = font(name).createGlyphVector(g.getFontRenderContext(), name.text())
                .getOutline((float) place.getX(), (float) (place.getY() + HEIGHT - 3));
        g.setColor(palette.panel().awt(0.75));
        g.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(letters);
        g.setColor(name.colour().awt());
        g.fill(letters);
    }

    /** The way it should lie, else right, left, then further down and up in turn; nowhere where it would lie over other names. */
    private Optional<Rectangle2D> place(Name name, double width) {
        double far = 5 + Math.abs(name.wayX()) * width / 2 + Math.abs(name.wayY()) * HEIGHT / 2;
        Rectangle2D wanted = new Rectangle2D.Double(name.x() + far * name.wayX() - width / 2, name.y() + far * name.wayY() - HEIGHT / 2,
                width, HEIGHT);
        if ((name.wayX() != 0 || name.wayY() != 0) && isFree(wanted)) {
            return Optional.of(wanted);
        }
        for (int row = 0; row < TRIES; row++) {
            double shift = (row + 1) / 2 * HEIGHT * (row % 2 == 0 ? -1 : 1);
            for (double x : new double[] {name.x() + name.gap(), name.x() - name.gap() - width}) {
                Rectangle2D box = new Rectangle2D.Double(x, name.y() - HEIGHT / 2 + shift, width, HEIGHT);
                if (isFree(box)) {
                    return Optional.of(box);
                }
            }
        }
        return Optional.empty();
    }

    private boolean isFree(Rectangle2D box) {
        return plot.contains(box) && taken.stream().noneMatch(box::intersects);
    }
}
