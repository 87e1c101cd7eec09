package downhill.analysis.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.model.Loss;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassificationMetricsTest {
    /** Actual 0 0 0 0 1 1 1 2 2 2; predicted 0 0 0 1 1 1 2 2 0 0. */
    private static final ConfusionMatrix MATRIX = ConfusionMatrix.of(3, new int[] {0, 0, 0, 0, 1, 1, 1, 2, 2, 2},
            new int[] {0, 0, 0, 1, 1, 1, 2, 2, 0, 0});

    @Test
    void theMatrixCountsActualByPredicted() {
        assertThat(MATRIX.counts()).isEqualTo(new int[][] {{3, 1, 0}, {0, 2, 1}, {2, 0, 1}});
        assertThat(MATRIX.total()).isEqualTo(10);
    }

    @Test
    void itsMetricsAreThoseComputedByHand() {
        assertThat(MATRIX.accuracy()).isEqualTo(0.6);
        assertThat(MATRIX.balancedAccuracy()).isEqualTo((3.0 / 4 + 2.0 / 3 + 1.0 / 3) / 3, within(1e-15));
        assertThat(MATRIX.precision(0)).isEqualTo(3.0 / 5);
        assertThat(MATRIX.f1(0)).isEqualTo(6.0 / 9);
        assertThat(MATRIX.macroF1()).isEqualTo((6.0 / 9 + 4.0 / 6 + 2.0 / 5) / 3, within(1e-15));
    }

    @Test
    void aClassThatNeitherOccursNorIsPredictedCountsInNoMean() {
        ConfusionMatrix matrix = ConfusionMatrix.of(3, new int[] {0, 1}, new int[] {0, 0});
        assertThat(matrix.recall(2)).isNaN();
        assertThat(matrix.balancedAccuracy()).isEqualTo(0.5);
        assertThat(matrix.macroF1()).isEqualTo((2.0 / 3 + 0) / 2, within(1e-15));
    }

    @Test
    void numbersBehindTheRowsDoNotCountAndACurveIsWorkedOutOnce() {
        double[] values = {0.7, 0.2, 0.1, 0.3, 0.3, 0.4, 0.2, 0.5, 0.3};
        int[] chosen = {0, 2, 1};
        ClassificationMetrics whole = ClassificationMetrics.of(new ClassProbabilities(3, values, chosen), new int[] {0, 1, 2});
        ClassificationMetrics behind = ClassificationMetrics.of(
                new ClassProbabilities(3, Arrays.copyOf(values, 40), chosen), new int[] {0, 1, 2});
        assertThat(behind.macroAuc()).isEqualTo(whole.macroAuc())
                .isEqualTo(whole.roc().stream().mapToDouble(RocCurve::area).average().orElseThrow());
        assertThat(behind.brier()).isEqualTo(whole.brier());
        assertThat(behind.precisionRecall()).hasSize(3);
        assertThat(behind.roc().get(1)).isSameAs(behind.roc().get(1));
        assertThat(behind.roc().get(1).thresholds()).isEqualTo(whole.roc().get(1).thresholds());
    }

    @Test
    void nothingIsLeftToWorkOutForWhoeverDraws() {
        List<Integer> asked = new ArrayList<>();
        Curves<String> curves = new Curves<>(3, index -> {
            asked.add(index);
            return "curve " + index;
        });
        ClassificationMetrics metrics = new ClassificationMetrics(1, 0, List.of(), MATRIX, 1, 1, 1, 0, 0, new Curves<>(3, index -> {
            asked.add(index);
            return RocCurve.of(new double[] {1, 0}, new boolean[] {true, false}, new double[0]);
        }), 1, List.of());
        assertThat(curves.get(2)).isEqualTo("curve 2");
        assertThat(asked).containsExactly(2);
        metrics.withCurves();
        assertThat(asked).containsExactly(2, 0, 1, 2);
        assertThat(metrics.roc().get(0).area()).isEqualTo(1);
        assertThat(asked).hasSize(4);
    }

    @Test
    void theLogLossIsTheMeanSurpriseInNats() {
        double[] logits = {Math.log(0.7), Math.log(0.2), Math.log(0.1), Math.log(0.3), Math.log(0.3), Math.log(0.4)};
        ClassProbabilities probabilities = ClassProbabilities.of(logits, 3, Loss.CROSS_ENTROPY);
        ClassificationMetrics metrics = ClassificationMetrics.of(probabilities, new int[] {0, 1});
        assertThat(metrics.logLoss()).isEqualTo(-(Math.log(0.7) + Math.log(0.3)) / 2, within(1e-14));
        assertThat(metrics.accuracy()).isEqualTo(0.5);
        assertThat(metrics.absent()).containsExactly(2);
        assertThat(metrics.roc().get(2).defined()).isFalse();
        assertThat(metrics.macroAuc()).isEqualTo(1);
    }

    @Test
    void aLogitStandsForTwoClasses() {
        ClassProbabilities probabilities = ClassProbabilities.of(new double[] {0, 2, -800}, 1, Loss.BINARY_CROSS_ENTROPY);
        assertThat(probabilities.predicted()).containsExactly(0, 1, 0);
        assertThat(probabilities.of(0, 1)).isEqualTo(0.5);
        assertThat(probabilities.of(1, 1)).isEqualTo(1 / (1 + Math.exp(-2)));
        assertThat(probabilities.of(2, 0)).isEqualTo(1);
        ClassificationMetrics metrics = ClassificationMetrics.of(probabilities, new int[] {0, 1, 1});
        assertThat(metrics.logLoss()).isLessThan(40);
        assertThat(metrics.roc().get(0).area()).isEqualTo(metrics.roc().get(1).area());
    }

    @Test
    void outputsTrainedBySquaresAreCutToProbabilities() {
        ClassProbabilities probabilities = ClassProbabilities.of(new double[] {1.2, -0.3, 0.3, -1, -2, -3}, 3, Loss.MSE);
        assertThat(probabilities.of(0, 0)).isEqualTo(1 / 1.3, within(1e-15));
        assertThat(probabilities.of(1, 2)).isEqualTo(1.0 / 3);
        assertThat(probabilities.predicted()).containsExactly(0, 0);
        assertThat(ClassProbabilities.of(new double[] {0.6, 0.4}, 1, Loss.MSE).predicted()).containsExactly(1, 0);
    }

    @Test
    void aRowWithoutAPredictionSpoilsTheNumbersAndIsCounted() {
        ClassProbabilities probabilities = ClassProbabilities.of(new double[] {1, Double.NaN, -1}, 1,
                Loss.BINARY_CROSS_ENTROPY);
        ClassificationMetrics metrics = ClassificationMetrics.of(probabilities, new int[] {1, 1, 0});
        assertThat(metrics.unusable()).isEqualTo(1);
        assertThat(new double[] {metrics.accuracy(), metrics.balancedAccuracy(), metrics.macroF1(), metrics.logLoss(),
                metrics.macroAuc()}).containsOnly(Double.NaN);
        assertThat(metrics.confusion().total()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void probabilitiesSumToOneAndTheLargestIsPredicted(long seed) {
        Random random = new Random(seed);
        double[] raw = random.doubles(5 * 7, -300, 300).toArray();
        ClassProbabilities probabilities = ClassProbabilities.of(raw, 5, Loss.CROSS_ENTROPY);
        for (int row = 0; row < 7; row++) {
            double sum = 0;
            for (int index = 0; index < 5; index++) {
                sum += probabilities.of(row, index);
                assertThat(probabilities.of(row, index)).isLessThanOrEqualTo(probabilities.of(row, probabilities.predicted()[row]));
            }
            assertThat(sum).isEqualTo(1, within(1e-12));
        }
    }
}
