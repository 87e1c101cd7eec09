package downhill.analysis.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each threshold finds, counted row by row; and the areas that curves make of it, counted pair by pair. */
class RankingTest {
    /** Scores with many ties. */
    private static double[] scores(Random random, int n) {
        return random.ints(n, 0, 8).mapToDouble(score -> score / 8.0).toArray();
    }

    private static boolean[] classes(Random random, int n) {
        boolean[] positive = new boolean[n];
        for (int i = 0; i < n; i++) {
            positive[i] = random.nextInt(3) == 0;
        }
        positive[0] = true;
        positive[1] = false;
        return positive;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void eachThresholdFindsWhatIsAtLeastAsLarge(long seed) {
        Random random = new Random(seed);
        int n = 2 + random.nextInt(40);
        double[] scores = scores(random, n);
        boolean[] positive = classes(random, n);
        double[] weights = random.ints(n, 0, 4).asDoubleStream().toArray();
        weights[0] = 1;
        weights[1] = 2;
        check(Ranking.of(scores, positive, new double[0]), scores, positive, IntStream.range(0, n).mapToDouble(i -> 1).toArray());
        check(Ranking.of(scores, positive, weights), scores, positive, weights);
    }

    private static void check(Ranking ranking, double[] scores, boolean[] positive, double[] weights) {
        double[] distinct = Arrays.stream(scores).distinct().map(score -> -score).sorted().map(score -> -score).toArray();
        assertThat(ranking.thresholds()).containsExactly(distinct);
        for (int cut = 0; cut < distinct.length; cut++) {
            assertThat(ranking.truePositives()[cut]).isEqualTo(above(scores, positive, weights, distinct[cut], true), within(1e-12));
            assertThat(ranking.falsePositives()[cut]).isEqualTo(above(scores, positive, weights, distinct[cut], false), within(1e-12));
        }
    }

    private static double above(double[] scores, boolean[] positive, double[] weights, double least, boolean wanted) {
        return IntStream.range(0, scores.length).filter(i -> positive[i] == wanted && scores[i] >= least).mapToDouble(i -> weights[i])
                .sum();
    }

    /** The area under the ROC curve is the share of pairs in order, ties counting half (Mann and Whitney 1947). */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void theAreaIsTheShareOfPairsInOrder(long seed) {
        Random random = new Random(seed);
        int n = 5 + random.nextInt(60);
        double[] scores = scores(random, n);
        boolean[] positive = classes(random, n);
        double pairs = 0;
        double inOrder = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (positive[i] && !positive[j]) {
                    pairs++;
                    inOrder += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                }
            }
        }
        assertThat(RocCurve.of(scores, positive).area()).isEqualTo(inOrder / pairs, within(1e-12));
    }

    @Test
    void aRowOfWholeWeightIsThatManyRows() {
        double[] scores = {0.9, 0.4, 0.4, 0.1};
        boolean[] positive = {true, false, true, false};
        Ranking weighted = Ranking.of(scores, positive, new double[] {2, 1, 3, 2});
        Ranking repeated = Ranking.of(new double[] {0.9, 0.9, 0.4, 0.4, 0.4, 0.4, 0.1, 0.1},
                new boolean[] {true, true, false, true, true, true, false, false}, new double[0]);
        assertThat(weighted.truePositives()).containsExactly(repeated.truePositives());
        assertThat(weighted.falsePositives()).containsExactly(repeated.falsePositives());
        assertThat(weighted.positives()).isEqualTo(5);
        assertThat(weighted.negatives()).isEqualTo(3);
    }

    @Test
    void nothingRanksNothing() {
        Ranking none = Ranking.of(new double[0], new boolean[0], new double[0]);
        assertThat(none.size()).isZero();
        assertThat(none.positives() + none.negatives()).isZero();
        assertThat(Ranking.hasNaN(new double[] {1, Double.NaN})).isTrue();
        assertThat(Ranking.hasNaN(new double[] {1, Double.NEGATIVE_INFINITY})).isFalse();
    }
}
