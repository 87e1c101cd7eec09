package downhill.export.onnx.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Operators that put elements elsewhere and compute nothing. */
final class Shaping {
    private Shaping() {
    }

    static Tensor reshape(Tensor a, Tensor lengths) {
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
        Arrays.stream(whole(axes)).sorted().forEach(axis -> shape.add(axis, 1));
        return new Tensor(a.numbers(), a.texts(), shape.stream().mapToInt(Integer::intValue).toArray());
    }

    static Tensor transpose(Tensor a, long... order) {
        int[] strides = Tensor.strides(a.shape());
        int[] shape = Arrays.stream(order).mapToInt(axis -> a.shape()[(int) axis]).toArray();
        int[] steps = Arrays.stream(order).mapToInt(axis -> strides[(int) axis]).toArray();
        return a.at(Tensor.places(shape, steps, 0), shape);
    }

    /** Along one axis. */
    static Tensor slice(Tensor a, Tensor from, Tensor to, Tensor axis) {
        int along = a.axis(whole(axis)[0]);
        int[] shape = a.shape().clone();
        shape[along] = Math.min(whole(to)[0], a.shape()[along]) - whole(from)[0];
        int[] strides = Tensor.strides(a.shape());
        return a.at(Tensor.places(shape, strides, whole(from)[0] * strides[along]), shape);
    }

    static Tensor concat(List<Tensor> parts, long axis) {
        int along = parts.get(0).axis(axis);
        int[] shape = parts.get(0).shape().clone();
        shape[along] = parts.stream().mapToInt(part -> part.shape()[along]).sum();
        double[] joined = new double[Tensor.size(shape)];
        int[] strides = Tensor.strides(shape);
        int from = 0;
        for (Tensor part : parts) {
            int[] places = Tensor.places(part.shape(), strides, from);
            IntStream.range(0, places.length).forEach(i -> joined[places[i]] = part.numbers()[i]);
            from += part.shape()[along] * strides[along];
        }
        return Tensor.of(joined, shape);
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
