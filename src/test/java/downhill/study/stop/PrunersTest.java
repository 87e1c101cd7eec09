package downhill.study.stop;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.study.trial.Trial;
import downhill.study.trial.TrialState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrunersTest {
    private static final List<Pruner> ALL = List.of(new NoPruner(), new MedianPruner(), new HalvingPruner(), new HyperbandPruner());

    private static Trial reporting(int number, long step, double value) {
        return Trial.begun(number, Map.of(), 0, 0).reporting(step, value);
    }

    @Test
    void rungsAscendAndLieBeforeTheEndWhateverTheBudget() {
        for (Pruner pruner : ALL) {
            for (long budget : new long[] {1, 2, 5, 10, 29, 30, 31, 100, 1000, 999_999_999_999L}) {
                assertThat(pruner.brackets(budget)).isPositive();
                for (int bracket = 0; bracket < 7; bracket++) {
                    List<Long> rungs = pruner.rungs(bracket, budget);
                    assertThat(rungs).as("%s of %d", pruner, budget).isSorted().doesNotHaveDuplicates()
                            .allSatisfy(step -> assertThat(step).isBetween(1L, budget - 1));
                    assertThat(pruner.together(bracket, 4, budget)).isPositive();
                }
            }
        }
    }

    /** Only those that race may lose, never all of them in a bracket, and never the best. */
    @Test
    void theBestStays() {
        Random random = new Random(5);
        for (Pruner pruner : ALL) {
            for (int round = 0; round < 50; round++) {
                List<Trial> racing = IntStream.range(0, 1 + random.nextInt(30)).mapToObj(i -> reporting(i, 9, random.nextDouble())).toList();
                Set<Integer> losers = pruner.losers(9, racing, List.of());
                Trial best = racing.stream().min(Ladder.at(9)).orElseThrow();
                assertThat(losers).isSubsetOf(racing.stream().map(Trial::number).toList()).doesNotContain(best.number());
            }
        }
    }

    @Test
    void whatIsNoNumberLoses() {
        List<Trial> racing = List.of(reporting(0, 9, Double.NaN), reporting(1, 9, 5), reporting(2, 9, Double.POSITIVE_INFINITY));
        assertThat(new HalvingPruner().losers(9, racing, List.of())).containsExactlyInAnyOrder(0, 2);
        assertThat(new HyperbandPruner().losers(9, racing, List.of())).containsExactlyInAnyOrder(0, 2);
    }

    /** Table 1 of Li et al. (2018): R = 81 resources of 10 steps each, η = 3. */
    @Test
    void hyperbandIsTheTableOfItsPaper() {
        HyperbandPruner hyperband = new HyperbandPruner();
        long budget = 810;
        assertThat(IntStream.range(0, 6).map(bracket -> hyperband.together(bracket, 1, budget))).containsExactly(81, 34, 15, 8, 5, 81);
        assertThat(hyperband.brackets(budget)).isEqualTo(5);
        assertThat(hyperband.rungs(0, budget)).containsExactly(10L, 30L, 90L, 270L);
        assertThat(hyperband.rungs(1, budget)).containsExactly(30L, 90L, 270L);
        assertThat(hyperband.rungs(4, budget)).isEmpty();
        int racing = 81;
        List<Integer> left = new ArrayList<>();
        for (long step : hyperband.rungs(0, budget)) {
            int count = racing;
            List<Trial> trials = IntStream.range(0, count).mapToObj(i -> reporting(i, step, (i * 37) % 101)).toList();
            racing -= hyperband.losers(step, trials, List.of()).size();
            left.add(racing);
        }
        assertThat(left).containsExactly(27, 9, 3, 1);
    }

    @Test
    void halvingComparesWithAllThatEverReportedThere() {
        List<Trial> before = IntStream.range(0, 9).mapToObj(i -> reporting(i, 9, i).ended(TrialState.PRUNED, Double.NaN)).toList();
        List<Trial> racing = List.of(reporting(9, 9, 0.5), reporting(10, 9, 100), reporting(11, 9, 200));
        assertThat(new HalvingPruner().losers(9, racing, before)).containsExactlyInAnyOrder(10, 11);
        assertThat(new HalvingPruner().losers(9, List.of(reporting(9, 9, 50)), before)).containsExactly(9);
    }

    @Test
    void theMedianIsThatOfCompleteTrialsOnceThereAreEnough() {
        List<Trial> before = IntStream.range(0, 5).mapToObj(i -> reporting(i, 9, i).ended(TrialState.COMPLETE, i)).toList();
        List<Trial> racing = List.of(reporting(5, 9, 2.5), reporting(6, 9, 1.5), reporting(7, 3, 1).reporting(9, 50));
        assertThat(new MedianPruner().losers(9, racing, before)).as("median 2; trial 7 had been better").containsExactly(5);
        assertThat(new MedianPruner().losers(9, racing, before.subList(0, 4))).isEmpty();
    }
}
