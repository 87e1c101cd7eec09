package downhill.analysis.explain;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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
    private static final double NEARLY_ALL = 0.8;
    private static final int FEW = 3;

    static ColumnImportance of(double[] repeats) {
        double mean = Arrays.stream(repeats).average().orElse(Double.NaN);
        double squares = Arrays.stream(repeats).map(each -> (each - mean) * (each - mean)).sum();
        int count = repeats.length;
        double student = count < 2 ? Double.NaN : new TDistribution(null, count - 1).inverseCumulativeProbability(SURE);
        double margin = student * Math.sqrt(squares / (count - 1) / count);
        return new ColumnImportance(repeats, mean, Math.sqrt(squares / count), mean - margin, mean + margin);
    }

    /**
     * Of features, each by itself, those that are worth four fifths or more of what all are: nothing else being worth anything beside it is
     * how a column looks that was made from the target. Of fewer than three features none.
     */
    public static int[] leaking(List<ColumnImportance> features) {
        double all = worth(features);
        return IntStream.range(0, features.size() < FEW ? 0 : features.size())
                .filter(i -> features.get(i).low > 0 && features.get(i).mean >= NEARLY_ALL * all).toArray();
    }

    /** What all features are worth by themselves, in the unit of the score. */
    public static double worth(List<ColumnImportance> features) {
        return features.stream().mapToDouble(each -> Math.max(0, each.mean)).sum();
    }
}
