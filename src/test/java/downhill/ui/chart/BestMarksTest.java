package downhill.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Points;
import downhill.ui.chart.shape.Range;
import downhill.ui.chart.shape.View;
import downhill.ui.theme.Palette;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The diamond where a contender's validation was best. */
class BestMarksTest {
    private static final SeriesData TRAINING = SeriesData.main("Adam", Points.of(new double[] {0, 50, 100}, new double[] {9, 8, 7}), 1);
    private static final SeriesData VALIDATION = SeriesData.second("", Points.of(new double[] {0, 50, 100}, new double[] {6, 3, 5}), 1);

    /** Whether the place of a value is filled with the contender's colour some way beyond its line. */
    private static boolean isMarked(SeriesData second, View view, double x, double y) {
        return isMarked(new LineDrawing(List.of(second, TRAINING), LineOptions.PLAIN, new Smoothers()), view, x, y);
    }

    private static boolean isMarked(ChartDrawing drawing, View view, double x, double y) {
        BufferedImage image = new BufferedImage(400, 300, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        ChartFrame frame = drawing.draw(g, new Rectangle2D.Double(0, 0, 400, 300), Palette.LIGHT, view);
        g.dispose();
        int across = (int) frame.x().toPixel(x);
        int down = (int) frame.y().toPixel(y) + 3; // the valley lies above
        boolean inside = across >= 0 && across < 400 && down >= 0 && down < 300;
        return inside && image.getRGB(across, down) == Palette.LIGHT.contender(1).line().awt().getRGB();
    }

    @Test
    void itLiesOnTheCurveAtItsStep() {
        assertThat(isMarked(VALIDATION.marked(50), View.ALL, 50, 3)).isTrue();
        assertThat(isMarked(VALIDATION, View.ALL, 50, 3)).as("where none is asked for").isFalse();
        assertThat(isMarked(VALIDATION.marked(50).asMuted(), View.ALL, 50, 3)).as("of one that is faint").isFalse();
    }

    @Test
    void itIsSeenAtTheEndsOfTheAxisToo() {
        SeriesData falling = SeriesData.second("", Points.of(new double[] {0, 50, 100}, new double[] {6, 5, 3}), 1);
        assertThat(isMarked(falling.marked(100), View.ALL, 100, 3)).isTrue();
        assertThat(isMarked(falling.marked(0), View.ALL, 0, 6)).isTrue();
        assertThat(isMarked(falling.marked(100), new View(new Range(0, 90), null), 100, 3)).as("beyond what is zoomed to").isFalse();
    }

    @Test
    void aFilmShowsItFromItsStepOn() {
        Film film = new LineDrawing(List.of(VALIDATION.marked(50), TRAINING), LineOptions.PLAIN, new Smoothers()).film().orElseThrow();
        assertThat(isMarked(film.at(100), View.ALL, 50, 3)).isTrue();
        assertThat(isMarked(film.at(49), View.ALL, 50, 3)).isFalse();
    }

    @Test
    void itIsSaidInTheChartsWordsWithTheContendersName() {
        assertThat(new LineDrawing(List.of(VALIDATION.marked(50), TRAINING), LineOptions.PLAIN, new Smoothers()).summary())
                .isEqualTo("Adam: 9 → 7. Adam: best validation at 50.");
        assertThat(new LineDrawing(List.of(SeriesData.second("", Points.NONE, 1).marked(Double.NaN), TRAINING), LineOptions.PLAIN,
                new Smoothers()).summary())
                .isEqualTo("Adam: 9 → 7.");
    }
}
