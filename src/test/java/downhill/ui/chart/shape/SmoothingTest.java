package downhill.ui.chart.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmoothingTest {
    private static final double WEIGHT = 0.97;

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 20, 100, 1000})
    void aCurveThatFallsByEqualRatiosIsItsOwnSmoothedCurveFromTheStart(int points) {
        Points raw = curve(points, i -> i, x -> 3 * Math.exp(-0.02 * x));
        Points smooth = new Smoothing(WEIGHT, true).of(raw);
        for (int i = 0; i < points; i++) {
            assertThat(smooth.y(i) / raw.y(i)).isCloseTo(1, Offset.offset(1e-6));
        }
    }

    @Test
    void whereOldStepsAreSparserThanNewOnesTheLineDoesNotLagEither() {
        Points raw = curve(600, i -> i < 300 ? 50 * i : 15_000 + (i - 300), x -> 10 - x / 2000);
        Points smooth = new Smoothing(WEIGHT, false).of(raw);
        for (int i = 0; i < raw.size(); i++) {
            assertThat(smooth.y(i)).isCloseTo(raw.y(i), Offset.offset(1e-6));
        }
    }

    @Test
    void aLineThroughTheMiddleOfNoiseIsLeft() {
        Random random = new Random(3);
        Points raw = curve(2000, i -> i, x -> 5 + random.nextGaussian());
        Points smooth = new Smoothing(Smoothing.stretched(WEIGHT, 2000), false).of(raw);
        for (int i = 500; i < 2000; i++) {
            assertThat(smooth.y(i)).isCloseTo(5, Offset.offset(0.75));
        }
    }

    @Test
    void theWeightOfAShortCurveIsAsChosenAndThatOfALongOneReachesOverTheSameShare() {
        assertThat(Smoothing.stretched(WEIGHT, 10)).isEqualTo(WEIGHT);
        assertThat(Smoothing.stretched(WEIGHT, 480)).isEqualTo(WEIGHT);
        double reach = 1 / (1 - WEIGHT);
        for (int points = 600; points < 100_000; points *= 2) {
            double share = 1 / (1 - Smoothing.stretched(WEIGHT, points)) / points;
            assertThat(share).isBetween(0.75 * reach / 480, 1.1 * reach / 480);
        }
        assertThat(Smoothing.stretched(0, 5000)).isZero();
    }

    @Test
    void aGrowingCurveIsGoneOnWith() {
        PointBuffer buffer = new PointBuffer();
        Smoothing live = new Smoothing(WEIGHT, false);
        for (int i = 0; i < 50; i++) {
            buffer.append(i, Math.sin(i));
            live.of(buffer.snapshot());
        }
        Points whole = new Smoothing(WEIGHT, false).of(curve(50, i -> i, Math::sin));
        Points grown = live.of(buffer.snapshot());
        for (int i = 0; i < 50; i++) {
            assertThat(grown.y(i)).isEqualTo(whole.y(i));
        }
    }

    private static Points curve(int points, DoubleUnaryOperator place, DoubleUnaryOperator value) {
        double[] x = new double[points];
        double[] y = new double[points];
        for (int i = 0; i < points; i++) {
            x[i] = place.applyAsDouble(i);
            y[i] = value.applyAsDouble(x[i]);
        }
        return Points.of(x, y);
    }
}
