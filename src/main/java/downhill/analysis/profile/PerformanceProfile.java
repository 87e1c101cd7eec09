package downhill.analysis.profile;

import java.util.Arrays;

/**
 * Contenders over several data sets: the share of sets on which a contender's loss is no more than τ times the best there (Dolan and Moré
 * 2002). Of scores that are best at 1 it is what is missing to 1 that is compared. At τ = 1 it is how often a contender is the best.
 *
 * @param taus   rising from 1
 * @param shares [contender][τ]
 */
public record PerformanceProfile(double[] taus, double[][] shares) {
    private static final int PARTS = 100;
    private static final double LEAST_END = 2;
    private static final double MOST_END = 100;

    /**
     * Compares.
     *
     * @param scores         [data set][contender]; NaN where it diverged
     * @param higherIsBetter whether they are best at 1, and not at 0
     */
    public static PerformanceProfile of(double[][] scores, boolean higherIsBetter) {
        double[][] ratios = Arrays.stream(scores).map(set -> ratios(set, higherIsBetter)).toArray(double[][]::new);
        double worst = Arrays.stream(ratios).flatMapToDouble(Arrays::stream).filter(Double::isFinite).max().orElse(1);
        double end = Math.min(MOST_END, Math.max(LEAST_END, worst));
        double[] taus = new double[PARTS + 1];
        Arrays.setAll(taus, i -> Math.pow(end, (double) i / PARTS));
        taus[PARTS] = end;
        double[][] shares = new double[scores[0].length][taus.length];
        for (int i = 0; i < shares.length; i++) {
            int contender = i;
            Arrays.setAll(shares[i], place -> Arrays.stream(ratios).filter(set -> set[contender] <= taus[place]).count()
                    / (double) ratios.length);
        }
        return new PerformanceProfile(taus, shares);
    }

    /** Of losses to the least of them; infinite for one that diverged, 1 where both are 0. */
    private static double[] ratios(double[] set, boolean higherIsBetter) {
        double[] losses = Arrays.stream(set).map(score -> higherIsBetter ? 1 - score : score).toArray();
        double best = Arrays.stream(losses).filter(loss -> !Double.isNaN(loss)).min().orElse(Double.NaN);
        return Arrays.stream(losses).map(loss -> loss == best ? 1 : loss / best)
                .map(ratio -> Double.isNaN(ratio) ? Double.POSITIVE_INFINITY : ratio).toArray();
    }
}
