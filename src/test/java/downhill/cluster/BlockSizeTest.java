package downhill.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How large blocks are, by a clock of the test's own. */
class BlockSizeTest {
    private static final long MILLIS = 1_000_000L;

    private static WorkTime first(long worked) {
        return new WorkTime(worked * MILLIS, 0, WorkTime.FIRST);
    }

    private static WorkTime later(long worked, long waited, long before) {
        return new WorkTime(worked * MILLIS, waited * MILLIS, before * MILLIS);
    }

    @Test
    void shortWorkIsDealtOutInEqualParts() {
        BlockSize pace = new BlockSize(2, new AtomicLong()::get);
        pace.done(2, first(10));
        assertThat(List.of(pace.size(41, 1), pace.size(20, 1))).as("one block for each of two").containsExactly(21, 20);
    }

    @Test
    void blocksAreSoLargeThatGivingThemAwayIsATwentiethAtMost() {
        AtomicLong now = new AtomicLong();
        BlockSize pace = new BlockSize(1, now::get);
        assertThat(pace.size(80, 16)).as("before anything is known").isEqualTo(10);
        now.addAndGet(9000 * MILLIS);
        pace.done(10, first(1000));
        assertThat(pace.around()).as("what the first one brings is not counted").isZero();
        assertThat(pace.size(1000, 4)).as("0.02 s for each, 0.1 s a trial, which is to be a quarter").isEqualTo(32);
        pace.done(10, later(1000, 60, 40));
        assertThat(pace.around()).as("0.04 s between blocks and 0.06 s waited for orders").isCloseTo(0.1 / 1.1, offset(1e-12));
        assertThat(pace.size(1000, 4)).as("0.1 s for each, 0.1 s a trial").isBetween(40, 41);
        assertThat(pace.size(50, 4)).as("all that is left is not taken at once").isBetween(40, 41);
        assertThat(pace.size(12, 4)).as("short work is not cut").isEqualTo(12);
        assertThat(pace.size(1, 4)).isEqualTo(1);
        assertThat(pace.blocks()).isEqualTo(2);
    }

    @Test
    void muchWaitingInLittleWorkIsKnownForThat() {
        AtomicLong now = new AtomicLong(9000 * MILLIS);
        BlockSize pace = new BlockSize(2, now::get);
        pace.done(4, first(3000));
        now.addAndGet(9000 * MILLIS);
        assertThat(pace.tooLittle()).as("nothing is known of waiting").isFalse();
        pace.done(4, later(2000, 0, 90));
        assertThat(pace.tooLittle()).isFalse();
        pace.done(4, later(2000, 0, 900));
        assertThat(pace.around()).isCloseTo(0.99 / 4.99, offset(1e-12));
        assertThat(pace.work()).isCloseTo(7, offset(1e-12));
        assertThat(pace.tooLittle()).isTrue();
        pace.done(40, later(13_000, 2000, 0));
        assertThat(pace.tooLittle()).as("20 s are no little work for two").isFalse();
    }

    /** Where the compiler still has work, and where another block had a long break, blocks before are forgotten. */
    @Test
    void whatBlocksTakeOfLateTells() {
        AtomicLong now = new AtomicLong(9000 * MILLIS);
        BlockSize pace = new BlockSize(1, now::get);
        now.addAndGet(9000 * MILLIS);
        pace.done(10, first(5000));
        pace.done(10, later(4000, 0, 400));
        for (int i = 0; i < 40; i++) {
            pace.done(10, later(1000, 0, 10));
        }
        assertThat(pace.size(1000, 1)).as("0.01 s for each, 0.1 s a trial").isBetween(4, 5);
    }

    /** The break between a search and the next one is none of either. */
    @Test
    void workOfBeforeIsNotCounted() {
        AtomicLong now = new AtomicLong(9000 * MILLIS);
        BlockSize pace = new BlockSize(1, now::get);
        now.addAndGet(1000 * MILLIS);
        pace.done(1, later(900, 50, 51));
        assertThat(pace.around()).as("the place was free since before the search began").isZero();
        pace.done(1, later(850, 50, 100));
        assertThat(pace.around()).isCloseTo(0.15, offset(1e-12));
    }
}
