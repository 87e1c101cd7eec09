package downhill.engine.host;

import downhill.engine.graph.Shapes;
import java.util.Arrays;
import java.util.stream.IntStream;

/** How one operand is met while a kernel walks its space: row-major, the last axis innermost. */
final class OperandWalk {
    private static final int MOST_LOOKED_UP = 1 << 16;

    private final int[] space;
    private final int[] strides;
    private final int offset;
    private final int inner;
    private final int rows;
    private final int innerStride;
    private final boolean outerStill;
    private final int again;
    private final boolean contiguous;
    /** Where each row begins, looked up because divisions would cost more than a short row; null for very many rows. */
    private final int[] rowOffsets;

    OperandWalk(int[] space, int[] strides, int offset) {
        this.space = space;
        this.strides = strides;
        this.offset = offset;
        this.inner = space[space.length - 1];
        this.innerStride = strides[strides.length - 1];
        boolean still = true;
        for (int axis = 0; axis < space.length - 1; axis++) {
            still &= strides[axis] == 0;
        }
        this.outerStill = still;
        this.again = again(space, strides);
        this.contiguous = inOrder(space, strides);
        this.rows = Shapes.size(space) / Math.max(1, inner);
        this.rowOffsets = rows <= MOST_LOOKED_UP && !contiguous ? IntStream.range(0, rows).map(this::computedOffset).toArray() : null;
    }

    private static int again(int[] space, int[] strides) {
        int rows = 1;
        for (int axis = space.length - 2; axis >= 0 && strides[axis] == 0; axis--) {
            rows *= space[axis];
        }
        return Math.max(1, rows);
    }

    private static boolean inOrder(int[] space, int[] strides) {
        int expected = 1;
        for (int axis = space.length - 1; axis >= 0; axis--) {
            if (space[axis] != 1 && strides[axis] != expected) {
                return false;
            }
            expected *= space[axis];
        }
        return true;
    }

    int offset() {
        return offset;
    }

    int inner() {
        return inner;
    }

    /** Of the whole walk. */
    int rows() {
        return rows;
    }

    int innerStride() {
        return innerStride;
    }

    /** One element for the whole walk. */
    boolean scalar() {
        return outerStill && innerStride == 0;
    }

    /** The elements lie in memory in the order of the walk, even where another operand's do not. */
    boolean contiguous() {
        return contiguous;
    }

    /** The same elements, one behind the other, for each index of the first axis. */
    boolean repeats() {
        return strides[0] == 0 && space.length > 1
                && inOrder(Arrays.copyOfRange(space, 1, space.length), Arrays.copyOfRange(strides, 1, strides.length));
    }

    /** The beginnings of rows are neighbours, in their order. */
    boolean rowsAdjoin() {
        return strides.length == 2 && strides[0] == 1;
    }

    /** So many rows, one behind the other, are the same. */
    int again() {
        return again;
    }

    /** The same row for every outer index. */
    boolean periodic() {
        return outerStill && innerStride == 1;
    }

    /** Where the row with this number (all axes but the last, row-major) begins, offset included. */
    int rowOffset(int row) {
        return rowOffsets != null ? rowOffsets[row] : computedOffset(row);
    }

    private int computedOffset(int row) {
        int position = offset;
        int rest = row;
        for (int axis = space.length - 2; axis > 0; axis--) {
            position += rest % space[axis] * strides[axis];
            rest /= space[axis];
        }
        return space.length > 1 ? position + rest * strides[0] : position;
    }
}
