package downhill.analysis.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.score.ContenderAnswers;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** What holds of curves of classes whatever the answers are, and of answers at the edge. */
class ClassCurveLawsTest {
    private static final List<BiFunction<ContenderAnswers, Integer, ClassCurve>> ALL = List.of(ClassCurve::roc, ClassCurve::precisionRecall,
            ClassCurve::gain);

    private static void assertSame(ClassCurve found, ClassCurve expected) {
        assertThat(found.values()).isEqualTo(expected.values());
        assertThat(found.band().mean()).isEqualTo(expected.band().mean());
    }

    private static void assertNear(ClassCurve found, ClassCurve expected, double near) {
        assertThat(found.values()).containsExactly(expected.values(), within(near));
        assertThat(found.band().mean()).containsExactly(expected.band().mean(), within(near));
    }

    /** Empty bins as a number that no share is. */
    private static double[] known(double[] shares) {
        return Arrays.stream(shares).map(share -> Double.isNaN(share) ? -1 : share).toArray();
    }

    @Test
    void aWeightIsThatManyRows() {
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            int rows = 5 + random.nextInt(40);
            double[] said = MadeAnswers.probabilities(random, rows);
            boolean[] positive = MadeAnswers.kinds(random, rows);
            double[] weights = random.ints(rows, 1, 5).asDoubleStream().toArray();
            ContenderAnswers weighted = MadeAnswers.of(MadeAnswers.run(0, said, positive, weights));
            ContenderAnswers repeated = MadeAnswers.of(MadeAnswers.repeated(said, positive, weights));
            ALL.forEach(curve -> assertNear(curve.apply(weighted, 1), curve.apply(repeated, 1), 1e-12));
            Calibration calibration = Calibration.ofClass(weighted, 1, 10);
            assertThat(known(calibration.observed())).containsExactly(known(Calibration.ofClass(repeated, 1, 10).observed()),
                    within(1e-12));
            assertThat(calibration.errors()).containsExactly(Calibration.ofClass(repeated, 1, 10).errors(), within(1e-12));
            assertThat(Thresholds.of(weighted, 1, 3, 2).cost().mean())
                    .containsExactly(Thresholds.of(repeated, 1, 3, 2).cost().mean(), within(1e-12));
        }
    }

    /** Curves look at the order alone. */
    @Test
    void probabilitiesThatAreBentButKeepTheirOrderHaveTheSameCurves() {
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            double[] said = MadeAnswers.probabilities(random, 40);
            boolean[] positive = MadeAnswers.kinds(random, 40);
            ContenderAnswers plain = MadeAnswers.of(MadeAnswers.run(0, said, positive));
            ContenderAnswers bent = MadeAnswers.of(MadeAnswers.run(0, Arrays.stream(said).map(p -> p * p * 0.5).toArray(), positive));
            ALL.forEach(curve -> assertSame(curve.apply(bent, 1), curve.apply(plain, 1)));
        }
    }

    @Test
    void theRestOfTwoClassesIsTheOtherSeenFromTheOtherCorner() {
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            double[] weights = random.doubles(35, 0.1, 3).toArray();
            ContenderAnswers answers = MadeAnswers.of(MadeAnswers.run(0, MadeAnswers.probabilities(random, 35),
                    MadeAnswers.kinds(random, 35), weights));
            assertThat(ClassCurve.roc(answers, 0).values()).containsExactly(ClassCurve.roc(answers, 1).values(), within(1e-12));
        }
    }

    /** Whatever weights that are no whole numbers round to: each ends at 1, and none goes back. */
    @Test
    void curvesRiseToTheirEnd() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            int rows = 2 + random.nextInt(30);
            double[] weights = random.ints(rows, 1, 9).mapToDouble(each -> each / 10.0).toArray();
            boolean[] positive = MadeAnswers.kinds(random, rows);
            ContenderAnswers answers = MadeAnswers.of(MadeAnswers.run(0, MadeAnswers.probabilities(random, rows), positive, weights));
            for (ClassCurve curve : List.of(ClassCurve.roc(answers, 1), ClassCurve.gain(answers, 1))) {
                double[] mean = curve.band().mean();
                assertThat(mean).isSortedAccordingTo((a, b) -> a > b + 1e-12 ? 1 : 0);
                assertThat(mean[0]).isZero();
                assertThat(mean[100]).isCloseTo(1, within(1e-12));
            }
            double share = 0;
            double all = 0;
            for (int i = 0; i < rows; i++) {
                share += positive[i] ? weights[i] : 0;
                all += weights[i];
            }
            assertThat(ClassCurve.precisionRecall(answers, 1).band().mean()[100]).as("to find all, no less than the share")
                    .isBetween(share / all - 1e-12, 1.0);
        }
    }

    @Test
    void oneProbabilityForAllIsNoBetterThanChance() {
        boolean[] positive = new boolean[20];
        Arrays.fill(positive, 0, 5, true);
        double[] said = new double[20];
        Arrays.fill(said, 0.3);
        ContenderAnswers answers = MadeAnswers.of(MadeAnswers.run(0, said, positive));
        ClassCurve roc = ClassCurve.roc(answers, 1);
        assertThat(roc.values()).containsExactly(0.5);
        assertThat(roc.band().mean()).containsExactly(roc.band().x(), within(1e-12));
        assertThat(ClassCurve.gain(answers, 1).band().mean()).containsExactly(roc.band().x(), within(1e-12));
        assertThat(ClassCurve.gain(answers, 1).lift().band().mean()).containsOnly(new double[] {1}, within(1e-12));
        assertThat(Arrays.stream(ClassCurve.precisionRecall(answers, 1).band().mean()).skip(1)).allMatch(each -> each == 0.25);
        assertThat(ClassCurve.precisionRecall(answers, 1).values()).containsExactly(0.25);
    }

    /** A quarter is of the class, and stands first: a tenth of the rows has a tenth out of a quarter of it, the lift is 4. */
    @Test
    void whoKnowsAllFindsAllFirst() {
        boolean[] positive = new boolean[40];
        Arrays.fill(positive, 0, 10, true);
        double[] said = new double[40];
        Arrays.setAll(said, i -> 1 - i / 40.0);
        ContenderAnswers answers = MadeAnswers.of(MadeAnswers.run(0, said, positive));
        assertThat(ClassCurve.roc(answers, 1).values()).containsExactly(1);
        assertThat(Arrays.stream(ClassCurve.roc(answers, 1).band().mean()).skip(1)).containsOnly(1.0);
        assertThat(ClassCurve.precisionRecall(answers, 1).band().mean()).containsOnly(1);
        ClassCurve gain = ClassCurve.gain(answers, 1);
        assertThat(gain.band().mean()[10]).isCloseTo(0.4, within(1e-12));
        assertThat(gain.band().mean()[25]).isCloseTo(1, within(1e-12));
        assertThat(gain.lift().values()).containsExactly(new double[] {4}, within(1e-12));
        assertThat(gain.lift().band().mean()[0]).as("at no rows that of the first place").isCloseTo(4, within(1e-12));
    }

    /** A fold of one kind of rows, of one row, or with an answer that is no number, has no curve and takes none from the others. */
    @Test
    void foldsWithoutACurveLeaveThoseOfTheOthers() {
        Random random = new Random(3);
        double[] said = MadeAnswers.probabilities(random, 30);
        boolean[] positive = MadeAnswers.kinds(random, 30);
        double[] spoilt = said.clone();
        spoilt[7] = Double.NaN;
        ContenderAnswers one = MadeAnswers.of(MadeAnswers.run(0, said, positive));
        ContenderAnswers four = MadeAnswers.of(MadeAnswers.run(0, said, positive), MadeAnswers.run(1, said, new boolean[30]),
                MadeAnswers.run(2, new double[] {0.7}, new boolean[] {true}), MadeAnswers.run(3, spoilt, positive));
        assertSame(ClassCurve.roc(four, 1), ClassCurve.roc(one, 1));
        assertSame(ClassCurve.gain(four, 1), ClassCurve.gain(one, 1));
        assertThat(ClassCurve.roc(four, 1).band().count(50)).isEqualTo(1);
        assertThat(ClassCurve.roc(four, 1).band().low()).as("one curve has no width").isEqualTo(ClassCurve.roc(four, 1).band().mean());
        assertThat(ClassCurve.precisionRecall(four, 1).values()).as("of one row that is of the class there is a precision").hasSize(2);
        assertThat(ClassCurve.roc(MadeAnswers.of(), 1).band().mean()).containsOnly(Double.NaN);
    }
}
