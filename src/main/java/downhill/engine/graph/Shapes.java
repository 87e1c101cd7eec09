package downhill.engine.graph;

import java.util.Arrays;

/** Arithmetic on shapes. */
public final class Shapes {
    private Shapes() {
    }

    /** Number of elements; 1 for the empty shape. */
    public static int size(int... shape) {
        int size = 1;
        for (int length : shape) {
            size = Math.multiplyExact(size, length);
        }
        return size;
    }

    /** The shape both operands stretch to, aligned at the last axis. Throws where two lengths differ and neither is 1. */
    static int[] broadcast(int[] a, int[] b) {
        int rank = Math.max(a.length, b.length);
        int[] result = new int[rank];
        for (int i = 1; i <= rank; i++) {
            int left = i <= a.length ? a[a.length - i] : 1;
            int right = i <= b.length ? b[b.length - i] : 1;
            if (left != right && left != 1 && right != 1) {
                throw new IllegalArgumentException("shapes " + Arrays.toString(a) + " and " + Arrays.toString(b)
                        + " do not fit element by element");
            }
            result[rank - i] = left == 1 ? right : left;
        }
        return result;
    }

    /** Row-major strides of a contiguous tensor. */
    public static int[] strides(int... shape) {
        int[] strides = new int[shape.length];
        int step = 1;
        for (int i = shape.length - 1; i >= 0; i--) {
            strides[i] = step;
            step *= shape[i];
        }
        return strides;
    }

    static int[] with(int[] shape, int axis, int length) {
        int[] result = shape.clone();
        result[axis] = length;
        return result;
    }
}
