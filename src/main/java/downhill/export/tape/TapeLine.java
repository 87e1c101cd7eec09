package downhill.export.tape;

import java.util.List;

/**
 * One value that a model computes on its way from inputs to outputs. An axis whose length follows the number of rows B is told as −k where
 * it is k·B long.
 *
 * @param op        what is computed, see {@link TapeOps}
 * @param shape     lengths of the axes of the result; none of a single number
 * @param inputs    lines whose values are used, by their place on the tape
 * @param arguments whole numbers that belong to the operation
 * @param value     of a constant, else NaN
 * @param name      of a parameter's array, else empty
 */
public record TapeLine(String op, List<Integer> shape, List<Integer> inputs, List<Integer> arguments, double value, String name) {
    public TapeLine {
        shape = List.copyOf(shape);
        inputs = List.copyOf(inputs);
        arguments = List.copyOf(arguments);
    }

    /** Lengths of the axes for one row. */
    public int[] shapeOfOne() {
        return shape.stream().mapToInt(Math::abs).toArray();
    }
}
