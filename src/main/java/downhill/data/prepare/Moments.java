package downhill.data.prepare;

import downhill.data.Column;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Mean and spread of numbers of any size, up to half of the largest that there is. */
final class Moments {
    /**
     * Numbers that differ by no more than this share of the largest of them differ by rounding: some 450 times what a double can tell apart
     * there, which a sum of thousands of terms comes to.
     */
    static final double ROUNDING = 1e-13;

    private Moments() {
    }

    /** Whether the numbers, NaN apart, are all the same but for rounding; not of none. */
    static boolean isConstant(double... values) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            min = value < min ? value : min;
            max = value > max ? value : max;
        }
        return min <= max && max / 2 - min / 2 <= ROUNDING / 2 * Math.max(Math.abs(min), Math.abs(max));
    }

    /** The same of a column of numbers. */
    static boolean isConstant(Column column) {
        return isConstant(IntStream.range(0, column.size()).mapToDouble(column::number).toArray());
    }

    /** As {@link StepFitter#mean}, also where the sum is more than a number can be. */
    static double mean(double[] values) {
        double plain = StepFitter.mean(values);
        if (Double.isFinite(plain)) {
            return plain;
        }
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        return mean;
    }

    /** With divisor n, also where the squares are too large or too small for numbers. */
    static double deviation(double[] values, double mean) {
        return Squares.of(Arrays.stream(values).map(value -> value - mean).toArray()).root(values.length);
    }
}
