package downhill.engine.plan;

import downhill.engine.graph.Shapes;
import java.util.Arrays;
import java.util.List;

/**
 * A way of looking at memory: element (i₀, i₁, ..) of run r lies at {@code offset + r·runStride + Σ iₐ·strides[a]}. A value
 * shared by all runs has run stride 0.
 */
public record ArrayView(Memory memory, int offset, int runStride, int[] shape, int[] strides) {

    /** A contiguous tensor for each of the runs, one behind the other. */
    public static ArrayView rows(Memory memory, int offset, int runStride, int... shape) {
        return new ArrayView(memory, offset, runStride, shape, Shapes.strides(shape));
    }

    public int size() {
        return Shapes.size(shape);
    }

    /** True where the elements of one run lie one behind the other in row-major order. */
    public boolean contiguous() {
        int expected = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            if (shape[axis] != 1) {
                if (strides[axis] != expected) {
                    return false;
                }
                expected *= shape[axis];
            }
        }
        return true;
    }

    /** The same elements under another shape, or null where that needs a copy. */
    ArrayView reshape(int[] newShape) {
        return contiguous() ? rows(memory, offset, runStride, newShape) : null;
    }

    ArrayView permute(List<Integer> order) {
        int[] newShape = new int[order.size()];
        int[] newStrides = new int[order.size()];
        for (int i = 0; i < newShape.length; i++) {
            newShape[i] = shape[order.get(i)];
            newStrides[i] = strides[order.get(i)];
        }
        return new ArrayView(memory, offset, runStride, newShape, newStrides);
    }

    ArrayView slice(int axis, int from, int to) {
        int[] newShape = shape.clone();
        newShape[axis] = to - from;
        return new ArrayView(memory, offset + from * strides[axis], runStride, newShape, strides);
    }

    /** Stretched to a larger shape: stride 0 along the stretched axes. */
    ArrayView expand(int[] newShape) {
        int extra = newShape.length - shape.length;
        int[] newStrides = new int[newShape.length];
        for (int axis = extra; axis < newShape.length; axis++) {
            newStrides[axis] = shape[axis - extra] == 1 ? 0 : strides[axis - extra];
        }
        return new ArrayView(memory, offset, runStride, newShape, newStrides);
    }

    /** The same view for runs {@code first} and following. */
    public ArrayView fromRun(int first) {
        return new ArrayView(memory, offset + first * runStride, runStride, shape, strides);
    }

    /** Copies the elements of one run in; the view must be contiguous. */
    public void write(int run, double[] values) {
        requireContiguous();
        memory.write(offset + run * runStride, values, 0, size());
    }

    /** Copies the elements of one run out; the view must be contiguous. */
    public double[] read(int run) {
        double[] values = new double[size()];
        read(run, values);
        return values;
    }

    /** Copies the elements of one run into a given array; the view must be contiguous. */
    public void read(int run, double[] target) {
        requireContiguous();
        memory.read(offset + run * runStride, target, 0, size());
    }

    private void requireContiguous() {
        if (!contiguous()) {
            throw new IllegalStateException("not contiguous: " + Arrays.toString(strides));
        }
    }
}
