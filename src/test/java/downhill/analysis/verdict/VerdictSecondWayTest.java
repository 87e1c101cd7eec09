package downhill.analysis.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Verdicts computed a second, plain way, and what must hold of them whatever the scores are. */
class VerdictSecondWayTest {
    private static double[] mapped(double[] values, DoubleUnaryOperator by) {
        return Arrays.stream(values).map(by).toArray();
    }

    private static double[] any(int seed, int count) {
        Random random = new Random(seed);
        return random.doubles(count).map(x -> x - 0.4 + 0.1 * random.nextGaussian()).toArray();
    }

    private static double[] probabilities(PairedTest test) {
        return new double[] {test.above(), test.equivalent(), test.below(), test.p()};
    }

    /** Area under the t density from 0, by Simpson's rule, as a share of its half, which x = √ν·tan(a) makes an integral of cosines. */
    private static double beyond(double t, int degrees) {
        double end = Math.atan(Math.abs(t) / Math.sqrt(degrees));
        double share = 0.5 * cosines(end, degrees - 1) / cosines(Math.PI / 2, degrees - 1);
        return t >= 0 ? 0.5 - share : 0.5 + share;
    }

    private static double cosines(double end, int power) {
        int parts = 400;
        double sum = 0;
        for (int i = 0; i <= parts; i++) {
            double weight = i % 2 == 1 ? 4 : 2;
            sum += (i == 0 || i == parts ? 1 : weight) * Math.pow(Math.cos(end * i / parts), power);
        }
        return sum * end / parts / 3;
    }

    @Test
    void theCorrectedTestIsAnAreaUnderStudentsDensity() {
        for (int seed = 0; seed < 40; seed++) {
            double[] x = any(seed, 3 + seed % 9);
            int n = x.length;
            double ratio = seed % 3 * 0.125;
            double mean = Arrays.stream(x).sum() / n;
            double pairs = Arrays.stream(x).flatMap(one -> Arrays.stream(x).map(other -> (one - other) * (one - other))).sum();
            double error = Math.sqrt((1.0 / n + ratio) * pairs / (2.0 * n * (n - 1)));
            PairedTest found = PairedTest.of(x, ratio, 0.05);
            double above = beyond((0.05 - mean) / error, n - 1);
            double below = beyond((0.05 + mean) / error, n - 1);
            assertThat(probabilities(found)).as("seed %s", seed).containsExactly(new double[] {above, 1 - above - below, below,
                2 * beyond(Math.abs(mean) / error, n - 1)}, within(1e-8));
        }
    }

    /** The interval holds what is not rejected at 5 %: of differences from one of its ends p is just that. */
    @Test
    void theIntervalEndsWhereTheTestBeginsToReject() {
        for (int seed = 0; seed < 20; seed++) {
            double[] x = any(seed, 4 + seed % 7);
            PairedTest found = PairedTest.of(x, 0.25, 0);
            assertThat(PairedTest.of(mapped(x, each -> each - found.low()), 0.25, 0).p()).isCloseTo(0.05, within(1e-8));
            assertThat(PairedTest.of(mapped(x, each -> each - found.high()), 0.25, 0).p()).isCloseTo(0.05, within(1e-8));
            assertThat(found.low() + found.high()).isCloseTo(2 * found.mean(), within(1e-12));
            assertThat(found.p() < 0.05).isEqualTo(found.low() > 0 || found.high() < 0);
        }
    }

    @Test
    void theUnitOfTheScoresDoesNotMatterNorTheOrderOfTheFolds() {
        for (int seed = 0; seed < 20; seed++) {
            double[] x = any(seed, 5);
            double[] found = probabilities(PairedTest.of(x, 0.25, 0.03));
            assertThat(probabilities(PairedTest.of(mapped(x, each -> each * 1024), 0.25, 0.03 * 1024))).containsExactly(found);
            double[] backwards = IntStream.range(0, 5).mapToDouble(i -> x[4 - i]).toArray();
            assertThat(probabilities(PairedTest.of(backwards, 0.25, 0.03))).containsExactly(found, within(1e-12));
            assertThat(PairedTest.wouldTell(mapped(x, each -> -1024 * each), 0.25, 0.03 * 1024)).isEqualTo(
                    PairedTest.wouldTell(x, 0.25, 0.03));
        }
    }

    /** The same scores twice: nothing to tell, with certainty, however little is negligible; and an equal chance to be better. */
    @Test
    void twinsAreEquivalentWithCertaintyAndTheFirstOfThemLeads() {
        for (int seed = 0; seed < 10; seed++) {
            double[][] strata = {any(seed, 5), any(seed + 100, 5)};
            Verdict verdict = Verdict.of(List.of(new Scored("one", strata), new Scored("twin", strata)), seed % 2 == 0, 0.25, 0, seed);
            Pair pair = verdict.between(1, 0);
            assertThat(new double[] {pair.better(), pair.equivalent(), pair.worse(), pair.improvement()}).containsExactly(0, 1, 0, 0.5);
            assertThat(verdict.leader()).isZero();
            assertThat(verdict.standings().get(0).middle()).isEqualTo(verdict.standings().get(1).middle());
            assertThat(pair.needed()).as("as many as there are tell it").isEqualTo(10);
        }
    }

    /** What one gains the other loses; only the order counts; a run that diverged is behind all. */
    @Test
    void improvementIsOfTheOrderAlone() {
        for (int seed = 0; seed < 20; seed++) {
            double[] a = mapped(any(seed, 7), x -> Math.rint(4 * x));
            double[] b = mapped(any(seed + 50, 4), x -> Math.rint(4 * x));
            double found = Improvement.of(a, b);
            assertThat(Improvement.of(b, a)).isCloseTo(1 - found, within(1e-12));
            assertThat(Improvement.of(mapped(a, Math::exp), mapped(b, Math::exp))).isEqualTo(found);
            a[0] = Double.NEGATIVE_INFINITY;
            assertThat(Improvement.of(a, b)).isCloseTo((Improvement.of(Arrays.copyOfRange(a, 1, 7), b) * 6) / 7, within(1e-12));
        }
        assertThat(Improvement.of(new double[0], new double[] {1})).isNaN();
    }

    /** Scale and place go through the middle half; its outer quarters only have to stay outside; minus turns its interval round. */
    @Test
    void theMiddleHalfAndItsIntervalMoveWithTheScores() {
        for (int seed = 0; seed < 4; seed++) {
            double[][] strata = {any(seed, 6), any(seed + 9, 7)};
            InterquartileMean found = InterquartileMean.of(strata, seed);
            InterquartileMean other = InterquartileMean.of(new double[][] {mapped(strata[0], x -> 5 - 2 * x),
                mapped(strata[1], x -> 5 - 2 * x)}, seed);
            assertThat(new double[] {other.value(), other.low(), other.high()}).containsExactly(
                    new double[] {5 - 2 * found.value(), 5 - 2 * found.high(), 5 - 2 * found.low()}, within(1e-9));
            double[] rising = Arrays.stream(strata).flatMapToDouble(Arrays::stream).sorted().toArray();
            assertThat(found.low()).isBetween(rising[0], found.value());
            assertThat(found.high()).isBetween(found.value(), rising[12]);
            IntStream.range(0, 3).forEach(i -> rising[i] -= 1000);
            IntStream.range(10, 13).forEach(i -> rising[i] = Double.POSITIVE_INFINITY);
            assertThat(InterquartileMean.of(rising)).isCloseTo(found.value(), within(1e-12));
        }
        InterquartileMean alone = InterquartileMean.of(new double[][] {{1}, {2}, {6}}, 7);
        assertThat(alone).as("strata of one have nothing else to be drawn").isEqualTo(new InterquartileMean(3, 3, 3));
    }

    /** Ranks 1 2 3, 1 3 2, 2 1 3 and 1 2 3: sums 5, 8 and 11. For two degrees both probabilities are elementary. */
    @Test
    void friedmansTestOfFourSetsByHand() {
        Friedman found = Friedman.of(new double[][] {{0.9, 0.8, 0.7}, {30, 10, 20}, {-2, -1, -3}, {5, 4, 3}}, true);
        assertThat(found.ranks()).containsExactly(1.25, 2, 2.75);
        assertThat(found.chiSquare()).isCloseTo(4.5, within(1e-12));
        assertThat(found.p()).isCloseTo(Math.exp(-2.25), within(1e-12));
        assertThat(found.f()).isCloseTo(27 / 7.0, within(1e-12));
        assertThat(found.pOfF()).isCloseTo(Math.pow(1 + 27 / 7.0 / 3, -3), within(1e-12));
        assertThat(found.difference()).isCloseTo(2.343 / Math.sqrt(2), within(1e-12));
    }

    /** Of two contenders it is the test of signs: (wins − losses)² over those that are not ties. */
    @Test
    void ofTwoContendersFriedmansStatisticIsThatOfSigns() {
        for (int wins = 0; wins <= 6; wins++) {
            for (int ties = 0; ties <= 3; ties++) {
                int won = wins;
                int level = ties;
                double[][] scores = IntStream.range(0, 9 + ties).mapToObj(i -> i < won ? new double[] {i + 2, i}
                        : new double[] {i, i + (i < 9 ? 1 : 0)}).toArray(double[][]::new);
                double chi = Friedman.of(scores, true).chiSquare();
                assertThat(chi).as("%s wins, %s ties", won, level).isCloseTo((2 * won - 9) * (2 * won - 9) / 9.0, within(1e-9));
            }
        }
    }

    /** Each set may have a scale of its own, and all of them seen twice are twice the evidence. */
    @Test
    void friedmansStatisticIsOfRanksAndAddsUp() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            double[][] scores = IntStream.range(0, 8).mapToObj(i -> random.ints(4, 0, 7).asDoubleStream().toArray())
                    .toArray(double[][]::new);
            Friedman found = Friedman.of(scores, false);
            Friedman scaled = Friedman.of(IntStream.range(0, 8).mapToObj(i -> mapped(scores[i], x -> Math.exp(x / (i + 1)) - i))
                    .toArray(double[][]::new), false);
            assertThat(scaled.ranks()).containsExactly(found.ranks());
            assertThat(scaled.pOfF()).isEqualTo(found.pOfF());
            Friedman twice = Friedman.of(IntStream.range(0, 16).mapToObj(i -> scores[i / 2]).toArray(double[][]::new), false);
            assertThat(twice.chiSquare()).isCloseTo(2 * found.chiSquare(), within(1e-9));
            assertThat(twice.difference()).isCloseTo(found.difference() / Math.sqrt(2), within(1e-12));
        }
    }
}
