package downhill.ui.chart;

import downhill.ui.theme.Colour;
import downhill.ui.theme.Fonts;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Names at the left and right of rows, shortened where they would take more than their share of the chart. */
final class RowNames {
    private static final double FONT_SIZE = 12;
    private static final double SMALL = 10.5;
    private static final double GAP = 10;
    /** Of the chart's width, that the longest name may take. */
    private static final double SHARE = 0.3;

    private RowNames() {
    }

    /** Points beside a plot for all of {@code names}, gaps included. */
    static double room(Graphics2D g, List<String> names, double width) {
        return room(g, names, width, SHARE);
    }

    /** The same where they may take another share of the width. */
    static double room(Graphics2D g, List<String> names, double width, double share) {
        double widest = names.stream().mapToDouble(name -> width(g, Fonts.strong(name, FONT_SIZE), name)).max().orElse(0);
        return Math.min(widest, share * width) + 2 * GAP;
    }

    /** A name that ends at the left of a plot, with {@code room} points beside it. */
    static void right(Graphics2D g, String name, Rectangle2D plot, double centre, double room, Colour colour) {
        write(g, name, Fonts.strong(name, FONT_SIZE), plot.getMinX(), centre, room, colour);
    }

    /** The same in plain letters. */
    static void plain(Graphics2D g, String name, Rectangle2D plot, double centre, double room, Colour colour) {
        write(g, name, Fonts.plain(name, FONT_SIZE), plot.getMinX(), centre, room, colour);
    }

    /** The same in small letters. */
    static void small(Graphics2D g, String words, Rectangle2D plot, double centre, double room, Colour colour) {
        write(g, words, Fonts.plain(words, SMALL), plot.getMinX(), centre, room, colour);
    }

    private static void write(Graphics2D g, String name, Font font, double end, double centre, double room, Colour colour) {
        String shown = fitting(g, name, font, room - GAP);
        g.setFont(font);
        g.setColor(colour.awt());
        g.drawString(shown, (float) (end - GAP - width(g, font, shown)), (float) (centre + font.getSize2D() / 3));
    }

    /** A name that begins at the right of a plot and has {@code room} points. */
    static void left(Graphics2D g, String name, Rectangle2D plot, double centre, double room, Colour colour) {
        Font font = Fonts.strong(name, FONT_SIZE);
        g.setFont(font);
        g.setColor(colour.awt());
        g.drawString(fitting(g, name, font, room - GAP), (float) (plot.getMaxX() + GAP), (float) (centre + font.getSize2D() / 3));
    }

    /** Plain words that begin at a place and have {@code room} points. */
    static void begin(Graphics2D g, String words, double from, double centre, double room, Colour colour) {
        Font font = Fonts.plain(words, FONT_SIZE);
        g.setFont(font);
        g.setColor(colour.awt());
        g.drawString(fitting(g, words, font, room), (float) from, (float) (centre + font.getSize2D() / 3));
    }

    static String fitting(Graphics2D g, String name, Font font, double most) {
        String shown = name;
        for (int kept = name.length() - 1; kept > 0 && width(g, font, shown) > most; kept--) {
            shown = name.substring(0, Character.isHighSurrogate(name.charAt(kept - 1)) ? kept - 1 : kept).strip() + "…";
        }
        return shown;
    }

    static double width(Graphics2D g, Font font, String text) {
        return text.isEmpty() ? 0 : font.getStringBounds(text, g.getFontRenderContext()).getWidth();
    }
}
