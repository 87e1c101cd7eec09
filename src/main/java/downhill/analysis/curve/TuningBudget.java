package downhill.analysis.curve;

import downhill.analysis.profile.BestOfK;
import downhill.words.Said;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What tuning brings a contender, against how much of it: losses of its own settings and of the best of k trials drawn by chance.
 *
 * @param name of the contender
 * @param own  loss of its own settings in each fold; NaN where it diverged
 * @param best by k from 1 on, a curve for each fold; NaN where all of k may have diverged
 */
public record TuningBudget(String name, double[] own, CurveBand best) {
    /** What is not worth another trial. */
    private static final double NEAR = 0.01;

    /**
     * Of trials in folds.
     *
     * @param drawn losses of the trials drawn by chance, in each fold
     */
    public static TuningBudget of(String name, double[] own, List<double[]> drawn) {
        List<double[]> expected = drawn.stream().map(each -> Arrays.stream(BestOfK.of(each, false).expected())
                .map(value -> Double.isInfinite(value) ? Double.NaN : value).toArray()).toList();
        double[] budgets = IntStream.rangeClosed(1, drawn.get(0).length).asDoubleStream().toArray();
        return new TuningBudget(name, own, CurveBand.of(budgets, expected));
    }

    /** Mean loss of its own settings over the folds in which they did not diverge; NaN where they always did. */
    public double ownMean() {
        return Arrays.stream(own).filter(Double::isFinite).average().orElse(Double.NaN);
    }

    /** A sentence on how much of it is enough. */
    public Said said() {
        double[] mean = best.mean();
        double last = mean[mean.length - 1];
        if (Double.isNaN(last)) {
            return Said.of("budget.lost", name, text(ownMean()), mean.length);
        }
        int enough = IntStream.range(0, mean.length).filter(i -> Math.abs(mean[i] - last) <= NEAR * Math.abs(last)).findFirst()
                .orElseThrow();
        return Said.of("budget.said", name, text(ownMean()), mean.length, text(last), enough + 1);
    }

    private static String text(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros().toPlainString() : "×";
    }
}
