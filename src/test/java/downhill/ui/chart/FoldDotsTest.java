package downhill.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.analysis.verdict.Scored;
import downhill.analysis.verdict.Verdict;
import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.View;
import downhill.ui.theme.Palette;
import downhill.ui.theme.Theme;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A fold's dot can be pointed at, and is ringed with every contender once it is chosen. */
class FoldDotsTest {
    private static final double[][] A = {{0.2, 0.4, 0.6}};
    private static final double[][] B = {{0.3, Double.NaN, 0.9}};
    private static final Palette PALETTE = Theme.LIGHT.palette();
    private final BufferedImage picture = new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB);

    private ChartFrame draw(int chosen) {
        FoldDots dots = dots(chosen);
        Graphics2D g = picture.createGraphics();
        g.clearRect(0, 0, 400, 200);
        ChartFrame frame = dots.draw(g, new Rectangle2D.Double(0, 0, 400, 200), PALETTE, View.ALL);
        g.dispose();
        return frame;
    }

    private static FoldDots dots(int chosen) {
        Verdict verdict = Verdict.of(List.of(new Scored("A", A), new Scored("B", B)), true, 0.5, 0.01, 1);
        return new FoldDots(verdict, "score", List.of(0, 1), List.of("", ""), chosen, "");
    }

    @Test
    void everyDotIsFoundWhereItStandsAndNoneElsewhere() {
        ChartFrame frame = draw(-1);
        double row = frame.plot().getHeight() / 2;
        for (int contender = 0; contender < 2; contender++) {
            double[] scores = contender == 0 ? A[0] : B[0];
            for (int fold = 0; fold < 3; fold++) {
                double x = frame.x().toPixel(scores[fold]);
                int number = contender * 3 + fold;
                boolean found = false;
                for (double y = frame.plot().getMinY() + contender * row; y < frame.plot().getMinY() + (contender + 1) * row; y++) {
                    found |= dots(-1).nearest(frame, x, y) == number;
                }
                assertThat(found).as("dot %s", number).isEqualTo(Double.isFinite(scores[fold]));
            }
        }
        assertThat(dots(-1).nearest(frame, frame.plot().getMaxX(), frame.plot().getMinY())).isEqualTo(-1);
    }

    @Test
    void theFoldChosenIsRingedInEveryRow() {
        draw(-1);
        int[] before = picture.getRGB(0, 0, 400, 200, null, 0, 400);
        ChartFrame frame = draw(0);
        int[] after = picture.getRGB(0, 0, 400, 200, null, 0, 400);
        int middle = (int) (frame.plot().getMinY() + frame.plot().getHeight() / 2);
        assertThat(differ(before, after, 0, middle)).as("with A").isPositive();
        assertThat(differ(before, after, middle, 200)).as("with B").isPositive();
        draw(1);
        int[] one = picture.getRGB(0, 0, 400, 200, null, 0, 400);
        assertThat(differ(before, one, middle, 200)).as("B diverged there").isZero();
    }

    private static long differ(int[] a, int[] b, int from, int to) {
        int[] rows = new int[(to - from) * 400];
        Arrays.setAll(rows, i -> a[from * 400 + i] == b[from * 400 + i] ? 0 : 1);
        return Arrays.stream(rows).sum();
    }
}
