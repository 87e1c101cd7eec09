package downhill.analysis.verdict;

import java.util.Arrays;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.FDistribution;

/**
 * Several contenders over several data sets by their ranks (Friedman 1937; Demšar 2006, "Statistical comparisons of classifiers over
 * multiple data sets").
 *
 * @param ranks      mean rank of each contender, 1 the best; ties share their ranks
 * @param chiSquare  Friedman's statistic, corrected for ties as SciPy's
 * @param p          of it, by χ² of k − 1 degrees
 * @param f          Iman and Davenport's statistic, less timid
 * @param pOfF       of it, by F of k − 1 and (k − 1)·(N − 1) degrees
 * @param difference critical difference of two mean ranks at 5 % (Nemenyi 1963)
 */
public record Friedman(double[] ranks, double chiSquare, double p, double f, double pOfF, double difference) {
    /** Fewest data sets for which the approximations hold. */
    public static final int FEWEST_SETS = 10;
    /** Most contenders that there is a critical value for. */
    public static final int MOST_CONTENDERS = 10;
    /** Critical values of the studentised range over √2 at 5 %, by the number of contenders from 2 on (Demšar 2006, table 5). */
    private static final double[] NEMENYI = {1.960, 2.343, 2.569, 2.728, 2.850, 2.949, 3.031, 3.102, 3.164};

    /** The statistic cannot be larger than where all sets agree, but rounding would make it so. */
    private static final double ROUNDING = 1e-12;

    /**
     * Compares.
     *
     * @param scores         [data sets][contenders], at least two of each; one that diverged is infinitely bad
     * @param higherIsBetter whether more is better
     */
    public static Friedman of(double[][] scores, boolean higherIsBetter) {
        int sets = scores.length;
        int k = scores[0].length;
        double[] ranks = new double[k];
        double ties = 0;
        for (double[] set : scores) {
            double[] each = ranks(set, higherIsBetter);
            for (int i = 0; i < k; i++) {
                ranks[i] += each[i];
            }
            ties += ties(each);
        }
        Arrays.setAll(ranks, i -> ranks[i] / sets); // sums are exact
        double squares = Arrays.stream(ranks).map(rank -> (rank - (k + 1) / 2.0) * (rank - (k + 1) / 2.0)).sum();
        double chi = squares == 0 ? 0 : 12.0 * sets / (k * (k + 1.0)) * squares / (1 - ties / (sets * k * (k * (double) k - 1)));
        double most = sets * (k - 1.0);
        double f = chi < most * (1 - ROUNDING) ? (sets - 1) * chi / (most - chi) : Double.POSITIVE_INFINITY;
        double difference = k > MOST_CONTENDERS ? Double.NaN : NEMENYI[k - 2] * Math.sqrt(k * (k + 1.0) / (6 * sets));
        double pOfF = Double.isInfinite(f) ? 0 : 1 - new FDistribution(null, k - 1, (k - 1.0) * (sets - 1)).cumulativeProbability(f);
        return new Friedman(ranks, chi, 1 - new ChiSquaredDistribution(null, k - 1).cumulativeProbability(chi), f, pOfF, difference);
    }

    private static double[] ranks(double[] scores, boolean higherIsBetter) {
        double[] ranks = new double[scores.length];
        for (int i = 0; i < ranks.length; i++) {
            double before = 0;
            for (double other : scores) {
                boolean better = higherIsBetter ? other > scores[i] : other < scores[i];
                before += better ? 1 : 0;
                before += other == scores[i] ? 0.5 : 0;
            }
            ranks[i] = before + 0.5;
        }
        return ranks;
    }

    /** Σ t³ − t over the sets of t equal ranks. */
    private static double ties(double[] ranks) {
        double sum = 0;
        for (double rank : ranks) {
            double equal = Arrays.stream(ranks).filter(other -> other == rank).count();
            sum += equal * equal - 1;
        }
        return sum;
    }
}
