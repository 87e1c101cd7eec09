package downhill.export.onnx.run;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Operators that take more than one element for each of theirs. */
final class Computing {
    private Computing() {
    }

    /** Product over the last two axes; those before are a batch, and stretch. */
    static Tensor matMul(Tensor a, Tensor b) {
        int m = a.shape()[a.rank() - 2];
        int k = a.shape()[a.rank() - 1];
        int n = b.shape()[b.rank() - 1];
        if (k != b.shape()[b.rank() - 2]) {
            throw new IllegalArgumentException("product of " + Arrays.toString(a.shape()) + " and " + Arrays.toString(b.shape()));
        }
        int[] batch = Tensor.common(Arrays.copyOf(a.shape(), a.rank() - 2), Arrays.copyOf(b.shape(), b.rank() - 2));
        int[] fromA = batches(a, batch, m * k);
        int[] fromB = batches(b, batch, k * n);
        double[] product = new double[Tensor.size(fromA.length, m, n)];
        for (int at = 0; at < fromA.length; at++) {
            for (int i = 0; i < m * n; i++) {
                product[at * m * n + i] = dot(a, fromA[at] + i / n * k, b, fromB[at] + i % n, n, k);
            }
        }
        int[] shape = Arrays.copyOf(batch, batch.length + 2);
        shape[batch.length] = m;
        shape[batch.length + 1] = n;
        return Tensor.of(product, shape);
    }

    private static double dot(Tensor a, int left, Tensor b, int right, int step, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += a.numbers()[left + i] * b.numbers()[right + i * step];
        }
        return sum;
    }

    private static int[] batches(Tensor of, int[] batch, int size) {
        Tensor starts = Tensor.of(new double[0], Arrays.copyOf(of.shape(), of.rank() - 2));
        return Arrays.stream(Tensor.places(batch, starts.stretching(batch), 0)).map(place -> place * size).toArray();
    }

    /** Unsigned bytes, of two equally near the even one. */
    static Tensor quantised(Tensor a, double step, double zero) {
        return a.map(x -> Math.max(0, Math.min(255, Math.rint(x / step) + zero)));
    }

    /** What bytes stand for, by one step for all or for each index of an axis. */
    static Tensor real(Tensor a, Tensor steps, Tensor zeros, int axis) {
        int[] shape = new int[a.rank()];
        Arrays.fill(shape, 1);
        if (steps.size() > 1) {
            shape[axis] = steps.size();
        }
        Tensor by = Tensor.of(steps.numbers(), shape);
        return a.with(Tensor.of(zeros.numbers(), shape), (q, zero) -> q - zero).with(by, (q, step) -> q * step);
    }

    static Tensor softmax(Tensor a, long axis) {
        int[] last = {a.axis(axis)};
        Tensor powers = a.with(a.reduced(last, true, Double.NEGATIVE_INFINITY, Math::max), (x, largest) -> Math.exp(x - largest));
        return powers.with(powers.reduced(last, true, 0, Double::sum), (x, sum) -> x / sum);
    }

    /** Place of the first of the largest along an axis. */
    static Tensor argMax(Tensor a, Attributes attributes) {
        attributes.refuse("select_last_index", 0);
        int[] axis = {a.axis(attributes.whole("axis", 0))};
        Tensor largest = a.reduced(axis, true, Double.NEGATIVE_INFINITY, Math::max);
        int[] along = new int[a.rank()];
        Arrays.fill(along, 1);
        along[axis[0]] = a.shape()[axis[0]];
        Tensor index = Tensor.of(IntStream.range(0, along[axis[0]]).mapToDouble(i -> i).toArray(), along);
        Tensor places = a.with(largest, (x, most) -> x == most ? 0 : Double.POSITIVE_INFINITY).with(index, Double::sum);
        return places.reduced(axis, attributes.whole("keepdims", 1) == 1, Double.POSITIVE_INFINITY, Math::min);
    }

    /** α·A·B + β·C, each of A and B turned or not. */
    static Tensor gemm(List<Tensor> in, Attributes attributes) {
        Tensor a = attributes.whole("transA", 0) == 0 ? in.get(0) : Shaping.transpose(in.get(0), 1, 0);
        Tensor b = attributes.whole("transB", 0) == 0 ? in.get(1) : Shaping.transpose(in.get(1), 1, 0);
        double alpha = attributes.real("alpha", 1);
        double beta = attributes.real("beta", 1);
        Tensor product = matMul(a, b).map(x -> alpha * x);
        return in.size() < 3 || in.get(2) == null ? product : product.with(in.get(2), (x, c) -> x + beta * c);
    }

    static Tensor mean(Tensor a, int[] axes, boolean stay) {
        int count = Arrays.stream(a.axes(axes)).map(axis -> a.shape()[axis]).reduce(1, (x, y) -> x * y);
        return a.reduced(axes, stay, 0, Double::sum).map(sum -> sum / count);
    }

    /** Images [N, C, H, W], windows side by side, a rest left out. */
    static Tensor maxPool(Tensor a, Attributes attributes) {
        int side = attributes.square("kernel_shape");
        if (side != attributes.square("strides") || Arrays.stream(attributes.wholes("pads")).anyMatch(pad -> pad != 0)
                || Arrays.stream(attributes.wholes("dilations")).anyMatch(each -> each != 1)) {
            throw new IllegalArgumentException("windows that are not side by side");
        }
        attributes.refuse("ceil_mode", 0);
        int[] shape = {a.shape()[0], a.shape()[1], a.shape()[2] / side, a.shape()[3] / side, side, side};
        int[] strides = Tensor.strides(a.shape());
        int[] steps = {strides[0], strides[1], strides[2] * side, strides[3] * side, strides[2], strides[3]};
        return a.at(Tensor.places(shape, steps, 0), shape).reduced(new int[] {4, 5}, false, Double.NEGATIVE_INFINITY, Math::max);
    }

    static Tensor labelEncoder(Tensor a, Attributes attributes) {
        List<String> texts = attributes.texts("keys_strings");
        if (texts.isEmpty()) {
            return texts(a, attributes);
        }
        long[] places = attributes.wholes("values_int64s");
        Map<String, Double> known = new HashMap<>();
        IntStream.range(0, places.length).forEach(i -> known.put(texts.get(i), (double) places[i]));
        double unknown = attributes.whole("default_int64", -1);
        return Tensor.of(Arrays.stream(a.texts()).mapToDouble(text -> known.getOrDefault(text, unknown)).toArray(), a.shape());
    }

    private static Tensor texts(Tensor a, Attributes attributes) {
        long[] keys = attributes.wholes("keys_int64s");
        List<String> values = attributes.texts("values_strings");
        Map<Long, String> known = new HashMap<>();
        IntStream.range(0, keys.length).forEach(i -> known.put(keys[i], values.get(i)));
        String unknown = attributes.text("default_string");
        return Tensor.of(Arrays.stream(a.numbers()).mapToObj(key -> known.getOrDefault((long) key, unknown)).toArray(String[]::new),
                a.shape());
    }
}
