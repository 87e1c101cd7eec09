package downhill.export.onnx.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Operators that put elements elsewhere and compute nothing. */
final class Shaping {
    private Shaping() {
    }

    static Tensor reshape(Tensor a, Tensor lengths, Attributes attributes) {
        attributes.refuse("allowzero", 0);
        int[] shape = whole(lengths);
        int known = 1;
        for (int i = 0; i < shape.length; i++) {
            shape[i] = shape[i] == 0 ? a.shape()[i] : shape[i];
            known *= shape[i] == -1 ? 1 : shape[i];
        }
        for (int i = 0; i < shape.length; i++) {
            shape[i] = shape[i] == -1 ? a.size() / known : shape[i];
        }
        if (Tensor.size(shape) != a.size()) {
            throw new IllegalArgumentException("shape " + Arrays.toString(shape));
        }
        return new Tensor(a.numbers(), a.texts(), shape);
    }

    static Tensor unsqueeze(Tensor a, Tensor axes) {
        List<Integer> shape = new ArrayList<>(Arrays.stream(a.shape()).boxed().toList());
        int rank = a.rank() + axes.size();
        Arrays.stream(whole(axes)).map(axis -> axis < 0 ? axis + rank : axis).sorted().forEach(axis -> shape.add(axis, 1));
        return new Tensor(a.numbers(), a.texts(), shape.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Without these axes of length 1, or all such. */
    static Tensor squeeze(Tensor a, int... told) {
        Set<Integer> gone = IntStream.of(told.length == 0 ? a.axes() : a.axes(told))
                .filter(axis -> told.length > 0 || a.shape()[axis] == 1).boxed().collect(Collectors.toSet());
        if (gone.stream().anyMatch(axis -> a.shape()[axis] != 1)) {
            throw new IllegalArgumentException("an axis that is longer than 1");
        }
        int[] kept = IntStream.range(0, a.rank()).filter(axis -> !gone.contains(axis)).map(axis -> a.shape()[axis]).toArray();
        return new Tensor(a.numbers(), a.texts(), kept);
    }

    /** All before an axis, and all from it on. */
    static Tensor flatten(Tensor a, long axis) {
        int at = a.axis(axis);
        int rows = Tensor.size(Arrays.copyOf(a.shape(), at));
        return new Tensor(a.numbers(), a.texts(), rows, rows == 0 ? 0 : a.size() / rows);
    }

    static Tensor transpose(Tensor a, long... told) {
        long[] order = told.length > 0 ? told : IntStream.range(0, a.rank()).mapToLong(i -> a.rank() - 1L - i).toArray();
        int[] strides = Tensor.strides(a.shape());
        int[] shape = Arrays.stream(order).mapToInt(axis -> a.shape()[(int) axis]).toArray();
        int[] steps = Arrays.stream(order).mapToInt(axis -> strides[(int) axis]).toArray();
        return a.at(Tensor.places(shape, steps, 0), shape);
    }

    /** Along one axis, each element. */
    static Tensor slice(List<Tensor> in) {
        Tensor a = in.get(0);
        int[] axis = in.size() < 4 ? new int[] {0} : whole(in.get(3));
        if (axis.length != 1 || in.size() > 4 && whole(in.get(4))[0] != 1) {
            throw new IllegalArgumentException("along several axes, or with steps");
        }
        int along = a.axis(axis[0]);
        int from = within(in.get(1), a.shape()[along]);
        int[] shape = a.shape().clone();
        shape[along] = Math.max(0, within(in.get(2), a.shape()[along]) - from);
        int[] strides = Tensor.strides(a.shape());
        return a.at(Tensor.places(shape, strides, from * strides[along]), shape);
    }

    /** A place, counted from the end where it is negative. */
    private static int within(Tensor place, int length) {
        double at = place.numbers()[0];
        return (int) Math.max(0, Math.min(length, at < 0 ? at + length : at));
    }

    static Tensor concat(List<Tensor> parts, long axis) {
        int along = parts.get(0).axis(axis);
        int[] shape = parts.get(0).shape().clone();
        shape[along] = parts.stream().mapToInt(part -> part.shape()[along]).sum();
        double[] joined = new double[Tensor.size(shape)];
        int[] strides = Tensor.strides(shape);
        int from = 0;
        for (Tensor part : parts) {
            requireFits(part, shape, along);
            int[] places = Tensor.places(part.shape(), strides, from);
            IntStream.range(0, places.length).forEach(i -> joined[places[i]] = part.numbers()[i]);
            from += part.shape()[along] * strides[along];
        }
        return Tensor.of(joined, shape);
    }

    private static void requireFits(Tensor part, int[] shape, int along) {
        if (part.rank() != shape.length
                || IntStream.range(0, shape.length).anyMatch(axis -> axis != along && part.shape()[axis] != shape[axis])) {
            throw new IllegalArgumentException("parts of different shapes");
        }
    }

    static Tensor expand(Tensor a, Tensor lengths) {
        return a.stretched(Tensor.common(a.shape(), whole(lengths)));
    }

    static Tensor where(Tensor condition, Tensor then, Tensor otherwise) {
        int[] shape = Tensor.common(Tensor.common(condition.shape(), then.shape()), otherwise.shape());
        double[] which = condition.stretched(shape).numbers();
        double[] a = then.stretched(shape).numbers();
        double[] b = otherwise.stretched(shape).numbers();
        double[] chosen = new double[which.length];
        Arrays.setAll(chosen, i -> which[i] != 0 ? a[i] : b[i]);
        return Tensor.of(chosen, shape);
    }

    static int[] whole(Tensor numbers) {
        return Arrays.stream(numbers.numbers()).mapToInt(number -> Math.toIntExact((long) number)).toArray();
    }
}
