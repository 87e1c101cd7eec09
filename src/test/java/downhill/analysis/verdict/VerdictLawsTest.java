package downhill.analysis.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.score.ScoreMetric;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a verdict must say alike however its scores are handed in, and of scores at the edge. */
class VerdictLawsTest {
    private static Verdict verdict(boolean higher, double ratio, double margin, double[]... scores) {
        return Verdict.of(Arrays.stream(scores).map(each -> new Scored("c" + each[0], new double[][] {each})).toList(), higher, ratio,
                margin, 1);
    }

    private static double[] negated(double[] values) {
        return Arrays.stream(values).map(value -> -value).toArray();
    }

    /** Scores turned round with what is better turned round say the same; so does the other order of the two. */
    @Test
    void itDoesNotMatterWhichWayIsBetterNorWhoIsNamedFirst() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            double[] a = random.doubles(6).toArray();
            double[] b = random.doubles(6).toArray();
            b[2] = a[2];
            Pair pair = verdict(true, 0.25, 0.05, a, b).pairs().get(0);
            Pair turned = verdict(false, 0.25, 0.05, negated(a), negated(b)).pairs().get(0);
            Pair swapped = verdict(true, 0.25, 0.05, b, a).pairs().get(0);
            assertThat(new double[] {turned.better(), turned.equivalent(), turned.worse(), turned.improvement(), turned.needed()})
                    .containsExactly(new double[] {pair.better(), pair.equivalent(), pair.worse(), pair.improvement(), pair.needed()},
                            within(1e-12));
            assertThat(new double[] {swapped.worse(), swapped.equivalent(), swapped.better(), 1 - swapped.improvement(), swapped.needed()})
                    .containsExactly(new double[] {pair.better(), pair.equivalent(), pair.worse(), pair.improvement(), pair.needed()},
                            within(1e-12));
            assertThat(pair.better() + pair.equivalent() + pair.worse()).isCloseTo(1, within(1e-12));
            assertThat(verdict(true, 0.25, 0.05, a, b).between(1, 0).better()).isEqualTo(pair.worse());
        }
    }

    /** What the folds share makes everything less sure; a wider margin makes more of it equivalent. */
    @Test
    void overlapMakesLessSureAndAMarginMoreEquivalent() {
        double[] a = {0.91, 0.93, 0.92, 0.95, 0.94};
        double[] b = {0.90, 0.90, 0.91, 0.93, 0.90};
        double before = 1;
        for (double ratio : new double[] {0, 0.1, 0.25, 1}) {
            double better = verdict(true, ratio, 0.005, a, b).pairs().get(0).better();
            assertThat(better).isLessThan(before).isGreaterThan(0.5);
            before = better;
        }
        double equivalent = 0;
        for (double margin : new double[] {0.001, 0.01, 0.05, 0.2}) {
            double now = verdict(true, 0.25, margin, a, b).pairs().get(0).equivalent();
            assertThat(now).isGreaterThan(equivalent);
            equivalent = now;
        }
    }

    @Test
    void onAMarginThatIsReachedExactlyTwinsAreEquivalent() {
        Pair pair = verdict(true, 0.25, 0.25, new double[] {1, 0.5}, new double[] {0.75, 0.25}).pairs().get(0);
        assertThat(pair.equivalent()).isEqualTo(1);
        assertThat(pair.test().p()).as("and yet they differ").isZero();
    }

    /** One of ten on all data sets before the other: no statistic could be larger, and rounding does not make nothing of it. */
    @Test
    void whoIsFirstEverywhereIsNotTakenForChance() {
        for (int sets = 2; sets <= 60; sets++) {
            for (int k = 2; k <= 6; k++) {
                double[][] scores = new double[sets][k];
                Arrays.stream(scores).forEach(set -> Arrays.setAll(set, i -> i));
                Friedman found = Friedman.of(scores, true);
                assertThat(found.pOfF()).as("%s sets, %s contenders", sets, k).isZero();
                assertThat(found.ranks()[0]).isEqualTo(k);
                double[][] twins = new double[sets][k + 1];
                Arrays.stream(twins).forEach(set -> Arrays.setAll(set, i -> Math.max(1, i)));
                assertThat(Friedman.of(twins, true).pOfF()).as("two of them twins").isZero();
            }
        }
    }

    @Test
    void whereAllAreEqualEverywhereThereIsNoDifference() {
        Friedman found = Friedman.of(new double[12][3], false);
        assertThat(found.ranks()).containsOnly(2);
        assertThat(new double[] {found.chiSquare(), found.p(), found.f(), found.pOfF()}).containsExactly(0, 1, 0, 1);
    }

    /** The sum of all ranks is that of 1 to k, and ranks are those of the scores turned round. */
    @Test
    void ranksAreSharedOut() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            int k = 2 + random.nextInt(9);
            double[][] scores = new double[3 + random.nextInt(20)][];
            Arrays.setAll(scores, i -> random.ints(k, 0, 6).asDoubleStream().map(x -> x == 5 ? Double.POSITIVE_INFINITY : x).toArray());
            Friedman found = Friedman.of(scores, false);
            assertThat(Arrays.stream(found.ranks()).sum()).isCloseTo(k * (k + 1) / 2.0, within(1e-9));
            Friedman turned = Friedman.of(Arrays.stream(scores).map(VerdictLawsTest::negated).toArray(double[][]::new), true);
            assertThat(turned.ranks()).containsExactly(found.ranks());
            assertThat(found.p()).isBetween(0.0, 1.0);
            assertThat(found.pOfF()).isBetween(0.0, 1.0);
        }
        assertThat(Friedman.of(new double[][] {new double[11], new double[11]}, true).difference()).as("no critical value").isNaN();
    }

    /** Where so many samples have too many that diverged that an end of the interval lies beside them, it is with them. */
    @Test
    void theIntervalIsNeverNoNumberWhereScoresAreInfinite() {
        double[][] strata = {new double[24]};
        Arrays.setAll(strata[0], i -> i);
        Arrays.fill(strata[0], 0, 3, Double.NEGATIVE_INFINITY);
        for (long seed = 10; seed < 20; seed++) { // of 16 the end lies between one that is infinite and one that is not
            InterquartileMean found = InterquartileMean.of(strata, seed);
            assertThat(found.low()).as("seed %s", seed).isLessThanOrEqualTo(found.value());
            assertThat(found.high()).isGreaterThanOrEqualTo(found.value());
        }
    }

    @Test
    void theSentenceTellsOfEachOther() {
        double lost = Double.NaN;
        Verdict verdict = Verdict.of(List.of(new Scored("best", new double[][] {{0.90, 0.91, 0.92, 0.90, 0.91}}),
                new Scored("twin", new double[][] {{0.90, 0.91, 0.92, 0.90, 0.91}}),
                new Scored("worse", new double[][] {{0.50, 0.51, 0.52, 0.50, 0.51}}),
                new Scored("unsure", new double[][] {{0.80, 0.99, 0.85, 0.97, 0.90}}),
                new Scored("lost", new double[][] {{0.90, lost, 0.92, 0.90, 0.91}})), true, 0.25, 0.01, 1);
        VerdictSentence sentence = new VerdictSentence(verdict, ScoreMetric.ACCURACY.said(), 5, true);
        assertThat(sentence.said().toString()).contains("best has accuracy", "the same as twin").contains("better than worse (probability")
                .contains("equivalent to twin (probability 100 %)").contains("No difference is shown to unsure")
                .contains("not compared with lost").contains("lost diverged on 1 of 5 folds");
        assertThat(new VerdictSentence(verdict, ScoreMetric.ACCURACY.said(), 5, false).moreRepeats())
                .as("rows in time cannot be divided anew").isZero();
    }
}
