package downhill.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looks at memory, and the merging of their axes, against index arithmetic. */
class ArrayViewTest {
    /** Memory that holds its own indexes: what is read says where it lay. */
    private static final class Indexes implements Memory {
        @Override
        public int length() {
            return 1000;
        }

        @Override
        public void read(int from, double[] target, int at, int count) {
            for (int i = 0; i < count; i++) {
                target[at + i] = from + i;
            }
        }

        @Override
        public void write(int to, double[] source, int at, int count) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void fill(int to, int count, double value) {
            throw new UnsupportedOperationException();
        }
    }

    private static final ArrayView CUBE = ArrayView.rows(new Indexes(), 7, 100, 2, 3, 4);

    /** Where each element of a run lies, row-major. */
    private static int[] places(ArrayView view, int run) {
        int[] places = new int[view.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = view.offset() + run * view.runStride();
            int rest = i;
            for (int axis = view.shape().length - 1; axis >= 0; axis--) {
                places[i] += rest % view.shape()[axis] * view.strides()[axis];
                rest /= view.shape()[axis];
            }
        }
        return places;
    }

    @Test
    void rowsLieOneBehindTheOther() {
        assertThat(CUBE.contiguous()).isTrue();
        assertThat(places(CUBE, 2)).startsWith(207, 208, 209, 210, 211).hasSize(24).endsWith(230);
        assertThat(CUBE.read(1)).startsWith(107, 108).endsWith(130);
    }

    @Test
    void aSliceBeginsFurtherAndEndsEarlier() {
        ArrayView middle = CUBE.slice(1, 1, 3);
        assertThat(places(middle, 0)).containsExactly(11, 12, 13, 14, 15, 16, 17, 18, 23, 24, 25, 26, 27, 28, 29, 30);
        assertThat(middle.contiguous()).isFalse();
        assertThatThrownBy(() -> middle.read(0)).isInstanceOf(IllegalStateException.class).hasMessageContaining("contiguous");
        assertThat(CUBE.slice(0, 1, 2).contiguous()).as("one of the first axis is in one piece").isTrue();
    }

    @Test
    void turnedAxesAreWalkedInTheOtherOrder() {
        ArrayView turned = CUBE.permute(List.of(2, 0, 1));
        assertThat(turned.shape()).containsExactly(4, 2, 3);
        assertThat(places(turned, 0)).startsWith(7, 11, 15, 19, 23, 27, 8, 12);
        assertThat(turned.permute(List.of(1, 2, 0)).strides()).as("turned back").containsExactly(CUBE.strides());
        assertThat(turned.reshape(new int[] {24})).as("needs a copy").isNull();
    }

    @Test
    void stretchedAxesStandStill() {
        ArrayView stretched = ArrayView.rows(new Indexes(), 3, 0, 2, 1).expand(new int[] {4, 2, 3});
        assertThat(places(stretched, 5)).containsExactly(3, 3, 3, 4, 4, 4, 3, 3, 3, 4, 4, 4, 3, 3, 3, 4, 4, 4, 3, 3, 3, 4, 4, 4);
    }

    @Test
    void anotherShapeOfOnePieceNeedsNoCopy() {
        assertThat(places(CUBE.reshape(new int[] {6, 4}), 1)).isEqualTo(places(CUBE, 1));
        assertThat(places(CUBE.fromRun(2), 0)).isEqualTo(places(CUBE, 2));
    }

    /** Axes joined or left, every operand is met at the same places in the same order. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void mergedAxesWalkTheSameWay(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            int[] space = random.ints(1 + random.nextInt(4), 1, 5).toArray();
            List<int[]> operands = new ArrayList<>(List.of(drawn(space, random), drawn(space, random)));
            List<int[]> before = List.copyOf(operands);
            int[] merged = Axes.merge(space, operands);
            for (int j = 0; j < 2; j++) {
                assertThat(walk(merged, operands.get(j))).as("%s by %s", Arrays.toString(space), Arrays.toString(before.get(j)))
                        .isEqualTo(walk(space, before.get(j)));
            }
        }
    }

    @Test
    void axesAreMergedWhereAllOperandsAgree() {
        List<int[]> whole = new ArrayList<>(List.of(new int[] {12, 4, 1}, new int[] {12, 4, 1}));
        assertThat(Axes.merge(new int[] {2, 3, 4}, whole)).containsExactly(24);
        List<int[]> bias = new ArrayList<>(List.of(new int[] {12, 4, 1}, new int[] {0, 0, 1}));
        assertThat(Axes.merge(new int[] {2, 3, 4}, bias)).containsExactly(6, 4);
        List<int[]> single = new ArrayList<>(List.of(new int[] {5, 5}));
        assertThat(Axes.merge(new int[] {1, 1}, single)).containsExactly(1);
        assertThat(single.get(0)).containsExactly(0);
    }

    /** In order, standing still along some axes, or turned. */
    private static int[] drawn(int[] space, Random random) {
        int[] strides = new int[space.length];
        int next = 1;
        for (int axis = space.length - 1; axis >= 0; axis--) {
            strides[axis] = random.nextInt(4) == 0 ? 0 : next;
            next *= random.nextInt(5) == 0 ? space[axis] + 1 : space[axis];
        }
        return strides;
    }

    private static int[] walk(int[] space, int[] strides) {
        return places(new ArrayView(new Indexes(), 0, 0, space, strides), 0);
    }
}
