package downhill.analysis.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** What holds of profiles whatever the scores are, some of which are equal and some no numbers. */
class ProfileLawsTest {
    private static final double NONE = Double.NaN;

    /** Whole numbers from 0 to 4, one in six no number. */
    private static double[] scores(Random random, int count) {
        return random.ints(count, 0, 6).mapToDouble(i -> i == 5 ? NONE : i).toArray();
    }

    @Test
    void moreTrialsAreNeverWorse() {
        for (int seed = 0; seed < 60; seed++) {
            double[] values = scores(new Random(seed), 1 + seed % 9);
            for (boolean higher : new boolean[] {false, true}) {
                BestOfK found = BestOfK.of(values, higher);
                double sign = higher ? 1 : -1;
                for (int k = 0; k < values.length; k++) {
                    double[] curves = {sign * found.low()[k], sign * found.expected()[k], sign * found.high()[k]};
                    assertThat(curves).doesNotContain(NONE);
                    assertThat(curves[0]).isLessThanOrEqualTo(curves[2]);
                    assertThat(k == 0 || found.expected()[k] == found.expected()[k - 1]
                            || curves[1] > sign * found.expected()[k - 1] - 1e-12).isTrue();
                }
                double best = DoubleStream.of(values).filter(value -> !Double.isNaN(value)).map(value -> sign * value).max()
                        .orElse(Double.NEGATIVE_INFINITY);
                assertThat(sign * found.expected()[values.length - 1] == best).as("of all the best").isTrue();
            }
        }
    }

    @Test
    void profilesRiseAndAtOneAreHowOftenOneIsBest() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            double[][] sets = new double[1 + seed % 8][];
            Arrays.setAll(sets, i -> scores(random, 3));
            PerformanceProfile found = PerformanceProfile.of(sets, false);
            assertThat(found.taus()).isSorted().startsWith(1);
            for (int contender = 0; contender < 3; contender++) {
                int one = contender;
                assertThat(found.shares()[contender]).isSorted();
                double best = Arrays.stream(sets).filter(set -> Arrays.stream(set).allMatch(other -> !(other < set[one]))
                        && !Double.isNaN(set[one])).count();
                assertThat(found.shares()[contender][0]).isCloseTo(best / sets.length, within(1e-12));
            }
            PerformanceProfile scaled = PerformanceProfile.of(Arrays.stream(sets).map(set -> Arrays.stream(set).map(x -> 8 * x).toArray())
                    .toArray(double[][]::new), false);
            assertThat(scaled.shares()).as("the unit of a loss does not matter").isEqualTo(found.shares());
        }
    }

    @Test
    void ofASetOnWhichAllDivergedNobodyIsTheBest() {
        PerformanceProfile found = PerformanceProfile.of(new double[][] {{NONE, NONE}, {0, 3}}, false);
        assertThat(found.shares()[0]).containsOnly(0.5);
        assertThat(found.shares()[1]).as("infinitely far from none").containsOnly(0);
        assertThat(found.taus()[100]).isEqualTo(2);
    }

    /** Ranks of each step add up to those of 1 to k; turned round they are the same. */
    @Test
    void ranksAreSharedOutAmongAll() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            double[][][] scores = new double[4][3][];
            Arrays.stream(scores).forEach(runs -> Arrays.setAll(runs, run -> scores(random, 5)));
            double[][][] turned = Arrays.stream(scores)
                    .map(runs -> Arrays.stream(runs).map(run -> Arrays.stream(run).map(x -> -x).toArray())
                    .toArray(double[][]::new)).toArray(double[][][]::new);
            double[] steps = {1, 2, 3, 4, 5};
            List<String> names = List.of("a", "b", "c", "d");
            Ranks found = Ranks.of(new Progression(steps, names, scores), false);
            assertThat(Ranks.of(new Progression(steps, names, turned), true).ranks()).isEqualTo(found.ranks());
            for (int step = 0; step < 5; step++) {
                int at = step;
                assertThat(Arrays.stream(found.ranks()).mapToDouble(each -> each[at]).sum()).isCloseTo(10, within(1e-9));
            }
        }
    }

    @Test
    void anEqualLeadIsNoFlip() {
        Ranks found = Ranks.of(new Progression(new double[] {1, 2, 3}, List.of("a", "b"), new double[][][] {{{1, 2, 1}}, {{2, 2, 2}}}),
                false);
        assertThat(found.ranks()[0]).containsExactly(1, 1.5, 1);
        assertThat(found.flips()).isEmpty();
        Ranks lost = Ranks.of(new Progression(new double[] {1, 2}, List.of("a", "b"), new double[][][] {{{NONE, NONE}}, {{NONE, 2}}}),
                false);
        assertThat(lost.ranks()[0]).as("who diverged is behind, two of them level").containsExactly(1.5, 2);
        assertThat(lost.flips()).containsExactly(1);
    }

    @Test
    void aTargetReachedOnceStaysReached() {
        double[] steps = {1, 2, 3, 4};
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            Progression one = new Progression(steps, List.of("a"),
                    new double[][][] {{scores(random, 4), scores(random, 4), scores(random, 4)}});
            double before = 0;
            for (double target = 0; target <= 4; target++) {
                TimeToTarget found = TimeToTarget.of(one, 0, target, false);
                assertThat(found.reached()).isSorted();
                assertThat(found.reached()[3]).as("an easier target is reached by as many").isGreaterThanOrEqualTo(before);
                assertThat(Arrays.stream(found.times())).allMatch(time -> Double.isInfinite(time) || time >= 1 && time <= 4);
                before = found.reached()[3];
            }
        }
        assertThat(new TimeToTarget(new double[] {4, 2}, new double[0], new double[0]).median()).as("the later of two").isEqualTo(4);
        assertThat(new TimeToTarget(new double[0], new double[0], new double[0]).median()).isNaN();
    }

    /** Losses that grow with the square of the logarithm's distance: the bound lies on the straight line between two places. */
    @Test
    void aWiderMarginNeverNarrowsTheGoodRegion() {
        double[] rates = DoubleStream.iterate(1e-4, rate -> rate * 10).limit(6).toArray();
        for (int seed = 0; seed < 40; seed++) {
            double[] losses = scores(new Random(seed), 6);
            double before = -1;
            for (double margin : new double[] {0, 0.3, 1, 2.5, 9}) {
                GoodRegion found = GoodRegion.of(rates, losses, margin, false);
                if (found == null) {
                    continue;
                }
                assertThat(found.low()).isLessThanOrEqualTo(found.best());
                assertThat(found.high()).isGreaterThanOrEqualTo(found.best());
                assertThat(found.decades()).isGreaterThanOrEqualTo(before - 1e-12).isLessThanOrEqualTo(5 + 1e-12);
                GoodRegion turned = GoodRegion.of(rates, Arrays.stream(losses).map(loss -> -loss).toArray(), margin, true);
                assertThat(turned).isEqualTo(found);
                before = found.decades();
            }
        }
        GoodRegion alone = GoodRegion.of(new double[] {0.1, 1, 10}, new double[] {NONE, 2, NONE}, 1, false);
        assertThat(alone).isEqualTo(new GoodRegion(1, 1, 1, 0, true));
    }
}
