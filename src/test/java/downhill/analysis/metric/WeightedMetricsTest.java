package downhill.analysis.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.model.Loss;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Metrics of rows that count differently are those of scikit-learn's sample_weight; whole weights are repeated rows. */
class WeightedMetricsTest {
    private static int[] repeated(double[] weights) {
        return IntStream.range(0, weights.length).flatMap(i -> IntStream.range(0, (int) weights[i]).map(again -> i)).toArray();
    }

    private static double[] whole(Random random, int rows) {
        return random.ints(rows, 1, 5).asDoubleStream().toArray();
    }

    private static double[] picked(double[] values, int width, int[] rows) {
        return Arrays.stream(rows).mapToObj(row -> Arrays.stream(values, row * width, (row + 1) * width)).flatMapToDouble(each -> each)
                .toArray();
    }

    /** Errors 1, −1, 2, 0; ȳ = 5. */
    @Test
    void regressionIsThatComputedByHand() {
        RegressionMetrics metrics = RegressionMetrics.of(new double[] {2, 2, 7, 7}, new double[] {1, 3, 5, 7}, new double[] {1, 2, 3, 4});
        assertThat(metrics.mse()).isCloseTo(1.5, within(1e-15));
        assertThat(metrics.rmse()).isCloseTo(Math.sqrt(1.5), within(1e-15));
        assertThat(metrics.mae()).isCloseTo(0.9, within(1e-15));
        assertThat(metrics.r2()).isCloseTo(1 - 15.0 / 40, within(1e-15));
        assertThat(metrics.rows()).isEqualTo(4);
        double[] tiny = {1e-300, 2e-300, 3e-300, 4e-300};
        assertThat(RegressionMetrics.of(new double[] {2, 2, 7, 7}, new double[] {1, 3, 5, 7}, tiny).r2()).isCloseTo(0.625, within(1e-15));
    }

    /** Positives of 1 and 4 at 0.8 and 0.35, negatives of 2 and 3 at 0.4 and 0.1: pairs in order 1·5 + 4·3 of 5·5. */
    @Test
    void curvesAreThoseDrawnByHand() {
        double[] scores = {0.1, 0.4, 0.35, 0.8};
        boolean[] positive = {false, false, true, true};
        double[] weights = {3, 2, 4, 1};
        RocCurve roc = RocCurve.of(scores, positive, weights);
        assertThat(roc.thresholds()).containsExactly(Double.POSITIVE_INFINITY, 0.8, 0.4, 0.35, 0.1);
        assertThat(roc.truePositiveRates()).containsExactly(0, 0.2, 0.2, 1, 1);
        assertThat(roc.falsePositiveRates()).containsExactly(0, 0, 0.4, 0.4, 1);
        assertThat(roc.area()).isCloseTo(17.0 / 25, within(1e-15));
        assertThat(PrecisionRecallCurve.of(scores, positive, weights).averagePrecision()).isCloseTo(0.2 * 1 + 0.8 * 5 / 7, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 2", "3, 3", "4, 5", "5, 3"})
    void wholeWeightsAreRepeatedRows(long seed, int classes) {
        Random random = new Random(seed);
        int rows = 60;
        int outputs = classes == 2 ? 1 : classes;
        Loss loss = classes == 2 ? Loss.BINARY_CROSS_ENTROPY : Loss.CROSS_ENTROPY;
        double[] raw = IntStream.range(0, rows * outputs).mapToDouble(i -> Math.rint(4 * random.nextGaussian()) / 4).toArray();
        int[] actual = random.ints(rows, 0, classes).toArray();
        double[] weights = whole(random, rows);
        int[] often = repeated(weights);
        ClassificationMetrics one = ClassificationMetrics.of(ClassProbabilities.of(raw, outputs, loss), actual, weights);
        ClassificationMetrics other = ClassificationMetrics.of(ClassProbabilities.of(picked(raw, outputs, often), outputs, loss),
                Arrays.stream(often).map(row -> actual[row]).toArray());
        assertThat(new double[] {one.accuracy(), one.balancedAccuracy(), one.macroF1(), one.logLoss(), one.macroAuc()}).containsExactly(
                new double[] {other.accuracy(), other.balancedAccuracy(), other.macroF1(), other.logLoss(), other.macroAuc()},
                        within(1e-12));
        assertThat(one.confusion().sums()).isEqualTo(other.confusion().sums());
        assertThat(one.confusion().total()).isEqualTo(often.length);
        for (int k = 0; k < classes; k++) {
            assertThat(one.roc().get(k).thresholds()).containsExactly(other.roc().get(k).thresholds());
            assertThat(one.roc().get(k).truePositiveRates()).containsExactly(other.roc().get(k).truePositiveRates(), within(1e-12));
            assertThat(one.precisionRecall().get(k).averagePrecision())
                    .isCloseTo(other.precisionRecall().get(k).averagePrecision(), within(1e-12));
        }
        ClassificationMetrics same = ClassificationMetrics.of(ClassProbabilities.of(raw, outputs, loss), actual,
                Arrays.stream(weights).map(each -> 0.7).toArray());
        assertThat(same.macroF1()).isCloseTo(ClassificationMetrics.of(ClassProbabilities.of(raw, outputs, loss), actual).macroF1(),
                within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 1e6", "3, -1e-9"})
    void wholeWeightsAreRepeatedRowsForNumbers(long seed, double offset) {
        Random random = new Random(seed);
        double[] actual = random.doubles(80, -3, 3).map(value -> value + offset).toArray();
        double[] predicted = Arrays.stream(actual).map(value -> value + random.nextGaussian()).toArray();
        double[] weights = whole(random, 80);
        int[] often = repeated(weights);
        RegressionMetrics one = RegressionMetrics.of(predicted, actual, weights);
        RegressionMetrics other = RegressionMetrics.of(picked(predicted, 1, often), picked(actual, 1, often));
        assertThat(new double[] {one.mse(), one.rmse(), one.mae(), one.r2()}).containsExactly(
                new double[] {other.mse(), other.rmse(), other.mae(), other.r2()}, within(1e-9));
    }
}
