package downhill.engine.graph;

import java.util.Arrays;

/** Reductions and changes of shape, from multi-indexes. */
final class ReferenceAxes {
    private ReferenceAxes() {
    }

    /** The multi-index of the i-th element in row-major order. */
    static int[] index(int[] shape, int i) {
        int[] index = new int[shape.length];
        int rest = i;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            index[axis] = rest % shape[axis];
            rest /= shape[axis];
        }
        return index;
    }

    static int offset(int[] shape, int[] index) {
        int offset = 0;
        for (int axis = 0; axis < shape.length; axis++) {
            offset = offset * shape[axis] + index[axis];
        }
        return offset;
    }

    /** Where the i-th element of {@code shape} is found in an operand that stretches to it. */
    static int stretched(int[] shape, int[] operand, int i) {
        int[] index = index(shape, i);
        int[] own = new int[operand.length];
        for (int axis = 0; axis < own.length; axis++) {
            own[axis] = operand[axis] == 1 ? 0 : index[axis + shape.length - operand.length];
        }
        return offset(operand, own);
    }

    static double[] compute(Node node, Op op, double[] in) {
        int[] shape = node.inputs().get(0).shape();
        if (op instanceof Op.Reshape) {
            return in;
        } else if (op instanceof Op.Sum) {
            return sum(node, shape, in);
        } else if (op instanceof Op.DetachedMax) {
            return max(node, shape, in);
        }
        double[] result = new double[node.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = in[source(op, node, shape, i)];
        }
        return result;
    }

    private static int source(Op op, Node node, int[] shape, int i) {
        if (op instanceof Op.Expand) {
            return stretched(node.shape(), shape, i);
        }
        int[] index = index(node.shape(), i);
        if (op instanceof Op.Slice slice) {
            index[slice.axis()] += slice.from();
            return offset(shape, index);
        }
        if (op instanceof Op.Permute permute) {
            int[] source = new int[shape.length];
            for (int axis = 0; axis < shape.length; axis++) {
                source[permute.order().get(axis)] = index[axis];
            }
            return offset(shape, source);
        }
        throw new UnsupportedOperationException(op.toString());
    }

    private static double[] sum(Node node, int[] shape, double[] in) {
        double[] result = new double[node.size()];
        int[] reduced = node.shape();
        for (int i = 0; i < in.length; i++) {
            result[stretched(shape, reduced, i)] += in[i];
        }
        return result;
    }

    private static double[] max(Node node, int[] shape, double[] in) {
        double[] result = new double[node.size()];
        Arrays.fill(result, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < in.length; i++) {
            int at = stretched(shape, node.shape(), i);
            result[at] = Math.max(result[at], in[i]);
        }
        return result;
    }
}
