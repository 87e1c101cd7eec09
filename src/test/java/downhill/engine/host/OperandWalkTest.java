package downhill.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a walk's rows begin, and which short ways it may take. */
class OperandWalkTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void rowsBeginWhereTheIndexesSay(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            int[] space = random.ints(1 + random.nextInt(4), 1, 6).toArray();
            int[] strides = random.ints(space.length, 0, 50).toArray();
            OperandWalk walk = new OperandWalk(space, strides, 11);
            int row = 0;
            for (int[] outer = new int[space.length]; outer != null; outer = next(outer, space)) {
                int place = 11;
                for (int axis = 0; axis < space.length - 1; axis++) {
                    place += outer[axis] * strides[axis];
                }
                assertThat(walk.rowOffset(row++)).isEqualTo(place);
            }
            for (int other = 0; other < row; other++) {
                assertThat(walk.rowOffset(other)).as("rows that are the same").isEqualTo(walk.rowOffset(other - other % walk.again()));
            }
        }
    }

    /** The next row, the last axis left alone; null behind the last. */
    private static int[] next(int[] at, int[] space) {
        for (int axis = space.length - 2; axis >= 0; axis--) {
            if (++at[axis] < space[axis]) {
                return at;
            }
            at[axis] = 0;
        }
        return null;
    }

    @Test
    void aScalarStandsStillEverywhere() {
        OperandWalk walk = new OperandWalk(new int[] {3, 4}, new int[] {0, 0}, 5);
        assertThat(walk.scalar()).isTrue();
        assertThat(walk.periodic()).isFalse();
        assertThat(walk.contiguous()).isFalse();
    }

    /** As the offsets of two runs, which all 32 rows of a run have added. */
    @Test
    void aRowOfEachRunIsMetAgainForAllOfTheRunsRows() {
        assertThat(new OperandWalk(new int[] {2, 32, 16}, new int[] {131, 0, 1}, 0).again()).isEqualTo(32);
        assertThat(new OperandWalk(new int[] {2, 32, 16}, new int[] {0, 0, 1}, 0).again()).isEqualTo(64);
        assertThat(new OperandWalk(new int[] {2, 32, 16}, new int[] {512, 16, 1}, 0).again()).isEqualTo(1);
        assertThat(new OperandWalk(new int[] {16}, new int[] {1}, 0).again()).isEqualTo(1);
    }

    @Test
    void aRowForAllRowsIsPeriodic() {
        OperandWalk walk = new OperandWalk(new int[] {3, 4}, new int[] {0, 1}, 0);
        assertThat(walk.periodic()).isTrue();
        assertThat(walk.scalar()).isFalse();
        assertThat(walk.inner()).isEqualTo(4);
        assertThat(walk.innerStride()).isEqualTo(1);
    }

    @Test
    void oneBehindTheOtherIsContiguousWhateverOnesAreAmong() {
        assertThat(new OperandWalk(new int[] {3, 1, 4}, new int[] {4, 77, 1}, 0).contiguous()).isTrue();
        assertThat(new OperandWalk(new int[] {3, 2, 4}, new int[] {8, 4, 1}, 0).contiguous()).isTrue();
        assertThat(new OperandWalk(new int[] {3, 2, 4}, new int[] {9, 4, 1}, 0).contiguous()).isFalse();
        assertThat(new OperandWalk(new int[] {4, 3}, new int[] {1, 4}, 0).contiguous()).isFalse();
    }

    /** Too many rows to be looked up are computed; they begin at the same places. */
    @Test
    void veryManyRowsAreComputed() {
        OperandWalk walk = new OperandWalk(new int[] {300, 300, 2}, new int[] {601, 2, 1}, 3);
        assertThat(walk.rowOffset(299 * 300 + 7)).isEqualTo(3 + 299 * 601 + 7 * 2);
    }
}
