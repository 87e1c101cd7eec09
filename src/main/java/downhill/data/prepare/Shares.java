package downhill.data.prepare;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Of each of some rows the share of all weights that it has; they sum to 1.
 *
 * @param each one for each row
 */
public record Shares(double[] each) {
    /** @param weights of 0 or more, not all 0; divided by the largest first, so that their sum is a number */
    public static Shares of(double[] weights) {
        double most = Arrays.stream(weights).max().orElse(1);
        double sum = Arrays.stream(weights).map(weight -> weight / most).sum();
        return new Shares(Arrays.stream(weights).map(weight -> weight / most / sum).toArray());
    }

    /** Weighted mean, twice through, so that large means cost no digits. */
    public double mean(double[] values) {
        double rough = sum(values, 0);
        return rough + sum(values, rough);
    }

    private double sum(double[] values, double center) {
        return IntStream.range(0, each.length).mapToDouble(i -> each[i] * (values[i] - center)).sum();
    }

    /**
     * Weighted R²; see {@link Squares#r2}.
     *
     * @param rooted errors as by {@link #rooted}
     */
    public double r2(double[] rooted, double[] actual) {
        double center = mean(actual);
        return Squares.r2(rooted, rooted(Arrays.stream(actual).map(value -> value - center).toArray()));
    }

    /** Each number times the root of its share: the sum of their squares is the weighted mean square. */
    public double[] rooted(double[] values) {
        return IntStream.range(0, each.length).mapToDouble(i -> Math.sqrt(each[i]) * values[i]).toArray();
    }
}
