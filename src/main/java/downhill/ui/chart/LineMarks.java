package downhill.ui.chart;

import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.theme.Colour;
import downhill.ui.theme.Fonts;
import downhill.ui.theme.Palette;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Draws remarks and the step pointed at over a line chart. */
final class LineMarks {
    private static final double FONT_SIZE = 11;
    private static final BasicStroke DOTTED = new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10,
            new float[] {2, 3}, 0);

    private static final BasicStroke LEVEL = new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {6, 4}, 0);

    private static final BasicStroke RIM = new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    private final Graphics2D g;
    private final Palette palette;
    private final ChartFrame frame;
    private final LineOptions options;
    private double freeFrom = Double.NEGATIVE_INFINITY;
    private int row;

    LineMarks(Graphics2D g, Palette palette, ChartFrame frame, LineOptions options) {
        this.g = g;
        this.palette = palette;
        this.frame = frame;
        this.options = options;
    }

    void draw() {
        if (options.level() != null && frame.y().range().contains(options.level().y())) {
            level(options.level());
        }
        List<Note> seen = options.notes().stream().filter(note -> frame.x().range().contains(note.x())).toList();
        seen.forEach(note -> vertical(frame.x().toPixel(note.x()), line(note).awt(0.6), new BasicStroke(1)));
        if (frame.x().range().contains(options.step())) {
            vertical(frame.x().toPixel(options.step()), palette.secondary().awt(), DOTTED);
        }
        seen.forEach(this::words);
    }

    /** The words alone, of whatever lies below. */
    void tell() {
        options.notes().stream().filter(note -> frame.x().range().contains(note.x())).forEach(this::words);
    }

    /** Dotted lines alone. */
    static void dotted(Graphics2D g, Palette palette, ChartFrame frame, List<Note> notes) {
        LineMarks marks = new LineMarks(g, palette, frame, LineOptions.PLAIN);
        notes.stream().filter(note -> frame.x().range().contains(note.x()))
                .forEach(note -> marks.vertical(frame.x().toPixel(note.x()), palette.secondary().awt(0.8), DOTTED));
    }

    private Colour line(Note note) {
        return note.style() < 0 ? palette.secondary() : palette.contender(note.style()).line();
    }

    private void words(Note note) {
        double at = frame.x().toPixel(note.x());
        Colour text = note.style() < 0 ? palette.secondary() : palette.contender(note.style()).text();
        if (options.compact() || note.text().isEmpty()) {
            return;
        }
        Font font = Fonts.plain(note.text(), FONT_SIZE);
        double width = font.getStringBounds(note.text(), g.getFontRenderContext()).getWidth();
        boolean fits = at + 6 + width < frame.plot().getMaxX();
        double x = fits ? at + 5 : at - 5 - width;
        row = x < freeFrom ? row + 1 : 0;
        write(note.text(), font, x, frame.plot().getMinY() + 10 + 14 * row, text);
        freeFrom = Math.max(freeFrom, x + width + 8);
    }

    /** Over lines and dots, which a rim of the background keeps off the letters. */
    private void write(String text, Font font, double x, double y, Colour colour) {
        rimmed(g, palette, text, font, x, y, colour);
    }

    /** Words with a rim of the background around their letters. */
    static void rimmed(Graphics2D g, Palette palette, String text, Font font, double x, double y, Colour colour) {
        g.setColor(palette.panel().awt(0.85));
        g.setStroke(RIM);
        g.draw(font.createGlyphVector(g.getFontRenderContext(), text).getOutline((float) x, (float) y));
        g.setFont(font);
        g.setColor(colour.awt());
        g.drawString(text, (float) x, (float) y);
    }

    private void level(LineOptions.Level level) {
        double y = frame.y().toPixel(level.y());
        Rectangle2D plot = frame.plot();
        g.setColor(palette.warning().awt());
        g.setStroke(LEVEL);
        g.draw(new Line2D.Double(plot.getMinX(), y, plot.getMaxX(), y));
        if (!options.compact() && !level.text().isEmpty()) {
            write(level.text(), Fonts.plain(level.text(), FONT_SIZE), plot.getMinX() + 6, y - 5, palette.warning());
        }
    }

    private void vertical(double x, Color colour, BasicStroke stroke) {
        Rectangle2D plot = frame.plot();
        g.setColor(colour);
        g.setStroke(stroke);
        g.draw(new Line2D.Double(x, plot.getMinY(), x, plot.getMaxY()));
    }
}
