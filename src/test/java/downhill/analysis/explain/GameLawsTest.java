package downhill.analysis.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Shapley's axioms, in games of any worth. */
class GameLawsTest {
    private static final double SLIGHT = 1e-12;

    private static double[] anyWorth(Random random, int players) {
        return random.doubles(1 << players, -3, 3).toArray();
    }

    @RepeatedTest(8)
    void valuesShareOutWhatAllAreWorthBeyondNone(RepetitionInfo which) {
        int players = which.getCurrentRepetition();
        double[] worth = anyWorth(new Random(players), players);
        assertThat(Arrays.stream(Game.values(worth, players)).sum()).isCloseTo(worth[worth.length - 1] - worth[0], within(SLIGHT));
    }

    @RepeatedTest(8)
    void whoAddsNothingGetsNothing(RepetitionInfo which) {
        int players = 1 + which.getCurrentRepetition();
        Random random = new Random(players);
        int idle = 1 << random.nextInt(players);
        double[] any = anyWorth(random, players);
        double[] worth = new double[any.length];
        Arrays.setAll(worth, coalition -> any[coalition & ~idle]);
        int place = Integer.numberOfTrailingZeros(idle);
        assertThat(Game.values(worth, players)[place]).isZero();
        assertThat(Game.interactions(worth, players)[place]).containsExactly(new double[players], within(SLIGHT));
    }

    @RepeatedTest(8)
    void whoActAlikeGetTheSame(RepetitionInfo which) {
        int players = 1 + which.getCurrentRepetition();
        double[] any = anyWorth(new Random(players), players);
        double[] worth = new double[any.length];
        Arrays.setAll(worth, coalition -> any[Math.min(coalition, swapped(coalition))]);
        double[] values = Game.values(worth, players);
        assertThat(values[0]).isCloseTo(values[1], within(SLIGHT));
    }

    private static int swapped(int coalition) {
        return coalition & ~3 | (coalition & 1) << 1 | coalition >> 1 & 1;
    }

    @RepeatedTest(5)
    void valuesOfTwoGamesTogetherAreTheirSum(RepetitionInfo which) {
        int players = which.getCurrentRepetition() + 1;
        Random random = new Random(players);
        double[] one = anyWorth(random, players);
        double[] other = anyWorth(random, players);
        double[] both = new double[one.length];
        Arrays.setAll(both, i -> one[i] + 2 * other[i]);
        double[] expected = new double[players];
        Arrays.setAll(expected, i -> Game.values(one, players)[i] + 2 * Game.values(other, players)[i]);
        assertThat(Game.values(both, players)).containsExactly(expected, within(SLIGHT));
    }

    @RepeatedTest(7)
    void interactionsOfAPlayerAddUpToItsValue(RepetitionInfo which) {
        int players = which.getCurrentRepetition();
        double[] worth = anyWorth(new Random(players), players);
        double[][] shared = Game.interactions(worth, players);
        double[] values = Game.values(worth, players);
        for (int i = 0; i < players; i++) {
            assertThat(Arrays.stream(shared[i]).sum()).isCloseTo(values[i], within(SLIGHT));
            for (int j = 0; j < players; j++) {
                assertThat(shared[i][j]).isEqualTo(shared[j][i]);
            }
        }
    }

    /** Worth 10 together and nothing alone, beside one who is worth 4: by hand. */
    @Test
    void aPairThatIsWorthSomethingOnlyTogether() {
        double[] worth = new double[8];
        Arrays.setAll(worth, coalition -> ((coalition & 3) == 3 ? 10 : 0) + ((coalition & 4) == 4 ? 4 : 0));
        assertThat(Game.values(worth, 3)).containsExactly(new double[] {5, 5, 4}, within(SLIGHT));
        double[][] shared = Game.interactions(worth, 3);
        assertThat(shared[0]).containsExactly(new double[] {0, 5, 0}, within(SLIGHT));
        assertThat(shared[2]).containsExactly(new double[] {0, 0, 4}, within(SLIGHT));
    }
}
