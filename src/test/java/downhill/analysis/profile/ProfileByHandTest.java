package downhill.analysis.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Profiles against counting them out, and what changes nothing in them. */
class ProfileByHandTest {
    private static double[][] positive(int seed, int sets, int contenders) {
        Random random = new Random(seed);
        return IntStream.range(0, sets).mapToObj(i -> random.doubles(contenders, 0.1, 1).toArray()).toArray(double[][]::new);
    }

    /** Where nobody diverged nor is a hundred times as bad, in the end all sets are within reach of all. */
    @Test
    void profilesAreTheCountsAndEndAtOne() {
        for (int seed = 0; seed < 20; seed++) {
            double[][] sets = positive(seed, 1 + seed % 6, 4);
            PerformanceProfile found = PerformanceProfile.of(sets, false);
            for (int one = 0; one < 4; one++) {
                assertThat(found.shares()[one][found.taus().length - 1]).isEqualTo(1);
                for (int at = 0; at < found.taus().length; at += 7) {
                    int within = 0;
                    for (double[] set : sets) {
                        within += set[one] / DoubleStream.of(set).min().orElseThrow() <= found.taus()[at] ? 1 : 0;
                    }
                    assertThat(found.shares()[one][at]).isCloseTo(within / (double) sets.length, within(1e-12));
                }
            }
        }
    }

    /** One that is a thousand times as bad is beyond the picture, and one that diverged is so by any measure. */
    @Test
    void aProfileOfOneThatIsFarBehindDoesNotReachOne() {
        PerformanceProfile found = PerformanceProfile.of(new double[][] {{1, 1000, Double.NaN}, {1, 50, Double.NaN}}, false);
        int last = found.taus().length - 1;
        assertThat(found.taus()[last]).isEqualTo(100);
        assertThat(new double[] {found.shares()[0][last], found.shares()[1][last], found.shares()[2][last]}).containsExactly(1, 0.5, 0);
    }

    @Test
    void whoIsNowhereTheBestChangesNobodysShareOfFirstPlaces() {
        for (int seed = 0; seed < 20; seed++) {
            double[][] sets = positive(seed, 6, 3);
            double[][] more = Arrays.stream(sets).map(set -> {
                double[] wider = Arrays.copyOf(set, 4);
                wider[3] = 2;
                return wider;
            }).toArray(double[][]::new);
            PerformanceProfile found = PerformanceProfile.of(sets, false);
            PerformanceProfile wider = PerformanceProfile.of(more, false);
            assertThat(IntStream.range(0, 3).mapToDouble(i -> found.shares()[i][0]).sum()).isCloseTo(1, within(1e-12));
            IntStream.range(0, 3).forEach(i -> assertThat(wider.shares()[i][0]).isEqualTo(found.shares()[i][0]));
            assertThat(wider.shares()[3][0]).isZero();
        }
    }

    /** Trials with equal scores, and some that diverged: every set of k is tried. */
    @Test
    void theBestOfKOfTiesAndOfThoseThatDivergedIsThatOfAllSets() {
        for (int seed = 0; seed < 24; seed++) {
            double[] values = new Random(seed).ints(7, 0, 5).mapToDouble(x -> x == 4 ? Double.NaN : x).toArray();
            BestOfK found = BestOfK.of(values, false);
            for (int k = 1; k <= 7; k++) {
                double[] falling = bests(values, k);
                int count = falling.length;
                assertThat(found.expected()[k - 1]).as("seed %s, k %s", seed, k)
                        .isCloseTo(DoubleStream.of(falling).average().orElseThrow(), within(1e-9));
                assertThat(found.low()[k - 1]).isEqualTo(falling[(int) Math.ceil(count * 0.25) - 1]);
                assertThat(found.high()[k - 1]).isEqualTo(falling[(int) Math.ceil(count * 0.75) - 1]);
            }
        }
    }

    /** Least losses of all sets of k, the worst first. */
    private static double[] bests(double[] values, int k) {
        double[] rising = IntStream.range(0, 1 << values.length).filter(set -> Integer.bitCount(set) == k)
                .mapToDouble(set -> IntStream.range(0, values.length).filter(i -> (set >> i & 1) == 1)
                        .mapToDouble(i -> Double.isNaN(values[i]) ? Double.POSITIVE_INFINITY : values[i]).min().orElseThrow())
                .sorted().toArray();
        return IntStream.range(0, rising.length).mapToDouble(i -> rising[rising.length - 1 - i]).toArray();
    }

    /** A loss that grows by one with each decade from its least: of a margin m the region is 2·m decades wide. */
    @Test
    void theGoodRegionOfAValleyIsAsWideAsItsMarginSays() {
        double[] rates = DoubleStream.iterate(1e-6, rate -> rate * 10).limit(9).toArray();
        double[] losses = IntStream.range(0, 9).mapToDouble(i -> 7 + Math.abs(i - 4)).toArray();
        for (double margin : new double[] {0, 0.25, 0.5, 1, 1.75, 3.5}) {
            GoodRegion found = GoodRegion.of(rates, losses, margin, false);
            assertThat(found.decades()).isCloseTo(2 * margin, within(1e-9));
            assertThat(found.low() * found.high()).as("as far to both sides").isCloseTo(found.best() * found.best(), within(1e-12));
            assertThat(found.ends()).isTrue();
            GoodRegion other = GoodRegion.of(Arrays.stream(rates).map(rate -> rate * 32).toArray(),
                    Arrays.stream(losses).map(loss -> loss - 7).toArray(), margin, false);
            assertThat(other.decades()).isCloseTo(found.decades(), within(1e-9));
            assertThat(other.low()).isCloseTo(32 * found.low(), within(1e-9));
        }
        GoodRegion all = GoodRegion.of(rates, losses, 4, false);
        assertThat(new double[] {all.low(), all.high()}).containsExactly(rates[0], rates[8]);
        assertThat(all.ends()).as("it may go on beyond").isFalse();
    }

    /** Another valley that is as deep, behind a hill, is no part of the region. */
    @Test
    void theGoodRegionIsOneStretch() {
        double[] rates = {1, 10, 100, 1000, 10_000};
        GoodRegion found = GoodRegion.of(rates, new double[] {2, 1, 3, 1.25, 2}, 0.5, false);
        assertThat(found.best()).isEqualTo(10);
        assertThat(found.high()).isLessThan(100);
        assertThat(found.decades()).isCloseTo(0.5 + 0.25, within(1e-12));
    }

    /** A tied rank is the mean of what it would be if the tie were broken either way. */
    @Test
    void tiedRanksAreHalfwayBetweenAheadAndBehind() {
        double[] steps = {1, 2, 3};
        List<String> names = List.of("a", "b", "c");
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            double[][][] scores = new double[3][4][];
            Arrays.stream(scores).forEach(runs -> Arrays.setAll(runs, run -> random.ints(3, 0, 3).asDoubleStream().toArray()));
            Ranks found = Ranks.of(new Progression(steps, names, scores), true);
            for (int one = 0; one < 3; one++) {
                double[] ahead = Ranks.of(new Progression(steps, names, nudged(scores, one, 0.5)), true).ranks()[one];
                double[] behind = Ranks.of(new Progression(steps, names, nudged(scores, one, -0.5)), true).ranks()[one];
                for (int step = 0; step < 3; step++) {
                    assertThat(found.ranks()[one][step]).isCloseTo((ahead[step] + behind[step]) / 2, within(1e-12));
                }
            }
        }
    }

    private static double[][][] nudged(double[][][] scores, int contender, double by) {
        double[][][] nudged = scores.clone();
        nudged[contender] = Arrays.stream(scores[contender]).map(run -> Arrays.stream(run).map(x -> x + by).toArray())
                .toArray(double[][]::new);
        return nudged;
    }

    /** Half of the runs are there at the median, and the later half is not before it; in seconds it is so many times the steps. */
    @Test
    void atTheMedianTimeHalfOfTheRunsHaveReachedTheTarget() {
        double[] steps = {10, 20, 40, 80};
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            double[][] runs = IntStream.range(0, 1 + seed % 6).mapToObj(i -> random.doubles(4).toArray()).toArray(double[][]::new);
            TimeToTarget found = TimeToTarget.of(new Progression(steps, List.of("a"), new double[][][] {runs}), 0, 0.4, false);
            double median = found.median();
            long there = DoubleStream.of(found.times()).filter(time -> time <= median).count();
            long before = DoubleStream.of(found.times()).filter(time -> time < median).count();
            assertThat(2 * there).isGreaterThanOrEqualTo(runs.length);
            assertThat(2 * before).isLessThanOrEqualTo(runs.length);
            assertThat(found.in(0.25).median()).isEqualTo(0.25 * median);
            assertThat(found.in(0.25).reached()).isEqualTo(found.reached());
        }
    }
}
