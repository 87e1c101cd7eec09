package downhill.ui.chart;

import downhill.ui.theme.Colour;
import downhill.ui.theme.Fonts;
import downhill.ui.theme.Palette;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Draws one tile: its name, its cells, and the names of its rows and columns. */
final class TilePainter {
    /**
     * How large the cells of all tiles are.
     *
     * @param across width of a cell, more than its height where names of columns need it
     * @param down   height of a cell
     * @param top    what lies above the cells
     * @param turned whether the names of the columns run upwards
     * @param every  how many columns apart two names stand, so that they do not touch; 0 where there is no room for names
     */
    record Cells(double across, double down, double top, boolean turned, int every) {
        /** How many rows apart two names stand. */
        int everyRow() {
            return (int) Math.ceil(BASELINES / down);
        }
    }

    private static final Colour ABOVE = Colour.of("#0072B2");
    private static final Colour BELOW = Colour.of("#D55E00");
    private static final double FONT = 11;
    private static final double LINE = 15;
    /** Between the title of the rows and their names. */
    private static final double APART = 5;
    private static final double LARGEST = 104;
    private static final double LONGEST = 84;
    /** Of a row, with how many it has. */
    private static final double LONGEST_ROW = 112;
    private static final double ROOM = 8;
    private static final double LEAST = 14;
    /** Names one above the other, or upwards side by side, do not touch that far apart. */
    private static final double BASELINES = 12.5;
    /** Names no longer than a number of three digits never run upwards. */
    private static final double SHORT = 22;
    /** Cells so wide have room for the beginning of a name. */
    private static final double BEGINNING = 24;
    /** Cells are not made smaller than this for the sake of names. */
    private static final double SMALLEST = 4;

    private final Graphics2D g;
    private final Palette palette;
    private final TilePicture picture;
    private final int rows;
    private final int columns;
    private final double left;
    private final double head;
    private final double named;

    TilePainter(Graphics2D g, Palette palette, TilePicture picture) {
        this.g = g;
        this.palette = palette;
        this.picture = picture;
        TilePicture.Tile first = picture.tiles().get(0);
        rows = first.values().length;
        columns = first.values()[0].length;
        boolean titled = picture.tiles().stream().anyMatch(tile -> !tile.name().isEmpty());
        left = (picture.rowTitle().isEmpty() ? 0 : LINE + APART) + (first.rows().isEmpty() ? 0 : 6 + longest(first.rows(), LONGEST_ROW));
        head = (titled ? LINE : 0) + (picture.columnTitle().isEmpty() ? 0 : LINE);
        named = first.columns().isEmpty() ? 0 : longest(first.columns(), LONGEST);
    }

    /**
     * The cells of a tile of that size, labels included: squares, but in a table wider ones where the names of the columns would
     * be cut and there is width to spare. Where there is none names run upwards, as long as a line of text fits into a cell; with
     * many classes only every second, third … name is written.
     */
    Cells cells(double width, double height) {
        boolean table = picture.tiles().get(0).texts() != null;
        double widest = (width - left) / columns;
        double flat = head + (named == 0 ? 0 : LINE);
        double upright = head + named + ROOM;
        double side = Math.max(0.5, Math.min(table ? LARGEST : Double.MAX_VALUE, Math.min(widest, (height - flat) / rows)));
        if (!table || named + ROOM <= side) {
            return new Cells(side, side, flat, false, 1);
        }
        if (named + ROOM <= widest) {
            return new Cells(Math.max(side, named + ROOM), side, flat, false, 1);
        }
        return crowded(side, Math.min(side, (height - upright) / rows), flat, upright);
    }

    /** Cells too narrow for their names: {@code side} large below names that run across, {@code lower} below names that run upwards. */
    private Cells crowded(double side, double lower, double flat, double upright) {
        if (named <= SHORT) {
            return new Cells(side, side, flat, false, (int) Math.ceil((named + ROOM) / side));
        }
        boolean upwards = lower >= LEAST || side < BEGINNING && lower >= SMALLEST;
        if (upwards) {
            return new Cells(lower, lower, upright, true, (int) Math.ceil(BASELINES / lower));
        }
        return new Cells(side, side, side < BEGINNING ? head : flat, false, side < BEGINNING ? 0 : 1);
    }

    double width(Cells cells) {
        return left + columns * cells.across();
    }

    double height(Cells cells) {
        return cells.top() + rows * cells.down();
    }

    /** Where the cells of a tile at a place are. */
    Rectangle2D grid(double x, double y, Cells cells) {
        return new Rectangle2D.Double(x + left, y + cells.top(), columns * cells.across(), rows * cells.down());
    }

    /** @param free beside the tile, to its left and to its right, for a name that is longer than the cells are wide */
    void paint(TilePicture.Tile tile, double x, double y, Cells cells, double free) {
        double top = y + cells.top();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                cell(tile, row, column, new Rectangle2D.Double(x + left + column * cells.across(), top + row * cells.down(),
                        cells.across(), cells.down()));
            }
        }
        g.setColor(palette.line().awt());
        g.draw(grid(x, y, cells));
        labels(tile, x, y, cells, Math.min(left, free));
    }

    private void cell(TilePicture.Tile tile, int row, int column, Rectangle2D box) {
        double value = tile.values()[row][column];
        Colour fill = colour(value);
        g.setColor(fill.awt());
        double gap = tile.texts() == null ? -0.3 : 0.5;
        g.fill(new Rectangle2D.Double(box.getX() + gap, box.getY() + gap, box.getWidth() - 2 * gap, box.getHeight() - 2 * gap));
        if (tile.texts() != null) {
            write(tile.texts()[row][column], box, fill);
        }
    }

    private Colour colour(double value) {
        if (!Double.isFinite(value)) {
            return palette.panel();
        }
        double end = value < 0 ? Math.abs(picture.low()) : picture.high();
        double from = picture.low() > 0 ? picture.low() : 0;
        double share = end > from ? Math.max(0, Math.min(1, (Math.abs(value) - from) / (end - from))) : 0;
        return colour(palette, Math.copySign(share, value));
    }

    /** Of a number from −1 to 1, where 0 has the colour of the ground. */
    static Colour colour(Palette palette, double share) {
        return palette.panel().mix(share < 0 ? BELOW : ABOVE, Math.min(1, Math.abs(share)));
    }

    /** The first line alone where two do not fit, and nothing where not even that does. */
    private void write(String text, Rectangle2D box, Colour fill) {
        String[] lines = text.split("\n");
        int count = box.getHeight() < 30 ? 1 : lines.length;
        g.setColor((palette.text().contrast(fill) >= palette.panel().contrast(fill) ? palette.text() : palette.panel()).awt());
        for (int i = 0; i < count; i++) {
            Font font = Fonts.plain(lines[i], i == 0 ? FONT + 1 : FONT - 1.5);
            double width = width(lines[i], font);
            if (width < box.getWidth() - 2 && box.getHeight() > 11) {
                g.setFont(font);
                g.drawString(lines[i], (float) (box.getCenterX() - width / 2),
                        (float) (box.getCenterY() + 4 + (i - (count - 1) / 2.0) * 13));
            }
        }
    }

    private void labels(TilePicture.Tile tile, double x, double y, Cells cells, double beside) {
        g.setColor(palette.text().awt());
        double at = y + LINE - 4;
        if (!tile.name().isEmpty()) {
            words(tile.name(), x + left - beside, at, columns * cells.across() + 2 * beside, true);
            at += LINE;
        }
        g.setColor(palette.secondary().awt());
        if (!picture.columnTitle().isEmpty()) {
            words(picture.columnTitle(), x + left, at, columns * cells.across(), false);
        }
        double top = y + cells.top();
        for (int column = 0; column < tile.columns().size() && cells.every() > 0; column += cells.every()) {
            name(tile.columns().get(column), x + left + column * cells.across(), top, cells);
        }
        for (int row = 0; row < tile.rows().size(); row += cells.everyRow()) {
            String name = cut(tile.rows().get(row), LONGEST_ROW);
            Font font = Fonts.plain(name, FONT);
            g.setFont(font);
            g.drawString(name, (float) (x + left - 6 - width(name, font)), (float) (top + (row + 0.5) * cells.down() + 4));
        }
        if (!picture.rowTitle().isEmpty()) {
            double length = width(picture.rowTitle(), Fonts.plain(picture.rowTitle(), FONT));
            upwards(picture.rowTitle(), x + 11, top + (rows * cells.down() + length) / 2);
        }
    }

    private void name(String name, double x, double top, Cells cells) {
        if (cells.turned()) {
            upwards(cut(name, LONGEST), x + cells.across() / 2 + 4, top - 5);
        } else {
            double room = cells.across() * cells.every() - 2;
            words(name, x + (cells.across() - room) / 2, top - 4, room, true);
        }
    }

    private void words(String text, double x, double y, double room, boolean middle) {
        String fitting = cut(text, room);
        Font font = Fonts.plain(fitting, FONT);
        g.setFont(font);
        g.drawString(fitting, (float) (middle ? x + Math.max(0, (room - width(fitting, font)) / 2) : x), (float) y);
    }

    private void upwards(String text, double x, double from) {
        AffineTransform was = g.getTransform();
        g.setFont(Fonts.plain(text, FONT));
        g.rotate(-Math.PI / 2, x, from);
        g.drawString(text, (float) x, (float) from);
        g.setTransform(was);
    }

    private String cut(String text, double room) {
        String cut = text;
        while (cut.length() > 1 && width(cut.equals(text) ? cut : cut + "…", Fonts.plain(text, FONT)) > room) {
            cut = cut.substring(0, cut.length() - 1);
        }
        return cut.equals(text) ? text : cut + "…";
    }

    private double longest(List<String> names, double most) {
        return Math.min(most, names.stream().mapToDouble(name -> width(name, Fonts.plain(name, FONT))).max().orElse(0));
    }

    private double width(String text, Font font) {
        FontRenderContext context = g.getFontRenderContext();
        return font.getStringBounds(text, context).getWidth();
    }
}
