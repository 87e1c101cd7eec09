package downhill.analysis.verdict;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * Two contenders on the same folds (or seeds), by the differences of their scores x₁ … xₙ. The variance of their mean is taken as
 * (1/n + ρ)·s² with ρ = held out rows / training rows, since the training rows of folds overlap (Nadeau and Bengio 2003, the corrected
 * resampled t-test); ρ is 0 for seeds on one split. Of the same Student distribution of n − 1 degrees are the probabilities that the
 * true difference is beyond, or within, what is negligible (Corani and Benavoli 2015; Benavoli, Corani, Demšar and Zaffalon 2017, whose
 * ρ/(1 − ρ) of held out to all rows is the same number).
 *
 * <p>Where all differences are the same, all probability is on that one: twins are equivalent. With fewer than two differences only
 * {@code mean} is a number.
 *
 * @param count      n
 * @param mean       of the differences
 * @param low        lower end of the interval of 95 %
 * @param high       its upper end
 * @param p          two-sided, of no difference at all
 * @param above      probability that the true difference is above {@code margin}
 * @param equivalent that it is from −margin to margin
 * @param below      that it is below −margin
 */
public record PairedTest(int count, double mean, double low, double high, double p, double above, double equivalent, double below) {
    private static final double CONFIDENCE = 0.975;
    private static final int MOST = 1000;

    /**
     * Compares.
     *
     * @param differences finite
     * @param ratio       ρ, 0 or more
     * @param margin      what is negligible, 0 or more
     */
    public static PairedTest of(double[] differences, double ratio, double margin) {
        return of(Moments.of(differences), differences.length, ratio, margin);
    }

    private static PairedTest of(Moments moments, int n, double ratio, double margin) {
        if (n < 2) {
            return new PairedTest(n, moments.mean, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double mean = moments.mean;
        if (moments.variance == 0) {
            return new PairedTest(n, mean, mean, mean, mean == 0 ? 1 : 0, mean > margin ? 1 : 0, Math.abs(mean) <= margin ? 1 : 0,
                    mean < -margin ? 1 : 0);
        }
        double scale = scale(moments.variance, n, ratio);
        TDistribution student = new TDistribution(null, n - 1);
        double reach = scale * student.inverseCumulativeProbability(CONFIDENCE);
        double below = student.cumulativeProbability((-margin - mean) / scale);
        double above = student.cumulativeProbability((mean - margin) / scale);
        return new PairedTest(n, mean, mean - reach, mean + reach, 2 * student.cumulativeProbability(-Math.abs(mean) / scale), above,
                Math.max(0, 1 - above - below), below);
    }

    /**
     * How many differences like these would tell: so many that {@link Verdict#SURE} is reached by one side beyond the margin, or by what
     * lies within it.
     *
     * @return 0 where no number up to a thousand would, since what the folds share does not average out
     */
    public static int wouldTell(double[] differences, double ratio, double margin) {
        Moments moments = Moments.of(differences);
        for (int n = Math.max(2, differences.length); n <= MOST; n++) {
            PairedTest test = of(moments, n, ratio, margin);
            if (Math.max(test.equivalent, Math.max(test.above, test.below)) >= Verdict.SURE) {
                return n;
            }
        }
        return 0;
    }

    private static double scale(double variance, int n, double ratio) {
        return Math.sqrt((1.0 / n + ratio) * variance);
    }

    private record Moments(double mean, double variance) {
        /** Equal differences have no variance, whatever rounding makes of their mean. */
        static Moments of(double[] values) {
            double sum = 0;
            boolean same = true;
            for (double value : values) {
                sum += value;
                same &= value == values[0];
            }
            double mean = same && values.length > 0 ? values[0] : sum / values.length;
            double squares = 0;
            for (double value : values) {
                squares += (value - mean) * (value - mean);
            }
            return new Moments(mean, squares / (values.length - 1));
        }
    }
}
