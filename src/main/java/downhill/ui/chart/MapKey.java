package downhill.ui.chart;

import downhill.study.map.TrainabilityMap;
import downhill.study.map.TrainabilityMap.End;
import downhill.ui.i18n.Numbers;
import downhill.ui.theme.Colour;
import downhill.ui.theme.Fonts;
import downhill.ui.theme.Palette;
import downhill.words.Said;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.DoubleSummaryStatistics;
import java.util.function.Function;

/**
 * What the colours of a map of runs mean, in one line above it.
 *
 * @param losses   from the least that was learned to the greatest
 * @param idle     runs that learned nothing; empty where there are none
 * @param diverged runs that diverged; empty where there are none
 */
record MapKey(String losses, String idle, String diverged) {
    /** Points down that it takes. */
    static final double HEIGHT = 20;

    private static final double FONT_SIZE = 11;
    private static final double BAR = 72;
    private static final double SQUARE = 10;
    private static final double GAP = 6;
    private static final double APART = 18;

    /** Of a map, in the words of a language. */
    static MapKey of(TrainabilityMap map, Function<Said, String> words) {
        DoubleSummaryStatistics learned = map.places().filter(place -> map.end(place.row(), place.column()) == End.LEARNED)
                .mapToDouble(place -> map.finalLoss()[place.row()][place.column()]).summaryStatistics();
        String losses = learned.getCount() == 0 ? ""
                : words.apply(Said.of("map.key.loss", Numbers.format(learned.getMin()), Numbers.format(learned.getMax())));
        return new MapKey(losses, count(map, End.IDLE, "map.key.idle", words), count(map, End.DIVERGED, "map.key.diverged", words));
    }

    private static String count(TrainabilityMap map, End end, String key, Function<Said, String> words) {
        int count = map.count(end);
        return count == 0 ? "" : words.apply(Said.of(key, Numbers.count(count)));
    }

    void draw(Graphics2D g, Palette palette, double left, double top) {
        double x = left;
        if (!losses.isEmpty()) {
            for (int i = 0; i < BAR; i++) {
                g.setColor(MapDrawing.learned(palette, i / (BAR - 1)).awt());
                g.fill(new Rectangle2D.Double(x + i, top, 1.5, SQUARE));
            }
            x = write(g, palette, losses, x + BAR + GAP, top);
        }
        x = square(g, palette, MapDrawing.idle(palette), idle, x, top);
        square(g, palette, MapDrawing.diverged(palette), diverged, x, top);
    }

    private static double square(Graphics2D g, Palette palette, Colour colour, String words, double x, double top) {
        if (words.isEmpty()) {
            return x;
        }
        g.setColor(colour.awt());
        g.fill(new Rectangle2D.Double(x, top, SQUARE, SQUARE));
        return write(g, palette, words, x + SQUARE + GAP, top);
    }

    private static double write(Graphics2D g, Palette palette, String words, double x, double top) {
        Font font = Fonts.plain(words, FONT_SIZE);
        g.setFont(font);
        g.setColor(palette.secondary().awt());
        g.drawString(words, (float) x, (float) (top + SQUARE - 1));
        return x + font.getStringBounds(words, g.getFontRenderContext()).getWidth() + APART;
    }
}
