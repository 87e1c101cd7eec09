package downhill.ui.chart;

import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.View;
import downhill.ui.theme.Colour;
import downhill.ui.theme.Palette;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How many runs over two knobs ended, a pixel a run: the deeper its colour the less its loss, and in other colours those that learned
 * nothing or diverged.
 *
 * @param x      across
 * @param y      upwards
 * @param losses [rows][columns], row 0 at the low end; NaN where it diverged
 * @param learned [rows][columns] whether the loss ended below its start
 * @param told   what it shows, in words
 */
public record MapDrawing(UnitAxis x, UnitAxis y, double[][] losses, boolean[][] learned, String told) implements PickDrawing {
    @Override
    public boolean isEmpty() {
        return losses.length == 0;
    }

    @Override
    public ChartFrame draw(Graphics2D g, java.awt.geom.Rectangle2D area, Palette palette, View view) {
        ChartFrame frame = UnitWords.frame(area, view);
        Shape outside = g.getClip();
        g.clip(frame.plot());
        BufferedImage picture = picture(palette);
        double left = frame.x().toPixel(0);
        double top = frame.y().toPixel(1);
        double width = frame.x().toPixel(1) - left;
        double height = frame.y().toPixel(0) - top;
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        g.drawImage(picture, new AffineTransform(width / picture.getWidth(), 0, 0, height / picture.getHeight(), left, top), null);
        g.setClip(outside);
        new UnitWords(g, palette, frame, area).draw(x, y);
        return frame;
    }

    private BufferedImage picture(Palette palette) {
        double[] sorted = Arrays.stream(losses).flatMapToDouble(Arrays::stream).filter(Double::isFinite).sorted().toArray();
        int rows = losses.length;
        BufferedImage picture = new BufferedImage(losses[0].length, rows, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < losses[row].length; column++) {
                picture.setRGB(column, rows - 1 - row, colour(palette, sorted, row, column).rgb());
            }
        }
        return picture;
    }

    /** By its rank among all: so a few very small losses do not leave all others in one colour. */
    private Colour colour(Palette palette, double[] sorted, int row, int column) {
        double loss = losses[row][column];
        if (!Double.isFinite(loss)) {
            return diverged(palette);
        }
        if (!learned[row][column]) {
            return idle(palette);
        }
        int at = Math.max(0, Arrays.binarySearch(sorted, loss));
        double rank = (double) at / Math.max(1, sorted.length - 1);
        return palette.contender(0).line().mix(palette.panel(), 0.08 + 0.84 * rank);
    }

    /** Of a run that diverged. */
    public static Colour diverged(Palette palette) {
        return palette.danger().mix(palette.panel(), 0.35);
    }

    /** Of a run that learned nothing. */
    public static Colour idle(Palette palette) {
        return palette.warning().mix(palette.panel(), 0.6);
    }

    /** Row times columns plus column; −1 outside. */
    @Override
    public int nearest(ChartFrame frame, double atX, double atY) {
        int column = (int) Math.floor(frame.x().toValue(atX) * losses[0].length);
        int row = (int) Math.floor(frame.y().toValue(atY) * losses.length);
        boolean inside = frame.plot().contains(atX, atY) && row >= 0 && row < losses.length && column >= 0 && column < losses[0].length;
        return inside ? row * losses[0].length + column : -1;
    }

    @Override
    public String summary() {
        return told;
    }

    @Override
    public ChartTable table() {
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < losses.length; row++) {
            for (int column = 0; column < losses[row].length; column++) {
                rows.add(List.of(String.valueOf(column), String.valueOf(row), ChartTable.number(losses[row][column])));
            }
        }
        return new ChartTable(List.of(x.title(), y.title(), "loss"), rows);
    }
}
