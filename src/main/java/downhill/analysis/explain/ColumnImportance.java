package downhill.analysis.explain;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * How much a feature matters by a score.
 *
 * @param repeats what each repeat lost without it
 * @param mean    of the repeats
 * @param sd      their standard deviation, divided by their number as scikit-learn does
 * @param low     of the interval that holds the mean over all shuffles with 95 %, by Student's t
 * @param high    of it
 */
public record ColumnImportance(double[] repeats, double mean, double sd, double low, double high) {
    private static final double SURE = 0.975;

    static ColumnImportance of(double[] repeats) {
        double mean = Arrays.stream(repeats).average().orElse(Double.NaN);
        double squares = Arrays.stream(repeats).map(each -> (each - mean) * (each - mean)).sum();
        int count = repeats.length;
        double student = count < 2 ? Double.NaN : new TDistribution(null, count - 1).inverseCumulativeProbability(SURE);
        double margin = student * Math.sqrt(squares / (count - 1) / count);
        return new ColumnImportance(repeats, mean, Math.sqrt(squares / count), mean - margin, mean + margin);
    }
}
