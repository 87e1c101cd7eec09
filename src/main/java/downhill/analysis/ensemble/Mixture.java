package downhill.analysis.ensemble;

import downhill.analysis.metric.ClassProbabilities;
import downhill.analysis.score.Predictions;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** What several models say of the same rows, mixed: probabilities of classes, or numbers in the target's own unit, by a weighted mean. */
public final class Mixture {
    private Mixture() {
    }

    /**
     * The weighted mean. Who has the weight 0 is not asked; where one that is asked has no answer, there is none. Of a single one with
     * the weight 1 it is that one, to the bit.
     *
     * @param members of the same rows, in the same order
     * @param weights one for each, 0 or more, with the sum 1
     */
    public static Predictions of(List<Predictions> members, double[] weights) {
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] == 1) {
                return members.get(i);
            }
        }
        Predictions first = members.get(0);
        if (first.probabilities() == null) {
            double[] values = mean(members.stream().map(Predictions::values).toList(), weights);
            return new Predictions(null, values, first.actual(), first.weights());
        }
        List<double[]> shares = members.stream().map(each -> each.probabilities().values()).toList();
        return new Predictions(probabilities(first.probabilities().classes(), mean(shares, weights)), new double[0], first.actual(),
                first.weights());
    }

    /** Some of the rows, in the order given; a row may come more than once. */
    public static Predictions rows(Predictions all, int[] rows) {
        double[] actual = picked(all.actual(), rows);
        double[] weights = picked(all.weights(), rows);
        if (all.probabilities() == null) {
            return new Predictions(null, picked(all.values(), rows), actual, weights);
        }
        ClassProbabilities of = all.probabilities();
        double[] values = new double[rows.length * of.classes()];
        int[] predicted = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(of.values(), rows[i] * of.classes(), values, i * of.classes(), of.classes());
            predicted[i] = of.predicted()[rows[i]];
        }
        return new Predictions(new ClassProbabilities(of.classes(), values, predicted), new double[0], actual, weights);
    }

    /** The rows of all, one after another. */
    public static Predictions joined(List<Predictions> parts) {
        double[] actual = joined(parts, Predictions::actual);
        double[] weights = joined(parts, Predictions::weights);
        if (parts.get(0).probabilities() == null) {
            return new Predictions(null, joined(parts, Predictions::values), actual, weights);
        }
        int[] predicted = parts.stream().flatMapToInt(each -> Arrays.stream(each.probabilities().predicted())).toArray();
        double[] values = joined(parts, each -> each.probabilities().values());
        return new Predictions(new ClassProbabilities(parts.get(0).probabilities().classes(), values, predicted), new double[0], actual,
                weights);
    }

    private static double[] joined(List<Predictions> parts, Function<Predictions, double[]> what) {
        return parts.stream().flatMapToDouble(each -> Arrays.stream(what.apply(each))).toArray();
    }

    private static double[] picked(double[] values, int[] rows) {
        return values.length == 0 ? values : Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }

    /** The weighted mean of arrays of one length; those with the weight 0 do not count, whatever they hold. */
    public static double[] mean(List<double[]> values, double[] weights) {
        double[] mean = new double[values.get(0).length];
        for (int member = 0; member < weights.length; member++) {
            if (weights[member] != 0) {
                double[] own = values.get(member);
                for (int i = 0; i < mean.length; i++) {
                    mean[i] += weights[member] * own[i];
                }
            }
        }
        return mean;
    }

    /**
     * Classes by their probabilities.
     *
     * @param values [rows × classes]
     */
    public static ClassProbabilities probabilities(int classes, double[] values) {
        int[] predicted = new int[values.length / classes];
        Arrays.setAll(predicted, row -> largest(values, row * classes, classes));
        return new ClassProbabilities(classes, values, predicted);
    }

    /** The first of the largest; −1 where one is no number. */
    private static int largest(double[] values, int from, int count) {
        int best = 0;
        for (int i = 0; i < count; i++) {
            if (!Double.isFinite(values[from + i])) {
                return -1;
            }
            best = values[from + i] > values[from + best] ? i : best;
        }
        return best;
    }
}
