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
    private static final Colour ABOVE = Colour.of("#0072B2");
    private static final Colour BELOW = Colour.of("#D55E00");
    private static final double FONT = 11;
    private static final double LINE = 15;
    private static final double LARGEST = 64;
    private static final double LONGEST = 84;

    private final Graphics2D g;
    private final Palette palette;
    private final TilePicture picture;
    private final int rows;
    private final int columns;
    private final double left;
    private final double top;

    TilePainter(Graphics2D g, Palette palette, TilePicture picture) {
        this.g = g;
        this.palette = palette;
        this.picture = picture;
        TilePicture.Tile first = picture.tiles().get(0);
        rows = first.values().length;
        columns = first.values()[0].length;
        boolean named = picture.tiles().stream().anyMatch(tile -> !tile.name().isEmpty());
        left = (picture.rowTitle().isEmpty() ? 0 : LINE) + (first.rows().isEmpty() ? 0 : 6 + longest(first.rows()));
        top = (named ? LINE : 0) + (picture.columnTitle().isEmpty() ? 0 : LINE) + (first.columns().isEmpty() ? 0 : LINE);
    }

    /** The side of a cell for a tile of that size, labels included. */
    double cell(double width, double height) {
        return Math.max(0.5, Math.min(picture.tiles().get(0).texts() == null ? Double.MAX_VALUE : LARGEST,
                Math.min((width - left) / columns, (height - top) / rows)));
    }

    double width(double cell) {
        return left + columns * cell;
    }

    double height(double cell) {
        return top + rows * cell;
    }

    void paint(TilePicture.Tile tile, double x, double y, double cell) {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                cell(tile, row, column, new Rectangle2D.Double(x + left + column * cell, y + top + row * cell, cell, cell));
            }
        }
        g.setColor(palette.line().awt());
        g.draw(new Rectangle2D.Double(x + left, y + top, columns * cell, rows * cell));
        labels(tile, x, y, cell);
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
        return palette.panel().mix(value < 0 ? BELOW : ABOVE, share);
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
                g.drawString(lines[i], (float) (box.getCenterX() - width / 2), (float) (box.getCenterY() + 4 + (i - (count - 1) / 2.0) * 13));
            }
        }
    }

    private void labels(TilePicture.Tile tile, double x, double y, double cell) {
        g.setColor(palette.text().awt());
        double at = y + LINE - 4;
        if (!tile.name().isEmpty()) {
            words(tile.name(), x + left, at, columns * cell, true);
            at += LINE;
        }
        g.setColor(palette.secondary().awt());
        if (!picture.columnTitle().isEmpty()) {
            words(picture.columnTitle(), x + left, at, columns * cell, false);
        }
        for (int column = 0; column < tile.columns().size(); column++) {
            words(tile.columns().get(column), x + left + column * cell + 1, y + top - 4, cell - 2, true);
        }
        for (int row = 0; row < tile.rows().size(); row++) {
            String name = cut(tile.rows().get(row), LONGEST);
            Font font = Fonts.plain(name, FONT);
            if (cell > 10) {
                g.setFont(font);
                g.drawString(name, (float) (x + left - 6 - width(name, font)), (float) (y + top + (row + 0.5) * cell + 4));
            }
        }
        if (!picture.rowTitle().isEmpty()) {
            upwards(picture.rowTitle(), x + 11, y + top + rows * cell / 2);
        }
    }

    private void words(String text, double x, double y, double room, boolean middle) {
        String fitting = cut(text, room);
        Font font = Fonts.plain(fitting, FONT);
        g.setFont(font);
        g.drawString(fitting, (float) (middle ? x + Math.max(0, (room - width(fitting, font)) / 2) : x), (float) y);
    }

    private void upwards(String text, double x, double middle) {
        Font font = Fonts.plain(text, FONT);
        g.setFont(font);
        AffineTransform was = g.getTransform();
        g.rotate(-Math.PI / 2, x, middle);
        g.drawString(text, (float) (x - width(text, font) / 2), (float) middle);
        g.setTransform(was);
    }

    private String cut(String text, double room) {
        String cut = text;
        while (cut.length() > 1 && width(cut.equals(text) ? cut : cut + "…", Fonts.plain(text, FONT)) > room) {
            cut = cut.substring(0, cut.length() - 1);
        }
        return cut.equals(text) ? text : cut + "…";
    }

    private double longest(List<String> names) {
        return Math.min(LONGEST, names.stream().mapToDouble(name -> width(name, Fonts.plain(name, FONT))).max().orElse(0));
    }

    private double width(String text, Font font) {
        FontRenderContext context = g.getFontRenderContext();
        return font.getStringBounds(text, context).getWidth();
    }
}
