package downhill.model;

import downhill.words.Said;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Shape of one example: [features], a series [time, channels] or an image [channels, height, width].
 *
 * @param lengths of its axes, each at least 1
 */
public record InputShape(List<Integer> lengths) {
    public InputShape {
        lengths = List.copyOf(lengths);
        if (lengths.isEmpty() || lengths.stream().anyMatch(length -> length < 1)) {
            throw new ModelException(Said.of("model.example", lengths));
        }
    }

    /** The shape with the given axes, as data come: one for features, two for series, three for images. */
    public static InputShape of(int... lengths) {
        return new InputShape(Arrays.stream(lengths).boxed().toList());
    }

    /** Number of values of one example. */
    public int size() {
        return lengths.stream().reduce(1, Math::multiplyExact);
    }

    int length(int axis) {
        return lengths.get(axis);
    }

    int rank() {
        return lengths.size();
    }

    /** The lengths with the number of rows before them. */
    int[] batch(int rows) {
        int[] shape = new int[lengths.size() + 1];
        shape[0] = rows;
        for (int i = 1; i < shape.length; i++) {
            shape[i] = lengths.get(i - 1);
        }
        return shape;
    }

    @Override
    public String toString() {
        return lengths.stream().map(String::valueOf).collect(Collectors.joining("×"));
    }
}
