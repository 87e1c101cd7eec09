package downhill.ui.chart;

import downhill.ui.chart.shape.AxisScale;
import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Range;
import downhill.ui.chart.shape.View;
import downhill.ui.theme.Fonts;
import downhill.ui.theme.Palette;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/**
 * In a film, the moments at which there is nothing to draw: a sentence that says why.
 *
 * @param words the sentence; may be empty
 */
public record WordsDrawing(String words) implements ChartDrawing {
    private static final double SIZE = 13;
    private static final double MARGIN = 12;

    @Override
    public ChartFrame draw(Graphics2D g, Rectangle2D area, Palette palette, View view) {
        Font font = Fonts.plain(words, SIZE);
        double width = font.getStringBounds(words, g.getFontRenderContext()).getWidth();
        double fit = Math.min(1, (area.getWidth() - 2 * MARGIN) / Math.max(1, width));
        g.setFont(font.deriveFont((float) (font.getSize2D() * Math.max(0.4, fit))));
        g.setColor(palette.secondary().awt());
        g.drawString(words, (float) Math.max(area.getX() + MARGIN, area.getCenterX() - width * fit / 2), (float) area.getCenterY());
        Range none = new Range(0, 1);
        return new ChartFrame(area, new AxisScale(none, false, area.getMinX(), area.getMaxX()),
                new AxisScale(none, false, area.getMaxY(), area.getMinY()));
    }

    @Override
    public boolean isEmpty() {
        return words.isEmpty();
    }

    @Override
    public String summary() {
        return words;
    }
}
