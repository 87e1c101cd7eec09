package downhill.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values share memory only where they do not live at the same time. */
class ArenaTest {
    private record Placed(int offset, int length, int from, int to) {
        boolean meets(Placed other) {
            return from <= other.to && other.from <= to;
        }

        boolean overlaps(Placed other) {
            return offset < other.offset + other.length && other.offset < offset + length;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whoLivesTogetherLiesApart(long seed) {
        Random random = new Random(seed);
        Arena arena = new Arena();
        List<Placed> all = new ArrayList<>();
        int most = 0;
        for (int i = 0; i < 300; i++) {
            int from = random.nextInt(200);
            int to = from + random.nextInt(20);
            int length = 1 + random.nextInt(500);
            Placed now = new Placed(arena.place(length, from, to), length, from, to);
            assertThat(all.stream().filter(now::meets).filter(now::overlaps)).as("%s beside those that live with it", now).isEmpty();
            assertThat(now.offset % 16).as("offsets begin at cache lines").isZero();
            all.add(now);
            most = Math.max(most, now.offset + length);
        }
        assertThat(arena.size()).isGreaterThanOrEqualTo(most).isLessThan(most + 16);
    }

    @Test
    void whoComesLaterTakesTheRoomOfWhoHasGone() {
        Arena arena = new Arena();
        assertThat(arena.place(32, 0, 1)).isZero();
        assertThat(arena.place(32, 1, 2)).as("the first is still read by instruction 1").isEqualTo(32);
        assertThat(arena.place(32, 2, 3)).isZero();
        assertThat(arena.size()).isEqualTo(64);
    }

    @Test
    void aGapIsFilledWhereItIsLargeEnough() {
        Arena arena = new Arena();
        arena.place(16, 0, 9);
        arena.place(48, 0, 1);
        arena.place(16, 0, 9);
        assertThat(arena.place(64, 5, 6)).as("too large for the gap").isEqualTo(80);
        assertThat(arena.place(48, 5, 6)).isEqualTo(16);
    }

    @Test
    void moreThanAnArrayCanIndexIsAnError() {
        Arena arena = new Arena();
        arena.place(Integer.MAX_VALUE - 63, 0, 1);
        assertThatThrownBy(() -> arena.place(1 << 20, 0, 1)).isInstanceOf(ArithmeticException.class);
    }
}
