package downhill.model;

import java.util.List;

/**
 * An input that dropout multiplies in: each value is 0 with probability {@code rate}, else 1/(1 − rate).
 *
 * @param name  of the graph's input
 * @param shape without the run axis
 * @param rate  0 to below 1
 */
public record MaskInput(String name, List<Integer> shape, double rate) {
    public MaskInput {
        shape = List.copyOf(shape);
    }

    /** Number of values of one run. */
    public int size() {
        return shape.stream().reduce(1, Math::multiplyExact);
    }
}
