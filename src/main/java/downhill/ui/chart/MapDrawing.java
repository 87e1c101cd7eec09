package downhill.ui.chart;

import downhill.study.map.TrainabilityMap;
import downhill.study.map.TrainabilityMap.End;
import downhill.study.space.ValueText;
import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.View;
import downhill.ui.i18n.Numbers;
import downhill.ui.theme.Colour;
import downhill.ui.theme.Palette;
import downhill.words.Said;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * How many runs over two knobs ended, a pixel a run: the deeper its colour the less its loss, and in other colours those that learned
 * nothing or diverged.
 *
 * @param x      across
 * @param y      upwards
 * @param map    the runs; row 0 is at the low end
 * @param key    what its colours mean
 * @param told   what it shows, in words
 */
public record MapDrawing(UnitAxis x, UnitAxis y, TrainabilityMap map, MapKey key, String told) implements PickDrawing {
    /** With a key in the words of a language. */
    public static MapDrawing of(UnitAxis x, UnitAxis y, TrainabilityMap map, Function<Said, String> words) {
        String told = words.apply(Said.of("map.told", Numbers.count(map.done()), Numbers.count(map.count(End.LEARNED))));
        return new MapDrawing(x, y, map, MapKey.of(map, words), told);
    }

    @Override
    public boolean isEmpty() {
        return map.done() == 0;
    }

    @Override
    public ChartFrame draw(Graphics2D g, java.awt.geom.Rectangle2D area, Palette palette, View view) {
        java.awt.geom.Rectangle2D below = new java.awt.geom.Rectangle2D.Double(area.getX(), area.getY() + MapKey.HEIGHT, area.getWidth(),
                Math.max(1, area.getHeight() - MapKey.HEIGHT));
        ChartFrame frame = UnitWords.frame(below, view);
        key.draw(g, palette, frame.plot().getMinX(), area.getY() + 4);
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
        new UnitWords(g, palette, frame, below).draw(x, y);
        return frame;
    }

    private BufferedImage picture(Palette palette) {
        double[][] losses = map.finalLoss();
        double[] sorted = map.places().filter(place -> map.end(place.row(), place.column()) == End.LEARNED)
                .mapToDouble(place -> losses[place.row()][place.column()]).sorted().toArray();
        int rows = losses.length;
        BufferedImage picture = new BufferedImage(losses[0].length, rows, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < losses[row].length; column++) {
                picture.setRGB(column, rows - 1 - row, colour(palette, sorted, row, column).rgb());
            }
        }
        return picture;
    }

    /** By its rank among those that learned: so a few very small losses do not leave all others in one colour. */
    private Colour colour(Palette palette, double[] sorted, int row, int column) {
        return switch (map.end(row, column)) {
            case DIVERGED -> diverged(palette);
            case IDLE -> idle(palette);
            case LEARNED -> {
                int at = Math.max(0, Arrays.binarySearch(sorted, map.finalLoss()[row][column]));
                yield learned(palette, (double) at / Math.max(1, sorted.length - 1));
            }
        };
    }

    /** Of a run that learned; its rank is 0 for the least loss and 1 for the greatest. */
    static Colour learned(Palette palette, double rank) {
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
        int rows = map.up().values().size();
        int columns = map.across().values().size();
        int column = (int) Math.floor(frame.x().toValue(atX) * columns);
        int row = (int) Math.floor(frame.y().toValue(atY) * rows);
        boolean inside = frame.plot().contains(atX, atY) && row >= 0 && row < rows && column >= 0 && column < columns;
        return inside ? row * columns + column : -1;
    }

    @Override
    public String summary() {
        return told;
    }

    @Override
    public ChartTable table() {
        return new ChartTable(List.of(x.title(), y.title(), "first loss", "final loss", "outcome", "diverged at"),
                map.places().map(place -> row(place.row(), place.column())).toList());
    }

    private List<String> row(int row, int column) {
        double diverged = map.divergedAt()[row][column];
        return List.of(ValueText.of(map.across().values().get(column)), ValueText.of(map.up().values().get(row)),
                ChartTable.number(map.startLoss()[row][column]), ChartTable.number(map.finalLoss()[row][column]),
                map.end(row, column).name().toLowerCase(Locale.ROOT), diverged < 0 ? "" : Long.toString((long) diverged));
    }
}
