package downhill.analysis.ensemble;

import downhill.analysis.score.Predictions;
import downhill.analysis.score.ScoreMetric;
import downhill.data.CounterRandom;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * A number taken of some rows, and how far it may be off because they are these rows: an interval of 95 %.
 *
 * @param value on the rows
 * @param low   NaN where nothing can be said
 * @param high  NaN where nothing can be said
 */
public record Estimate(double value, double low, double high) {
    private static final int RESAMPLES = 1000;
    /** Of many rows fewer samples tell as much. */
    private static final int FEWEST = 200;
    private static final int MOST_ROWS = 4_000_000;
    private static final double TAIL = 0.025;
    /** 97.5 % of a standard normal lie below. */
    private static final double NORMAL = 1.959963984540054;

    /**
     * A score. By percentiles of bootstrap samples of the rows, drawn in blocks that follow one another where rows are in time; the share
     * of right answers among rows that count the same by Wilson's interval (1927), which has a width even where all are right.
     *
     * @param block rows drawn together, 1 where they do not depend on each other
     * @param seed  the same gives the same interval
     */
    public static Estimate of(ScoreMetric metric, Predictions predictions, int block, long seed) {
        double value = metric.of(predictions);
        int rows = predictions.actual().length;
        if (metric == ScoreMetric.ACCURACY && predictions.weights().length == 0 && block == 1) {
            return wilson(value, rows);
        }
        return sampled(value, rows, block, seed, drawn -> metric.of(Mixture.rows(predictions, drawn)));
    }

    /** How much better the first is than the second on the same rows: above 0 where it is better, whether the metric is large or small. */
    public static Estimate gain(ScoreMetric metric, Predictions first, Predictions second, int block, long seed) {
        return sampled(gain(metric, first, second), first.actual().length, block, seed,
                drawn -> gain(metric, Mixture.rows(first, drawn), Mixture.rows(second, drawn)));
    }

    private static double gain(ScoreMetric metric, Predictions first, Predictions second) {
        double a = metric.of(first);
        double b = metric.of(second);
        return metric.higherIsBetter() ? a - b : b - a;
    }

    /** Whether it is above 0 for sure, as far as the interval tells. */
    public boolean isAboveZero() {
        return low > 0;
    }

    static Estimate wilson(double share, int rows) {
        double square = NORMAL * NORMAL / rows;
        double middle = (share + square / 2) / (1 + square);
        double half = NORMAL * Math.sqrt((share * (1 - share) + square / 4) / rows) / (1 + square);
        return new Estimate(share, Math.max(0, Math.min(share, middle - half)), Math.min(1, Math.max(share, middle + half)));
    }

    private static Estimate sampled(double value, int rows, int block, long seed, ToDoubleFunction<int[]> score) {
        double[] scores = new double[Math.max(FEWEST, Math.min(RESAMPLES, MOST_ROWS / Math.max(1, rows)))];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = score.applyAsDouble(drawn(rows, block, seed, i));
        }
        double[] told = Arrays.stream(scores).filter(each -> !Double.isNaN(each)).sorted().toArray();
        boolean enough = rows > 1 && told.length > scores.length * (1 - TAIL);
        return new Estimate(value, enough ? quantile(told, TAIL) : Double.NaN, enough ? quantile(told, 1 - TAIL) : Double.NaN);
    }

    /** After the last row comes the first again, so that all rows are drawn equally often. */
    private static int[] drawn(int rows, int block, long seed, int sample) {
        int[] drawn = new int[rows];
        int start = 0;
        for (int i = 0; i < rows; i++) {
            if (i % block == 0) {
                start = CounterRandom.index(seed, CounterRandom.SAMPLING, (long) sample * rows + i, rows);
            }
            drawn[i] = (start + i % block) % rows;
        }
        return drawn;
    }

    private static double quantile(double[] rising, double share) {
        double place = share * (rising.length - 1);
        int below = (int) place;
        double next = rising[Math.min(below + 1, rising.length - 1)];
        return rising[below] + (place - below) * (next - rising[below]);
    }
}
