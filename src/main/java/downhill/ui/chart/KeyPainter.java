package downhill.ui.chart;

import downhill.ui.chart.shape.Points;
import downhill.ui.theme.ContenderStyle;
import downhill.ui.theme.Fonts;
import downhill.ui.theme.Palette;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Writes a key line by line: a sample and a name for each. */
final class KeyPainter {
    /** Points a line of a key takes. */
    static final double LINE = 17;

    private static final double SAMPLE = 20;
    private static final double GAP = 14;

    private final Graphics2D g;
    private final Palette palette;

    KeyPainter(Graphics2D g, Palette palette) {
        this.g = g;
        this.palette = palette;
    }

    /** Writes into the top of {@code area}, or only measures; what does not fit into {@code most} lines is left out. Returns the height. */
    double paint(Rectangle2D area, List<PlotKey> keys, int most) {
        double x = area.getMinX();
        double y = area.getMinY();
        int line = 1;
        for (PlotKey key : keys) {
            double width = sample(key) + width(key) + GAP;
            if (x > area.getMinX() && x + width - GAP > area.getMaxX()) {
                if (++line > most) {
                    break;
                }
                x = area.getMinX();
                y += LINE;
            }
            write(key, x, y);
            x += width;
        }
        return keys.isEmpty() ? 0 : y + LINE - area.getMinY();
    }

    private double width(PlotKey key) {
        return font(key).getStringBounds(key.name(), g.getFontRenderContext()).getWidth();
    }

    private static double sample(PlotKey key) {
        return key.kind() == PlotKey.Kind.HEADING ? 0 : SAMPLE;
    }

    private static Font font(PlotKey key) {
        return Fonts.plain(key.name(), TickAxis.FONT_SIZE);
    }

    private void write(PlotKey key, double x, double y) {
        if (key.kind() != PlotKey.Kind.HEADING) {
            sample(key, x, y + LINE / 2);
        }
        g.setFont(font(key));
        boolean own = key.kind() == PlotKey.Kind.LINE || key.kind() == PlotKey.Kind.GLYPH;
        g.setColor(own ? palette.contender(key.style()).text().awt() : palette.secondary().awt());
        g.drawString(key.name(), (float) (x + sample(key)), (float) (y + LINE / 2 + 4));
    }

    private void sample(PlotKey key, double x, double middle) {
        ContenderStyle style = palette.contender(Math.max(0, key.style()));
        switch (key.kind()) {
            case GLYPH -> DotPainter.glyph(g, palette, key.style(), x + 10, middle, 4);
            case DOT -> DotPainter.plain(g, key.style() < 0 ? palette.secondary() : style.line(), x + 10, middle);
            default -> {
                g.setStroke(PlotStrokes.of(key.kind(), style));
                g.setColor(PlotStrokes.colour(key.kind(), style, palette).awt());
                g.draw(new Line2D.Double(x, middle, x + SAMPLE - 5, middle));
            }
        }
        g.setStroke(new BasicStroke(1));
    }
}
