package downhill.analysis.verdict;

import java.util.Arrays;

/**
 * One contender's scores.
 *
 * @param name   as it is shown
 * @param strata [repeat][fold], the same for all contenders; NaN where it diverged
 */
public record Scored(String name, double[][] strata) {
    /** All in a row. */
    double[] scores() {
        return Arrays.stream(strata).flatMapToDouble(Arrays::stream).toArray();
    }

    int diverged() {
        return (int) Arrays.stream(scores()).filter(Double::isNaN).count();
    }

    /** Those that diverged as what is worse than all. */
    double[][] ranked(double worst) {
        return Arrays.stream(strata).map(each -> Arrays.stream(each).map(value -> Double.isNaN(value) ? worst : value).toArray())
                .toArray(double[][]::new);
    }
}
