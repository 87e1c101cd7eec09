package downhill.analysis.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.Samples;
import downhill.analysis.ensemble.Mixture;
import downhill.data.Examples;
import downhill.data.TaskKind;
import downhill.data.prepare.Prepared;
import downhill.model.Loss;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scores worked out on paper, and what holds of each of them whatever was predicted. */
class ScoresByHandTest {
    private static final double[] EVEN = new double[0];
    private static final int ROWS = 30;

    private static Predictions numbers(double[] said, double[] actual, double... weights) {
        return new Predictions(null, said, actual, weights);
    }

    private static Predictions classes(int count, double[] shares, double[] actual, double... weights) {
        return new Predictions(Mixture.probabilities(count, shares), EVEN, actual, weights);
    }

    /** Answers in tenths, so that many are equal; weights are whole numbers from 1. */
    private static Predictions any(ScoreMetric metric, long seed) {
        Random random = new Random(seed);
        double[] weights = random.ints(ROWS, 1, 5).asDoubleStream().toArray();
        if (!metric.fits(TaskKind.MULTICLASS)) {
            double[] said = random.ints(ROWS, 1, 50).asDoubleStream().toArray();
            return numbers(said, random.ints(ROWS, 1, 50).asDoubleStream().toArray(), weights);
        }
        double[] shares = new double[3 * ROWS];
        for (int row = 0; row < ROWS; row++) {
            int first = random.nextInt(11);
            int second = random.nextInt(11 - first);
            shares[3 * row] = first / 10.0;
            shares[3 * row + 1] = second / 10.0;
            shares[3 * row + 2] = (10 - first - second) / 10.0;
        }
        double[] actual = IntStream.range(0, ROWS).mapToDouble(row -> row < 3 ? row : random.nextInt(3)).toArray();
        return classes(3, shares, actual, weights);
    }

    private static Predictions weighing(Predictions one, double[] weights) {
        return new Predictions(one.probabilities(), one.values(), one.actual(), weights);
    }

    private static int[] shuffled(int rows, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, rows).mapToObj(i -> new double[] {i, random.nextDouble()})
                .sorted((a, b) -> Double.compare(a[1], b[1])).mapToInt(pair -> (int) pair[0]).toArray();
    }

    /** A weight of 3 is a row that stands there three times. */
    @ParameterizedTest
    @EnumSource(ScoreMetric.class)
    void aWeightIsHowOftenARowCounts(ScoreMetric metric) {
        for (int seed = 0; seed < 5; seed++) {
            Predictions once = any(metric, seed);
            int[] often = IntStream.range(0, ROWS).flatMap(row -> IntStream.generate(() -> row).limit((long) once.weights()[row]))
                    .toArray();
            Predictions repeated = Mixture.rows(weighing(once, EVEN), often);
            assertThat(metric.of(once)).as("seed %d", seed).matches(Double::isFinite).isCloseTo(metric.of(repeated), within(1e-9));
            assertThat(metric.of(once)).as("weights tell").isNotEqualTo(metric.of(weighing(once, EVEN)));
        }
    }

    @ParameterizedTest
    @EnumSource(ScoreMetric.class)
    void neitherTheOrderOfRowsNorTheUnitOfWeightsTells(ScoreMetric metric) {
        for (int seed = 0; seed < 5; seed++) {
            Predictions rows = any(metric, seed);
            double score = metric.of(rows);
            assertThat(metric.of(Mixture.rows(rows, shuffled(ROWS, seed)))).isCloseTo(score, within(1e-12 * Math.max(1, Math.abs(score))));
            double[] other = Arrays.stream(rows.weights()).map(each -> each * 0.37).toArray();
            assertThat(metric.of(weighing(rows, other))).isCloseTo(score, within(1e-12 * Math.max(1, Math.abs(score))));
        }
    }

    /** One answer that is no number takes the score, however little its row counts. */
    @ParameterizedTest
    @EnumSource(ScoreMetric.class)
    void anAnswerThatIsNoNumberIsNotLeftOut(ScoreMetric metric) {
        Predictions rows = any(metric, 1);
        boolean numbers = rows.probabilities() == null;
        double[] said = (numbers ? rows.values() : rows.probabilities().values()).clone();
        Arrays.fill(said, 0, numbers ? 1 : 3, Double.NaN);
        double[] weights = rows.weights().clone();
        weights[0] = 1e-6;
        Predictions lost = numbers ? numbers(said, rows.actual(), weights) : classes(3, said, rows.actual(), weights);
        assertThat(metric.of(weighing(rows, weights))).matches(Double::isFinite);
        assertThat(metric.of(lost)).isNaN();
    }

    /** Errors −1, 0 and 3 that count 1, 2 and 1; the weighted mean of the targets is 1.75, their squares about it 0.75. */
    @Test
    void scoresOfNumbersWithWeights() {
        Predictions three = numbers(new double[] {1, 2, 4}, new double[] {2, 2, 1}, 1, 2, 1);
        double[] expected = {Math.sqrt(10.0 / 4), 1, 1 - 10 / 0.75, 3.5 / 4, 2.8 / 4, 1.2 / 4};
        List<ScoreMetric> metrics = ScoreMetric.fitting(TaskKind.REGRESSION);
        assertThat(metrics.stream().mapToDouble(each -> each.of(three)).toArray()).containsExactly(expected, within(1e-12));
    }

    /** Right, right, wrong, and of two equal shares the first, which is wrong: by weights 1, 3, 2 and 2. */
    @Test
    void scoresOfClassesWithWeights() {
        Predictions four = classes(2, new double[] {0.8, 0.2, 0.4, 0.6, 0.3, 0.7, 0.5, 0.5}, new double[] {0, 1, 0, 1}, 1, 3, 2, 2);
        assertThat(ScoreMetric.ACCURACY.of(four)).isCloseTo(4.0 / 8, within(1e-12));
        assertThat(ScoreMetric.BALANCED_ACCURACY.of(four)).isCloseTo((1.0 / 3 + 3.0 / 5) / 2, within(1e-12));
        double first = 2.0 / 6;
        double second = 6.0 / 10;
        assertThat(ScoreMetric.MACRO_F1.of(four)).isCloseTo((first + second) / 2, within(1e-12));
        assertThat(ScoreMetric.WEIGHTED_F1.of(four)).isCloseTo((3 * first + 5 * second) / 8, within(1e-12));
        assertThat(ScoreMetric.MCC.of(four)).isCloseTo((3 - 4) / Math.sqrt(3.0 * 5 * 3 * 5), within(1e-12));
        double loss = -(Math.log(0.8) + 3 * Math.log(0.6) + 2 * Math.log(0.3) + 2 * Math.log(0.5)) / 8;
        assertThat(ScoreMetric.LOG_LOSS.of(four)).isCloseTo(loss, within(1e-12));
    }

    /** The share of pairs, one of the class and one not, in which the one of the class is given more; equal ones count half. */
    @Test
    void theAreaUnderTheCurveIsTheShareOfPairsInOrder() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            double[] shares = new double[2 * ROWS];
            Arrays.setAll(shares, i -> i % 2 == 0 ? random.nextInt(6) / 5.0 : 1 - shares[i - 1]);
            double[] actual = IntStream.range(0, ROWS).mapToDouble(i -> i < 2 ? i : random.nextInt(2)).toArray();
            double[] weights = random.doubles(ROWS, 0.5, 3).toArray();
            double area = ScoreMetric.ROC_AUC.of(classes(2, shares, actual, weights));
            assertThat(area).isCloseTo(pairs(shares, actual, weights), within(1e-12));
        }
    }

    private static double pairs(double[] shares, double[] actual, double[] weights) {
        double ordered = 0;
        double all = 0;
        for (int one = 0; one < ROWS; one++) {
            for (int other = 0; other < ROWS; other++) {
                if (actual[one] == 1 && actual[other] == 0) {
                    double pair = weights[one] * weights[other];
                    all += pair;
                    ordered += pair * (1 + Math.signum(shares[2 * one + 1] - shares[2 * other + 1])) / 2;
                }
            }
        }
        return ordered / all;
    }

    /** Where all held out rows are of one class no order of two can be right or wrong; what can be told still is. */
    @Test
    void rowsOfASingleClassHaveTheScoresThatAreDefined() {
        Predictions one = classes(3, new double[] {0.7, 0.2, 0.1, 0.2, 0.5, 0.3}, new double[] {0, 0});
        assertThat(ScoreMetric.ACCURACY.of(one)).isEqualTo(0.5);
        assertThat(ScoreMetric.BALANCED_ACCURACY.of(one)).isEqualTo(0.5);
        assertThat(ScoreMetric.LOG_LOSS.of(one)).isCloseTo(-(Math.log(0.7) + Math.log(0.2)) / 2, within(1e-12));
        assertThat(ScoreMetric.MCC.of(one)).isZero();
        assertThat(ScoreMetric.ROC_AUC.of(one)).isNaN();
    }

    /** What would be right of every row has the best score there is. */
    @ParameterizedTest
    @EnumSource(ScoreMetric.class)
    void whatIsRightIsBest(ScoreMetric metric) {
        Prepared prepared = metric.fits(TaskKind.REGRESSION) ? Samples.prepared("diabetes") : Samples.iris();
        Predictions right = Predictions.right(prepared.validation(), prepared);
        assertThat(metric.of(right)).isCloseTo(metric.higherIsBetter() ? 1 : 0, within(1e-12));
    }

    @Test
    void outputsAreTakenInTheUnitsOfTheTarget() {
        Prepared diabetes = Samples.prepared("diabetes");
        Examples rows = diabetes.validation();
        Predictions asIs = Predictions.of(rows, rows.targets(), 1, diabetes.preprocessing(), Loss.MSE);
        assertThat(asIs.values()).isEqualTo(asIs.actual());
        assertThat(Arrays.stream(asIs.actual()).allMatch(each -> Math.abs(each - Math.rint(each)) < 1e-9 && each > 20)).isTrue();
        double[] moved = Arrays.stream(rows.targets()).map(each -> each + 1).toArray();
        double unit = diabetes.preprocessing().decode(1) - diabetes.preprocessing().decode(0);
        assertThat(ScoreMetric.RMSE.of(Predictions.of(rows, moved, 1, diabetes.preprocessing(), Loss.MSE))).isCloseTo(unit, within(1e-9));
    }

    @Test
    void aHundredthIsNegligibleOfSharesAndOfWhatTheUsualIsElse() {
        for (ScoreMetric metric : ScoreMetric.values()) {
            boolean measured = List.of("logLoss", "rmse", "mae", "quantile10", "quantile90").contains(metric.key());
            assertThat(metric.negligible(250)).as(metric.key()).isEqualTo(measured ? 2.5 : 0.01);
            assertThat(metric.negligible(-250)).as(metric.key()).isEqualTo(metric.negligible(250));
        }
    }
}
