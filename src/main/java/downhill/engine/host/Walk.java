package downhill.engine.host;

/** How one operand is met while a kernel walks its space: row-major, the last axis innermost. */
final class Walk {
    private final int[] space;
    private final int[] strides;
    private final int offset;
    private final int inner;
    private final int innerStride;
    private final boolean outerStill;

    Walk(int[] space, int[] strides, int offset) {
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
    }

    int offset() {
        return offset;
    }

    int inner() {
        return inner;
    }

    int innerStride() {
        return innerStride;
    }

    /** One element for the whole walk. */
    boolean scalar() {
        return outerStill && innerStride == 0;
    }

    boolean contiguous() {
        return space.length == 1 && innerStride == 1;
    }

    /** The same row for every outer index. */
    boolean periodic() {
        return outerStill && innerStride == 1;
    }

    /** Where the row with this number (all axes but the last, row-major) begins, offset included. */
    int rowOffset(int row) {
        int position = offset;
        int rest = row;
        for (int axis = space.length - 2; axis > 0; axis--) {
            position += rest % space[axis] * strides[axis];
            rest /= space[axis];
        }
        return space.length > 1 ? position + rest * strides[0] : position;
    }
}
