package downhill.engine.graph;

/**
 * A stretch of the parameter row that is one array in products: one slot, or the slots that lie side by side in its last axis.
 *
 * @param name   that of its slots, joined by {@code |}
 * @param shape  lengths of its axes, contiguous in row-major order
 * @param offset index of its first element in the row
 */
public record ParameterBlock(String name, int[] shape, int offset) {
    /** Number of elements. */
    public int size() {
        return Shapes.size(shape);
    }
}
