package downhill.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import downhill.ui.chart.shape.Band;
import downhill.ui.chart.shape.Points;
import downhill.ui.chart.shape.Range;
import downhill.ui.chart.shape.View;
import downhill.ui.theme.Palette;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a curve holds, there is a part of the plane to show it in. */
class LineRangesTest {
    private static final double MOST = Double.MAX_VALUE;
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    static List<double[]> losses() {
        return List.of(new double[] {0.5, 0.001, INFINITE}, new double[] {INFINITE, 1, 2}, new double[] {1e-45, 1e37, INFINITE},
                new double[] {MOST, 1, 2}, new double[] {-MOST, 0, MOST}, new double[] {Double.MIN_VALUE, 1}, new double[] {MOST, MOST},
                new double[] {Double.NaN, INFINITE, -INFINITE}, new double[] {Double.MIN_VALUE, MOST, INFINITE}, new double[] {0, 0, 0});
    }

    private static DrawnCurve drawn(SeriesData series) {
        return new DrawnCurve(series, series.points(), series.points());
    }

    private static SeriesData series(double[] losses) {
        double[] steps = new double[losses.length];
        Arrays.setAll(steps, i -> i);
        return SeriesData.main("Momentum", Points.of(steps, losses), 0);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void whateverALossIsThereIsARangeAndItIsDrawn(double[] losses) {
        for (boolean log : new boolean[] {false, true}) {
            for (SeriesData one : List.of(series(losses), series(losses).asDiverged())) {
                assertThatCode(() -> LineRanges.y(List.of(drawn(one)), new Range(0, 5), log)).as("log %s", log).doesNotThrowAnyException();
                LineDrawing drawing = new LineDrawing(List.of(one), LineOptions.PLAIN.log(log),
                        new Smoothers());
                assertThatCode(() -> draw(drawing)).as("log %s", log).doesNotThrowAnyException();
            }
        }
    }

    private static void draw(LineDrawing drawing) {
        BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        drawing.draw(image.createGraphics(), new Rectangle2D.Double(0, 0, 300, 200), Palette.LIGHT, View.ALL);
    }

    /** A loss that is no number is not what an axis is made for, and those beside it stay readable. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anInfiniteLossOfOneDoesNotHideTheOthers(boolean log) {
        Range shown = LineRanges.y(List.of(drawn(series(new double[] {0.5, 0.2, INFINITE}))), new Range(0, 5), log);
        assertThat(shown.high()).isLessThan(1);
    }

    /** As the noise scale or the step over the weights do of a contender that leaps about. */
    @Test
    void whatComesAfterWhoDivergedRanAwayMakesNoAxisLonger() {
        DrawnCurve away = drawn(series(new double[] {9, 30, 2, 1e10, 1e-17, 5}).asDiverged());
        DrawnCurve beside = drawn(series(new double[] {9, 20, 30}));
        assertThat(LineRanges.y(List.of(away, beside), new Range(0, 5), true).low()).isBetween(1.0, 2.0);
        assertThat(LineRanges.y(List.of(drawn(series(new double[] {1, 1e-12, INFINITE}).asDiverged())), new Range(0, 5), true).low())
                .as("low before it diverged").isLessThan(1e-12);
    }

    /** A band is seen whole, but for one that would leave the curve no room. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aBandIsSeenWhole(boolean log) {
        Points line = series(new double[] {0.5, 0.3, 0.2}).points();
        SeriesData around = series(new double[] {0.5, 0.3, 0.2}).within(new Band(Points.of(new double[] {0, 1, 2}, new double[] {0.4, 0.2,
            0.1}), Points.of(new double[] {0, 1, 2}, new double[] {0.6, 0.5, 0.6})));
        Range shown = LineRanges.y(List.of(drawn(around)), new Range(0, 5), log);
        assertThat(shown.low()).isLessThan(0.1);
        assertThat(shown.high()).isGreaterThan(0.6);
        Range huge = LineRanges.y(List.of(drawn(series(new double[] {0.5, 0.3, 0.2}).within(new Band(line,
                Points.of(new double[] {0, 1, 2}, new double[] {0.6, 1e9, INFINITE}))))), new Range(0, 5), log);
        assertThat(huge.high()).isBetween(0.6, 1.5);
    }

    @Test
    void whoDivergedIsFollowedToThreeTimesItsFirst() {
        Range shown = LineRanges.y(List.of(drawn(series(new double[] {1, 0.5, 1e30, INFINITE}).asDiverged())), new Range(0, 5), false);
        assertThat(shown.high()).isBetween(3.0, 3.5);
    }
}
