package downhill.analysis.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurvesTest {
    private static final double[] SCORES = {0.1, 0.4, 0.35, 0.8};
    private static final boolean[] POSITIVE = {false, false, true, true};

    /** In falling order: + (0.8), − (0.4), + (0.35), − (0.1). */
    @Test
    void theRocCurveIsThatDrawnByHand() {
        RocCurve curve = RocCurve.of(SCORES, POSITIVE);
        assertThat(curve.thresholds()).containsExactly(Double.POSITIVE_INFINITY, 0.8, 0.4, 0.35, 0.1);
        assertThat(curve.falsePositiveRates()).containsExactly(0, 0, 0.5, 0.5, 1);
        assertThat(curve.truePositiveRates()).containsExactly(0, 0.5, 0.5, 1, 1);
        assertThat(curve.area()).isEqualTo(0.75);
    }

    @Test
    void thePrecisionRecallCurveIsThatDrawnByHand() {
        PrecisionRecallCurve curve = PrecisionRecallCurve.of(SCORES, POSITIVE);
        assertThat(curve.recalls()).containsExactly(0, 0.5, 0.5, 1, 1);
        assertThat(curve.precisions()).containsExactly(1, 1, 0.5, 2.0 / 3, 0.5);
        assertThat(curve.averagePrecision()).isEqualTo(0.5 * 1 + 0.5 * 2 / 3, within(1e-15));
    }

    @Test
    void scoresThatAreAllEqualOrderNothing() {
        RocCurve roc = RocCurve.of(new double[] {0.5, 0.5, 0.5}, new boolean[] {true, false, false});
        assertThat(roc.area()).isEqualTo(0.5);
        assertThat(roc.thresholds()).hasSize(2);
        PrecisionRecallCurve curve = PrecisionRecallCurve.of(new double[] {0.5, 0.5, 0.5}, new boolean[] {true, false, false});
        assertThat(curve.averagePrecision()).isEqualTo(1.0 / 3);
    }

    @Test
    void withoutPositivesOrNegativesOrWithNaNThereIsNoArea() {
        assertThat(RocCurve.of(SCORES, new boolean[4]).area()).isNaN();
        assertThat(RocCurve.of(SCORES, new boolean[] {true, true, true, true}).defined()).isFalse();
        assertThat(RocCurve.of(new double[] {Double.NaN, 1}, new boolean[] {true, false}).area()).isNaN();
        assertThat(PrecisionRecallCurve.of(SCORES, new boolean[4]).averagePrecision()).isNaN();
        assertThat(RocCurve.of(new double[0], new boolean[0]).area()).isNaN();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theAreaIsTheProbabilityOfTheRightOrder(long seed) {
        Random random = new Random(seed);
        int rows = 2 + random.nextInt(60);
        int levels = 1 + random.nextInt(20);
        double[] scores = new double[rows];
        boolean[] positive = new boolean[rows];
        for (int i = 0; i < rows; i++) {
            scores[i] = random.nextInt(levels) / (double) levels;
            positive[i] = i == 0 || i > 1 && random.nextDouble() < 0.4;
        }
        RocCurve curve = RocCurve.of(scores, positive);
        assertThat(curve.area()).isEqualTo(rightOrder(scores, positive), within(1e-12));
        assertThat(curve.area()).isEqualTo(trapezoids(curve), within(1e-12));
    }

    private static double rightOrder(double[] scores, boolean[] positive) {
        double right = 0;
        int pairs = 0;
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < scores.length; j++) {
                if (positive[i] && !positive[j]) {
                    pairs++;
                    right += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                }
            }
        }
        return right / pairs;
    }

    private static double trapezoids(RocCurve curve) {
        double area = 0;
        for (int i = 1; i < curve.thresholds().length; i++) {
            area += (curve.falsePositiveRates()[i] - curve.falsePositiveRates()[i - 1])
                    * (curve.truePositiveRates()[i] + curve.truePositiveRates()[i - 1]) / 2;
        }
        return area;
    }

    /** Where no two scores are equal, the average precision is the mean over positives of the precision at their rank. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void theAveragePrecisionIsTheMeanPrecisionAtThePositives(long seed) {
        Random random = new Random(seed);
        double[] scores = random.doubles(40).toArray();
        boolean[] positive = new boolean[40];
        for (int i = 0; i < 40; i++) {
            positive[i] = i == 0 || random.nextBoolean();
        }
        double sum = 0;
        int positives = 0;
        for (int i = 0; i < 40; i++) {
            if (positive[i]) {
                positives++;
                int above = 0;
                int right = 0;
                for (int j = 0; j < 40; j++) {
                    above += scores[j] >= scores[i] ? 1 : 0;
                    right += scores[j] >= scores[i] && positive[j] ? 1 : 0;
                }
                sum += (double) right / above;
            }
        }
        assertThat(PrecisionRecallCurve.of(scores, positive).averagePrecision()).isEqualTo(sum / positives, within(1e-12));
    }
}
