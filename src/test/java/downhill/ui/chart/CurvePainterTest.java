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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What lies above what where curves cross. */
class CurvePainterTest {
    private static final int WIDTH = 600;
    private static final int HEIGHT = 400;
    private static final Points LEVEL = Points.of(new double[] {0, 10}, new double[] {1, 1});

    private BufferedImage image;
    private ChartFrame frame;

    private void draw(SeriesData... series) {
        image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        LineOptions options = LineOptions.PLAIN.ranges(new Range(0, 10), new Range(0, 2));
        Rectangle2D area = new Rectangle2D.Double(0, 0, WIDTH, HEIGHT);
        frame = new LineDrawing(List.of(series), options, new Smoothers()).draw(g, area, Palette.LIGHT, View.ALL);
        g.dispose();
    }

    /** Pixels in the colour of a style, left of its label. */
    private long count(int style) {
        int right = (int) frame.plot().getMaxX() - 10;
        return IntStream.range(0, right * HEIGHT).filter(i -> (0xffffff & image.getRGB(i % right, i / right)) == line(style)).count();
    }

    private static int line(int style) {
        return 0xffffff & Palette.LIGHT.contender(style).line().rgb();
    }

    @Test
    void laterCurvesLieAboveEarlierOnes() {
        SeriesData solid = SeriesData.main("", LEVEL, 0);
        SeriesData dashed = SeriesData.main("", LEVEL, 1);
        draw(solid, dashed);
        assertThat(count(1)).as("dashes above the solid line").isPositive();
        draw(dashed, solid);
        assertThat(count(1)).as("dashes below it").isZero();
    }
}
