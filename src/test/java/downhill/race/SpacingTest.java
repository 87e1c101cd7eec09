package downhill.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.words.RefusedException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a key-frame is due, on the way to anywhere. */
class SpacingTest {
    private static Spacing of(long steps, Long... echoes) {
        Spacing spacing = new Spacing(1 << 20);
        spacing.restore(steps, List.of(echoes));
        return spacing;
    }

    @Test
    void theNextOneIsTheFirstThatIsDue() {
        for (long seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            Spacing spacing = of(Spacing.LEAST << random.nextInt(4), (long) random.nextInt(500), (long) random.nextInt(500));
            for (int i = 0; i < 50; i++) {
                long step = random.nextInt(600);
                long wanted = step + 1;
                while (!spacing.due(wanted)) {
                    wanted++;
                }
                assertThat(spacing.next(step)).as("seed %d, after %d", seed, step).isEqualTo(wanted);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 17, 1000, 123_456, 1_000_000})
    void onTheWayToAStepTheyComeEverCloser(long step) {
        Spacing spacing = of(4096);
        spacing.sought(step, List.of());
        for (long echo : spacing.echoes()) {
            assertThat(echo).as("before the step").isLessThan(step).isGreaterThanOrEqualTo(0);
            assertThat(spacing.due(echo)).isTrue();
        }
        long latest = step - 1;
        while (!spacing.due(latest)) {
            latest--;
        }
        assertThat(step - latest).as("steps to repeat for one step back").isLessThanOrEqualTo(4 * Spacing.LEAST);
    }

    @Test
    void whoGoesElsewhereGivesUpTheOnesOfTheTimeBefore() {
        Spacing spacing = of(1024);
        spacing.sought(10_001, List.of());
        List<Long> first = spacing.echoes();
        spacing.sought(50_001, List.of());
        assertThat(spacing.echoes()).doesNotContainAnyElementsOf(first).isNotEmpty();
    }

    @Test
    void aSpacingIsAPowerOfTwoNotTooSmall() {
        for (long bad : new long[] {0, 1, 8, 17, 48, -16, Long.MIN_VALUE, 1L << 61}) {
            Spacing spacing = new Spacing(1);
            assertThatThrownBy(() -> spacing.restore(bad, List.of())).as("%d", bad).isInstanceOf(RefusedException.class);
            assertThat(spacing.steps()).as("nothing has changed").isEqualTo(Spacing.LEAST);
        }
        assertThat(of(1L << 60, 3L).steps()).isEqualTo(1L << 60);
    }
}
