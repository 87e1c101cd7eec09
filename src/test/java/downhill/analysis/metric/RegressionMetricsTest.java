package downhill.analysis.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegressionMetricsTest {
    /** Errors 1, −1, 2, 0 around actual values 1, 3, 5, 7 (mean 4, Σ(y − ȳ)² = 20). */
    @Test
    void theMetricsAreThoseComputedByHand() {
        RegressionMetrics metrics = RegressionMetrics.of(new double[] {2, 2, 7, 7}, new double[] {1, 3, 5, 7});
        assertThat(metrics.mse()).isEqualTo(1.5);
        assertThat(metrics.rmse()).isEqualTo(Math.sqrt(1.5));
        assertThat(metrics.mae()).isEqualTo(1);
        assertThat(metrics.r2()).isEqualTo(1 - 6.0 / 20);
        assertThat(metrics.rows()).isEqualTo(4);
    }

    @Test
    void predictingTheMeanExplainsNothing() {
        assertThat(RegressionMetrics.of(new double[] {4, 4, 4, 4}, new double[] {1, 3, 5, 7}).r2()).isEqualTo(0);
    }

    @Test
    void aConstantTargetLeavesNothingToExplain() {
        RegressionMetrics metrics = RegressionMetrics.of(new double[] {0.1, 0.3}, new double[] {0.1, 0.1});
        assertThat(metrics.r2()).isNaN();
        assertThat(metrics.mae()).isEqualTo(0.1, within(1e-15));
    }

    @Test
    void aPredictionThatIsNoNumberSpoilsAllAndIsCounted() {
        RegressionMetrics metrics = RegressionMetrics.of(new double[] {1, Double.NaN, Double.POSITIVE_INFINITY},
                new double[] {1, 2, 3});
        assertThat(metrics.unusable()).isEqualTo(2);
        assertThat(new double[] {metrics.mse(), metrics.rmse(), metrics.mae(), metrics.r2()}).containsOnly(Double.NaN);
    }

    @Test
    void withoutRowsThereIsNoNumber() {
        assertThat(RegressionMetrics.of(new double[0], new double[0]).rmse()).isNaN();
    }

    @Test
    void valuesFarFromZeroLoseNoDigitsOfR2() {
        double far = 1e9;
        RegressionMetrics metrics = RegressionMetrics.of(new double[] {far + 2, far + 2, far + 7, far + 7},
                new double[] {far + 1, far + 3, far + 5, far + 7});
        assertThat(metrics.r2()).isEqualTo(0.7, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-170, 1e160, 1e300})
    void qualityIsTheSameWhateverTheUnit(double unit) {
        double[] actual = {1, 2, 4, 8};
        double[] predicted = {1.5, 2, 3, 8.5};
        RegressionMetrics usual = RegressionMetrics.of(predicted, actual);
        RegressionMetrics other = RegressionMetrics.of(Arrays.stream(predicted).map(value -> value * unit).toArray(),
                Arrays.stream(actual).map(value -> value * unit).toArray());
        assertThat(other.r2()).isCloseTo(usual.r2(), within(1e-12));
        assertThat(other.rmse() / unit).isCloseTo(usual.rmse(), within(1e-12));
        assertThat(other.mae() / unit).isCloseTo(usual.mae(), within(1e-12));
    }
}
