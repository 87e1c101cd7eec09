package downhill.analysis.fit;

import downhill.data.Examples;
import downhill.data.prepare.Prepared;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Which features say most about the target by themselves. */
public final class Telling {
    private Telling() {
    }

    /**
     * Indexes into {@code axes}, the most telling first: by the share of the feature's variance over the training rows that lies
     * between the classes (η²), or in regression by its squared correlation with the target.
     */
    public static List<Integer> order(Prepared prepared, List<FeatureAxis> axes) {
        double[] shares = axes.stream().mapToDouble(axis -> share(prepared, axis)).toArray();
        return IntStream.range(0, axes.size()).boxed().sorted(Comparator.comparingDouble((Integer i) -> -shares[i])).toList();
    }

    /** From 0 to 1; 0 where the feature or the target is constant. */
    static double share(Prepared prepared, FeatureAxis axis) {
        Examples rows = prepared.training();
        double[] x = axis.values(rows);
        double share = prepared.task().isClassification() ? between(x, rows.targets(), prepared.classNames().size())
                : correlated(x, rows.targets());
        return Double.isFinite(share) ? share : 0;
    }

    private static double between(double[] x, double[] classes, int count) {
        double[] sums = new double[count];
        int[] sizes = new int[count];
        double mean = mean(x);
        double total = 0;
        for (int i = 0; i < x.length; i++) {
            sums[(int) classes[i]] += x[i];
            sizes[(int) classes[i]]++;
            total += (x[i] - mean) * (x[i] - mean);
        }
        double between = 0;
        for (int index = 0; index < count; index++) {
            double off = sizes[index] == 0 ? 0 : sums[index] / sizes[index] - mean;
            between += sizes[index] * off * off;
        }
        return between / total;
    }

    private static double correlated(double[] x, double[] y) {
        double meanX = mean(x);
        double meanY = mean(y);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
            xy += (x[i] - meanX) * (y[i] - meanY);
        }
        return xy * xy / (xx * yy);
    }

    private static double mean(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        return mean;
    }
}
