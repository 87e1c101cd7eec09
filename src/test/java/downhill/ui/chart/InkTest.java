package downhill.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.ui.chart.shape.AxisScale;
import downhill.ui.chart.shape.Points;
import downhill.ui.chart.shape.Range;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InkTest {
    private static final int WIDTH = 240;
    private static final int HEIGHT = 160;
    private static final Rectangle2D PLOT = new Rectangle2D.Double(20, 10, 200, 140);
    private static final AxisScale X = new AxisScale(new Range(0, 200), false, PLOT.getMinX(), PLOT.getMaxX());
    private static final AxisScale Y = new AxisScale(new Range(0, 140), false, PLOT.getMaxY(), PLOT.getMinY());
    private static final BasicStroke THICK = new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);

    private static BufferedImage canvas(Color ground) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = image.createGraphics();
        g.setBackground(ground);
        g.clearRect(0, 0, WIDTH, HEIGHT);
        g.dispose();
        return image;
    }

    private static Graphics2D on(BufferedImage image) {
        Graphics2D g = image.createGraphics();
        FrameBuffer.hint(g);
        g.setRenderingHint(Ink.PIXELS, image);
        return g;
    }

    private static Points line(int count, IntToDoubleFunction y) {
        double[] xs = new double[count];
        double[] ys = new double[count];
        for (int i = 0; i < count; i++) {
            xs[i] = 200.0 * i / (count - 1);
            ys[i] = y.applyAsDouble(i);
        }
        return Points.of(xs, ys);
    }

    private static BufferedImage inked(Points points, BasicStroke stroke, Color colour, Color ground) {
        BufferedImage image = canvas(ground);
        Ink.on(on(image), PLOT).draw(points, X, Y, colour, stroke);
        return image;
    }

    /** How much of the paper is covered, in pixels: with black on white, the darkness added up. */
    private static double covered(BufferedImage image) {
        double sum = 0;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                sum += 1 - (image.getRGB(x, y) & 255) / 255.0;
            }
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 1, 3, 11})
    void aSmoothLineCoversWhatJava2dWouldCover(double waves) {
        Points points = line(400, i -> 70 + 50 * Math.sin(waves * i / 60.0));
        BufferedImage inked = inked(points, THICK, Color.BLACK, Color.WHITE);
        BufferedImage stroked = canvas(Color.WHITE);
        Graphics2D g = on(stroked);
        g.setStroke(THICK);
        g.setColor(Color.BLACK);
        g.draw(CurvePainter.path(points, X, Y));
        double far = 0;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                far += Math.abs((inked.getRGB(x, y) & 255) - (stroked.getRGB(x, y) & 255)) / 255.0;
            }
        }
        assertThat(far / covered(stroked)).isLessThan(0.12);
        assertThat(covered(inked)).isCloseTo(covered(stroked), within(0.06 * covered(stroked)));
    }

    @Test
    void dashesLeaveTheirShareOfTheLineOut() {
        Points flat = line(50, i -> 70);
        BasicStroke dashed = new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {7, 3}, 0);
        double whole = covered(inked(flat, THICK, Color.BLACK, Color.WHITE));
        assertThat(whole).isCloseTo(400, within(4.0));
        assertThat(covered(inked(flat, dashed, Color.BLACK, Color.WHITE))).isCloseTo(0.7 * whole, within(4.0));
    }

    @Test
    void aGapInTheDataIsAGapInTheLine() {
        double whole = covered(inked(line(201, i -> 70), THICK, Color.BLACK, Color.WHITE));
        double gap = covered(inked(line(201, i -> i > 50 && i < 150 ? Double.NaN : 70), THICK, Color.BLACK, Color.WHITE));
        assertThat(gap).isCloseTo(whole / 2, within(4.0));
    }

    @Test
    void aFaintCurveIsNowhereDarkerThanItsColourHoweverOftenItCrossesItself() {
        Random random = new Random(5);
        Points noise = line(6000, i -> 10 + 120 * random.nextDouble());
        BufferedImage image = inked(noise, new BasicStroke(1), new Color(0, 0, 0, 100), Color.WHITE);
        int darkest = 255;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                darkest = Math.min(darkest, image.getRGB(x, y) & 255);
            }
        }
        assertThat(darkest).isEqualTo(155);
    }

    @Test
    void nothingIsDrawnOutsideThePlot() {
        BufferedImage image = inked(line(300, i -> -200 + 600.0 * (i % 2)), THICK, Color.BLACK, Color.WHITE);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                if (!PLOT.contains(x + 0.5, y + 0.5)) {
                    assertThat(image.getRGB(x, y)).as("%s, %s", x, y).isEqualTo(0xffffffff);
                }
            }
        }
    }

    @Test
    void colourOnNothingKeepsItsTransparency() {
        BufferedImage image = inked(line(50, i -> 70), new BasicStroke(6), new Color(200, 100, 50, 128), new Color(0, true));
        int[] premultiplied = (int[]) image.getRaster().getDataElements(100, 80, null);
        assertThat(premultiplied[0] >>> 24).isEqualTo(128);
        assertThat(premultiplied[0] >> 16 & 255).isCloseTo(100, within(1));
        assertThat(premultiplied[0] >> 8 & 255).isCloseTo(50, within(1));
        assertThat(premultiplied[0] & 255).isCloseTo(25, within(1));
    }
}
