package downhill.analysis.verdict;

import downhill.data.CounterRandom;
import java.util.Arrays;

/**
 * The mean of the middle half of some scores (Agarwal et al. 2021, "Deep reinforcement learning at the edge of the statistical
 * precipice"): a quarter of the scores, rounded down, is left out at each end, as {@code scipy.stats.trim_mean(x, 0.25)} does. One that
 * diverged counts as infinitely bad, so that a few of them change little and many are seen.
 *
 * @param value infinite where too many scores are
 * @param low   lower end of the interval, NaN where there is one score only
 * @param high  its upper end
 */
public record InterquartileMean(double value, double low, double high) {
    private static final int RESAMPLES = 2000;
    private static final double TAIL = 0.025;

    /** Mean of the middle half; NaN without scores. */
    public static double of(double[] scores) {
        double[] rising = scores.clone();
        Arrays.sort(rising);
        int cut = rising.length / 4;
        return Arrays.stream(rising, cut, rising.length - cut).average().orElse(Double.NaN);
    }

    /**
     * With an interval of 95 % by percentiles of 2,000 bootstrap samples, each drawn stratum by stratum.
     *
     * @param strata scores, such as those of each repeat
     * @param seed   the same gives the same interval
     */
    public static InterquartileMean of(double[][] strata, long seed) {
        double[] all = Arrays.stream(strata).flatMapToDouble(Arrays::stream).toArray();
        double[] drawn = new double[all.length];
        double[] means = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            draw(strata, drawn, seed, (long) i * all.length);
            means[i] = of(drawn);
        }
        Arrays.sort(means);
        boolean one = all.length < 2;
        return new InterquartileMean(of(all), one ? Double.NaN : quantile(means, TAIL), one ? Double.NaN : quantile(means, 1 - TAIL));
    }

    private static void draw(double[][] strata, double[] target, long seed, long counter) {
        int filled = 0;
        for (double[] stratum : strata) {
            for (int i = 0; i < stratum.length; i++) {
                target[filled] = stratum[CounterRandom.index(seed, CounterRandom.SAMPLING, counter + filled, stratum.length)];
                filled++;
            }
        }
    }

    /** Between neighbours in proportion, as NumPy does; what is infinite is not averaged with what is not. */
    private static double quantile(double[] rising, double share) {
        double place = share * (rising.length - 1);
        int below = (int) place;
        double next = rising[Math.min(below + 1, rising.length - 1)];
        boolean alone = rising[below] == next || Double.isInfinite(rising[below]);
        return alone ? rising[below] : rising[below] + (place - below) * (next - rising[below]);
    }
}
