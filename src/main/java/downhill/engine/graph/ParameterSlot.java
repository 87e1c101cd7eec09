package downhill.engine.graph;

/**
 * A named array inside the flat parameter row [P].
 *
 * @param name    as users and files know it, such as {@code dense1.weight}
 * @param shape   lengths of its axes
 * @param offset  index of its first element in the row
 * @param strides distance in the row between neighbours along each axis
 */
public record ParameterSlot(String name, int[] shape, int offset, int[] strides) {

    /** Index in the row of the array's i-th element in row-major order. */
    public int position(int i) {
        int position = offset;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            position += i % shape[axis] * strides[axis];
            i /= shape[axis];
        }
        return position;
    }

    /** Number of elements. */
    public int size() {
        return Shapes.size(shape);
    }

    /** Penalties on size hold for weights, not for biases and gains. */
    public boolean penalised() {
        return name.endsWith("weight");
    }
}
