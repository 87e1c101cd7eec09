package downhill.data.prepare;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Mean, spread, median and most frequent value of numbers that count differently; whole weights mean what repeating the numbers means. */
final class WeightedMoments {
    private final double[] values;
    private final Shares shares;

    /** @param weights above 0 */
    WeightedMoments(double[] values, double[] weights) {
        this.values = values;
        this.shares = Shares.of(weights);
    }

    double mean() {
        return shares.mean(values);
    }

    /** √ of the mean square, divisor Σ w. */
    double deviation(double mean) {
        return Squares.of(shares.rooted(Arrays.stream(values).map(value -> value - mean).toArray())).root(1);
    }

    /** Where half of the weight lies below; between two numbers their middle. */
    double median() {
        int[] order = rising();
        double below = 0;
        for (int i = 0; i < order.length; i++) {
            below += shares.each()[order[i]];
            if (Math.abs(below - 0.5) <= Moments.ROUNDING && i + 1 < order.length) {
                return values[order[i]] / 2 + values[order[i + 1]] / 2;
            }
            if (below > 0.5) {
                return values[order[i]];
            }
        }
        return values[order[order.length - 1]];
    }

    private int[] rising() {
        return IntStream.range(0, values.length).boxed().sorted(Comparator.comparingDouble(i -> values[i])).mapToInt(i -> i).toArray();
    }

    /** The value of the most weight, the smallest where several are. */
    double mode() {
        int[] order = rising();
        double best = values[order[0]];
        double most = 0;
        double sum = 0;
        for (int i = 0; i < order.length; i++) {
            sum = (i > 0 && values[order[i]] == values[order[i - 1]] ? sum : 0) + shares.each()[order[i]];
            if (sum > most * (1 + Moments.ROUNDING)) {
                most = sum;
                best = values[order[i]];
            }
        }
        return best;
    }
}
