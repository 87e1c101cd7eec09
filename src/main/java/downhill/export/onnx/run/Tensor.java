package downhill.export.onnx.run;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * A value of a graph: numbers (whole ones and truth values among them, as 1 and 0) or texts, the last axis fastest.
 *
 * @param numbers null where it holds texts
 * @param texts   null where it holds numbers
 * @param shape   lengths of its axes
 */
record Tensor(double[] numbers, String[] texts, int... shape) {
    /** Elements of the largest value. */
    private static final int LARGEST = 1 << 25;

    static Tensor of(double[] numbers, int... shape) {
        return new Tensor(numbers, null, shape);
    }

    static Tensor of(String[] texts, int... shape) {
        return new Tensor(null, texts, shape);
    }

    int size() {
        return size(shape);
    }

    /** @throws IllegalArgumentException where that is more than one value may have, or less than nothing */
    static int size(int... shape) {
        long size = 1;
        for (int length : shape) {
            size *= length;
            if (length < 0 || size > LARGEST) {
                throw new IllegalArgumentException("a value of the shape " + Arrays.toString(shape));
            }
        }
        return (int) size;
    }

    int rank() {
        return shape.length;
    }

    /** An axis counted from the end where it is negative. */
    int axis(long axis) {
        return Math.toIntExact(axis < 0 ? rank() + axis : axis);
    }

    static int[] strides(int... shape) {
        int[] strides = new int[shape.length];
        int step = 1;
        for (int i = shape.length - 1; i >= 0; i--) {
            strides[i] = step;
            step *= shape[i];
        }
        return strides;
    }

    /** The elements at these places under a shape. */
    Tensor at(int[] places, int... as) {
        if (texts != null) {
            return of(Arrays.stream(places).mapToObj(place -> texts[place]).toArray(String[]::new), as);
        }
        return of(Arrays.stream(places).mapToDouble(place -> numbers[place]).toArray(), as);
    }

    Tensor stretched(int... to) {
        return Arrays.equals(shape, to) ? this : at(places(to, stretching(to), 0), to);
    }

    /** Strides within a larger shape, aligned at the last axis: 0 along what stretches. */
    int[] stretching(int... large) {
        int[] own = strides(shape);
        int[] strides = new int[large.length];
        for (int i = 1; i <= shape.length; i++) {
            strides[large.length - i] = shape[shape.length - i] == 1 ? 0 : own[shape.length - i];
        }
        return strides;
    }

    /** Where each element of a shape lies, in order. */
    static int[] places(int[] shape, int[] strides, int from) {
        int[] places = new int[size(shape)];
        int[] index = new int[shape.length];
        int place = from;
        for (int i = 0; i < places.length; i++) {
            places[i] = place;
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                place += strides[axis];
                if (++index[axis] < shape[axis]) {
                    break;
                }
                place -= shape[axis] * strides[axis];
                index[axis] = 0;
            }
        }
        return places;
    }

    /** The shape that both stretch to. */
    static int[] common(int[] a, int... b) {
        int rank = Math.max(a.length, b.length);
        int[] common = new int[rank];
        for (int i = 1; i <= rank; i++) {
            int left = i <= a.length ? a[a.length - i] : 1;
            int right = i <= b.length ? b[b.length - i] : 1;
            if (left != right && left != 1 && right != 1) {
                throw new IllegalArgumentException("shapes " + Arrays.toString(a) + " and " + Arrays.toString(b));
            }
            common[rank - i] = left == 1 ? right : left;
        }
        return common;
    }

    Tensor map(DoubleUnaryOperator function) {
        return of(Arrays.stream(numbers).map(function).toArray(), shape);
    }

    Tensor with(Tensor other, DoubleBinaryOperator function) {
        int[] common = common(shape, other.shape);
        double[] a = stretched(common).numbers;
        double[] b = other.stretched(common).numbers;
        double[] both = new double[a.length];
        Arrays.setAll(both, i -> function.applyAsDouble(a[i], b[i]));
        return of(both, common);
    }

    /** One number for all places along some axes, or along all where none is told; they stay with length 1 or go. */
    Tensor reduced(int[] told, boolean stay, double start, DoubleBinaryOperator function) {
        int[] axes = axes(told);
        int[] kept = shape.clone();
        Arrays.stream(axes).forEach(axis -> kept[axis] = 1);
        double[] reduced = new double[size(kept)];
        Arrays.fill(reduced, start);
        int[] places = places(shape, of(reduced, kept).stretching(shape), 0);
        for (int i = 0; i < places.length; i++) {
            reduced[places[i]] = function.applyAsDouble(reduced[places[i]], numbers[i]);
        }
        return of(reduced, stay ? kept : without(axes));
    }

    /** From the first on; all where none is told. */
    int[] axes(int... told) {
        return told.length == 0 ? IntStream.range(0, rank()).toArray() : Arrays.stream(told).map(this::axis).toArray();
    }

    private int[] without(int... axes) {
        return IntStream.range(0, rank()).filter(axis -> Arrays.stream(axes).noneMatch(gone -> gone == axis))
                .map(axis -> shape[axis]).toArray();
    }
}
