package downhill.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How large blocks are, by a clock of the test's own. */
class BlockSizeTest {
    @Test
    void shortWorkIsDealtOutInEqualParts() {
        AtomicLong now = new AtomicLong();
        BlockSize pace = new BlockSize(2, now::get);
        for (int i = 0; i < 2; i++) {
            BlockSize.Block one = pace.begin();
            now.addAndGet(20_000_000L);
            one.done(2, 10_000_000L);
        }
        BlockSize.Block third = pace.begin();
        now.addAndGet(60_000_000L);
        third.done(2, 10_000_000L);
        assertThat(List.of(pace.size(41, 1), pace.size(20, 1))).as("one block for each of two").containsExactly(21, 20);
    }

    @Test
    void blocksAreSoLargeThatGivingThemAwayIsATwentiethAtMost() {
        AtomicLong now = new AtomicLong();
        BlockSize pace = new BlockSize(1, now::get);
        assertThat(pace.size(80, 16)).as("before anything is known").isEqualTo(10);
        BlockSize.Block first = pace.begin();
        now.addAndGet(9_000_000_000L);
        first.done(10, 1_000_000_000L);
        assertThat(pace.around()).as("what the first one brings is not counted").isZero();
        now.addAndGet(40_000_000L);
        BlockSize.Block second = pace.begin();
        now.addAndGet(1_060_000_000L);
        second.done(10, 1_000_000_000L);
        assertThat(pace.around()).as("0.04 s between blocks and 0.06 s waited for orders").isCloseTo(0.1 / 1.1, offset(1e-12));
        assertThat(pace.size(1000, 4)).as("0.1 s for each, 0.1 s a trial").isBetween(20, 21);
        assertThat(pace.size(30, 4)).as("all that is left is not taken at once").isBetween(20, 21);
        assertThat(pace.size(12, 4)).as("short work is not cut").isEqualTo(12);
        assertThat(pace.size(1, 4)).isEqualTo(1);
    }
}
