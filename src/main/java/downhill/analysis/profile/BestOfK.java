package downhill.analysis.profile;

import java.util.Arrays;

/**
 * What the best of k trials comes to, against k: the tuning budget (Dodge et al. 2019; Sivaprasad et al. 2020, "Optimizer benchmarking
 * needs to account for hyperparameter tuning"). Of n trials drawn by chance the mean of the best over all sets of k of them, which is
 * unbiased (Tang et al. 2020, "Showing your work doesn't always work"; with replacement, as Dodge has it, it would be too pessimistic):
 * Σᵢ C(i − 1, k − 1)/C(n, k) · x₍ᵢ₎, with x₍₁₎ the worst. A trial that diverged is infinitely bad.
 *
 * @param expected at k − 1 the mean of the best of k; infinite where all of k may have diverged
 * @param low      what a quarter of all sets of k do not come to: the worse side
 * @param high     what only a quarter of them are better than
 */
public record BestOfK(double[] expected, double[] low, double[] high) {
    private static final double QUARTER = 0.25;

    /**
     * Of trials that were drawn independently.
     *
     * @param values of the trials, at least one; NaN for one that diverged
     */
    public static BestOfK of(double[] values, boolean higherIsBetter) {
        double sign = higherIsBetter ? 1 : -1;
        double[] rising = Arrays.stream(values).map(value -> Double.isNaN(value) ? Double.NEGATIVE_INFINITY : sign * value).sorted()
                .toArray();
        int n = rising.length;
        BestOfK all = new BestOfK(new double[n], new double[n], new double[n]);
        for (int k = 1; k <= n; k++) {
            double[] shares = shares(n, k);
            all.expected[k - 1] = sign * mean(rising, shares);
            all.low[k - 1] = sign * quantile(rising, shares, QUARTER);
            all.high[k - 1] = sign * quantile(rising, shares, 1 - QUARTER);
        }
        return all;
    }

    /** Of all sets of k the share whose best is the one at each place: from the last, k/n, backwards by ratios; nothing overflows so. */
    private static double[] shares(int n, int k) {
        double[] shares = new double[n];
        shares[n - 1] = (double) k / n;
        for (int i = n - 1; i >= k; i--) {
            shares[i - 1] = shares[i] * (i - k + 1) / i;
        }
        return shares;
    }

    private static double mean(double[] rising, double[] shares) {
        double sum = 0;
        for (int i = 0; i < rising.length; i++) {
            sum += shares[i] == 0 ? 0 : shares[i] * rising[i];
        }
        return sum;
    }

    private static double quantile(double[] rising, double[] shares, double share) {
        double sum = 0;
        for (int i = 0; i < rising.length; i++) {
            sum += shares[i];
            if (sum >= share - 1e-12) {
                return rising[i];
            }
        }
        return rising[rising.length - 1];
    }
}
