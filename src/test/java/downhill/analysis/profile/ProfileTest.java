package downhill.analysis.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.score.ContenderScores;
import downhill.analysis.score.FoldScore;
import downhill.race.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProfileTest {
    private static final Progression TWO = new Progression(new double[] {10, 20, 30}, List.of("A", "B"), new double[][][] {
        {{0.9, 0.5, 0.4}, {0.8, 0.6, Double.NaN}}, {{0.7, 0.6, 0.2}, {0.8, 0.7, 0.3}}});

    /** The best of all sets of k, by trying them all. */
    private static double[] bests(double[] values, int k) {
        List<Double> bests = new ArrayList<>();
        for (int set = 0; set < 1 << values.length; set++) {
            int chosen = set;
            if (Integer.bitCount(set) == k) {
                bests.add(IntStream.range(0, values.length).filter(i -> (chosen >> i & 1) == 1).mapToDouble(i -> values[i]).max()
                        .orElseThrow());
            }
        }
        return bests.stream().mapToDouble(each -> each).sorted().toArray();
    }

    @Test
    void theBestOfKIsTheMeanOverAllSetsOfK() {
        double[] values = new Random(2).doubles(9).toArray();
        BestOfK found = BestOfK.of(values, true);
        BestOfK mirrored = BestOfK.of(Arrays.stream(values).map(value -> -value).toArray(), false);
        for (int k = 1; k <= values.length; k++) {
            double[] bests = bests(values, k);
            assertThat(found.expected()[k - 1]).isCloseTo(Arrays.stream(bests).average().orElseThrow(), within(1e-12));
            assertThat(found.low()[k - 1]).isEqualTo(bests[(int) Math.ceil(bests.length * 0.25) - 1]);
            assertThat(found.high()[k - 1]).isEqualTo(bests[(int) Math.ceil(bests.length * 0.75) - 1]);
            assertThat(mirrored.expected()[k - 1]).isCloseTo(-found.expected()[k - 1], within(1e-12));
        }
    }

    @Test
    void whereAllOfKMayHaveDivergedNothingIsExpected() {
        BestOfK found = BestOfK.of(new double[] {0.5, Double.NaN, Double.NaN, 0.3}, false);
        assertThat(found.expected()[1]).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(found.expected()[2]).isCloseTo(0.5 * 0.25 + 0.3 * 0.75, within(1e-12));
        assertThat(BestOfK.of(new Random(1).doubles(2000).toArray(), true).expected()[1999]).as("no overflow").isLessThanOrEqualTo(1);
    }

    @Test
    void timeToATargetIsTheFirstLookThatIsAsGood() {
        TimeToTarget found = TimeToTarget.of(TWO, 0, 0.5, false);
        assertThat(found.times()).containsExactly(20, Double.POSITIVE_INFINITY);
        assertThat(found.reached()).containsExactly(0, 0.5, 0.5);
        assertThat(found.median()).isEqualTo(Double.POSITIVE_INFINITY);
        TimeToTarget other = TimeToTarget.of(TWO, 1, 0.65, false).in(0.5);
        assertThat(other.times()).containsExactly(10, 15);
        assertThat(other.places()).containsExactly(5, 10, 15);
        assertThat(other.median()).isEqualTo(15);
        assertThat(TimeToTarget.of(TWO, 0, 0.85, true).times()).containsExactly(10, Double.POSITIVE_INFINITY);
    }

    @Test
    void ranksShareTiesAndFlipsAreMarked() {
        Ranks found = Ranks.of(TWO, false);
        assertThat(found.ranks()[0]).containsExactly(1.75, 1, 2);
        assertThat(found.ranks()[1]).containsExactly(1.25, 2, 1);
        assertThat(found.flips()).containsExactly(1, 2);
    }

    @Test
    void looksAtPartsAreOnesOfAllFoldsWhereAllWereLookedAt() {
        Progression found = Progression.of(List.of(List.of(look(5, 0, 0.9), look(10, 0, 0.8), look(20, 0, 0.7)),
                List.of(look(10, 1, 0.6), look(20, 1, 0.5))));
        assertThat(found.steps()).containsExactly(10, 20);
        assertThat(found.scores()[0]).isEqualTo(new double[][] {{0.8, 0.7}, {0.6, 0.5}});
    }

    private static Progression.Look look(long step, int fold, double value) {
        return new Progression.Look(step,
                List.of(new ContenderScores("a", "A", List.of(new FoldScore(0, fold, 1, value, Outcome.RUNNING, step)))));
    }

    @Test
    void theGoodRegionIsAsWideAsTheScoreIsNearlyTheBest() {
        double[] rates = {1e-4, 1e-3, 1e-2, 1e-1, 1};
        GoodRegion found = GoodRegion.of(rates, new double[] {1, 0.6, 0.2, 0.4, Double.NaN}, 0.1, false);
        assertThat(found.best()).isEqualTo(1e-2);
        assertThat(found.low()).isCloseTo(Math.pow(10, -2.25), within(1e-12));
        assertThat(found.high()).isCloseTo(Math.pow(10, -1.5), within(1e-12));
        assertThat(found.decades()).isCloseTo(0.75, within(1e-12));
        assertThat(found.ends()).isTrue();
        GoodRegion open = GoodRegion.of(rates, new double[] {0.9, 0.9, 0.8, 0.9, Double.NaN}, 0.2, true);
        assertThat(open.low()).isEqualTo(1e-4);
        assertThat(open.high()).as("beside one that diverged").isEqualTo(0.1);
        assertThat(open.ends()).isFalse();
        assertThat(GoodRegion.of(rates, new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN}, 1, true)).isNull();
    }

    /** Losses 1, 2 and 4, 2; and one that diverged. */
    @Test
    void theProfileIsTheShareOfSetsWithinTauTimesTheBest() {
        PerformanceProfile found = PerformanceProfile.of(new double[][] {{1, 2}, {4, 2}, {3, Double.NaN}, {0, 0}}, false);
        assertThat(found.taus()[0]).isEqualTo(1);
        assertThat(found.taus()[100]).isEqualTo(2);
        assertThat(found.shares()[0][0]).isEqualTo(0.75);
        assertThat(found.shares()[0][100]).isEqualTo(1);
        assertThat(found.shares()[1][0]).isEqualTo(0.5);
        assertThat(found.shares()[1][100]).isEqualTo(0.75);
        PerformanceProfile scores = PerformanceProfile.of(new double[][] {{0.9, 0.8}}, true);
        assertThat(scores.shares()[1][99]).isZero();
        assertThat(scores.taus()[100]).isCloseTo(2, within(1e-9));
    }

    @Test
    void timeToATargetIsToldInStepsGradientsAndSeconds() {
        TimeToTarget half = new TimeToTarget(new double[] {10, 20, 40}, new double[0], new double[0]);
        assertThat(half.said("A", "0.9", new StepCost(16, 0.001)).toString()).contains("0.9 by step 20").contains("320 gradients")
                .contains("0.02 s");
        assertThat(half.said("A", "0.9", new StepCost(16, Double.NaN)).toString()).contains("320 gradients").doesNotContain(" s ");
        double never = Double.POSITIVE_INFINITY;
        assertThat(new TimeToTarget(new double[] {10, never, never}, new double[0], new double[0]).said("A", "0.9", new StepCost(1, 1))
                .toString()).contains("1 of 3 runs");
    }
}
