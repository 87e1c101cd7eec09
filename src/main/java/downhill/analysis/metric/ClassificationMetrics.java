package downhill.analysis.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How good predicted classes and their probabilities are.
 *
 * <p>Where rows have weights, counts are sums of weights and means are weighted, as with scikit-learn's {@code sample_weight}.
 *
 * <p>Where a row has no prediction, all numbers are NaN and {@code unusable} says why; the matrix counts the other rows.
 * Classes that do not occur among the actual ones ({@code absent}) have no curves and are left out of means.
 *
 * @param rows             rows compared
 * @param unusable         rows whose probabilities are not numbers
 * @param absent           indexes of classes that no row is of
 * @param confusion        over the rows with a prediction
 * @param accuracy         share of rows predicted rightly
 * @param balancedAccuracy mean recall of the classes that occur
 * @param macroF1          mean F1 of the classes that occur or are predicted
 * @param logLoss          mean of −ln p(actual class), nats; p is kept at or above {@link #LEAST_PROBABILITY}
 * @param brier            mean squared distance of the probabilities from what was (Brier 1950): of two classes that of the second,
 *                         0 to 1, of more the sum over the classes, 0 to 2
 * @param roc              one for each class against the rest
 * @param macroAuc         mean area under those that are defined
 * @param precisionRecall  one for each class against the rest
 */
public record ClassificationMetrics(int rows, int unusable, List<Integer> absent, ConfusionMatrix confusion, double accuracy,
                                    double balancedAccuracy, double macroF1, double logLoss, double brier,
                                    List<RocCurve> roc, double macroAuc, List<PrecisionRecallCurve> precisionRecall) implements Metrics {
    /** A probability of 0 for what then happens would make the log loss infinite. */
    public static final double LEAST_PROBABILITY = Math.ulp(1.0);

    public ClassificationMetrics {
        absent = List.copyOf(absent);
        roc = List.copyOf(roc);
        precisionRecall = List.copyOf(precisionRecall);
    }

    /**
     * Compares.
     *
     * @param actual index of each row's class
     */
    public static ClassificationMetrics of(ClassProbabilities probabilities, int[] actual) {
        return of(probabilities, actual, new double[0]);
    }

    /** @param weights what each row counts for, above 0; empty where all count the same */
    public static ClassificationMetrics of(ClassProbabilities probabilities, int[] actual, double[] weights) {
        if (probabilities.rows() != actual.length) {
            throw new IllegalArgumentException(probabilities.rows() + " predictions for " + actual.length + " rows");
        }
        int classes = probabilities.classes();
        ConfusionMatrix confusion = ConfusionMatrix.of(classes, actual, probabilities.predicted(), weights);
        int unusable = probabilities.unusable();
        double number = unusable > 0 ? Double.NaN : 1;
        List<RocCurve> roc = new ArrayList<>();
        List<PrecisionRecallCurve> precisionRecall = new ArrayList<>();
        for (int index = 0; index < classes; index++) {
            double[] scores = probabilities.column(index);
            boolean[] positive = isOf(actual, index);
            roc.add(RocCurve.of(scores, positive, weights));
            precisionRecall.add(PrecisionRecallCurve.of(scores, positive, weights));
        }
        return new ClassificationMetrics(actual.length, unusable, absent(classes, actual), confusion,
                number * confusion.accuracy(), number * confusion.balancedAccuracy(), number * confusion.macroF1(),
                logLoss(probabilities, actual, weights), brier(probabilities, actual, weights), roc, macroAuc(roc), precisionRecall);
    }

    /** Mean F1 of the classes that occur, each counting as often as it does. */
    public double weightedF1() {
        return unusable > 0 ? Double.NaN : confusion.weightedF1();
    }

    /** Matthews' correlation, −1 to 1; see {@link ConfusionMatrix#matthews}. */
    public double matthews() {
        return unusable > 0 ? Double.NaN : confusion.matthews();
    }

    /** Mean average precision of the classes, one against the rest, where both sides occur. */
    public double averagePrecision() {
        return IntStream.range(0, roc.size()).filter(index -> roc.get(index).defined())
                .mapToDouble(index -> precisionRecall.get(index).averagePrecision()).average().orElse(Double.NaN);
    }

    private static double macroAuc(List<RocCurve> curves) {
        return curves.stream().filter(RocCurve::defined).mapToDouble(RocCurve::area).average().orElse(Double.NaN);
    }

    private static List<Integer> absent(int classes, int[] actual) {
        return IntStream.range(0, classes).filter(index -> IntStream.of(actual).noneMatch(value -> value == index)).boxed()
                .toList();
    }

    private static boolean[] isOf(int[] actual, int index) {
        boolean[] positive = new boolean[actual.length];
        for (int row = 0; row < actual.length; row++) {
            positive[row] = actual[row] == index;
        }
        return positive;
    }

    private static double brier(ClassProbabilities probabilities, int[] actual, double[] weights) {
        double sum = 0;
        double all = 0;
        for (int row = 0; row < actual.length; row++) {
            double weight = weights.length == 0 ? 1 : weights[row];
            for (int index = probabilities.classes() == 2 ? 1 : 0; index < probabilities.classes(); index++) {
                double distance = probabilities.of(row, index) - (actual[row] == index ? 1 : 0);
                sum += weight * distance * distance;
            }
            all += weight;
        }
        return sum / all;
    }

    private static double logLoss(ClassProbabilities probabilities, int[] actual, double[] weights) {
        double sum = 0;
        double all = 0;
        for (int row = 0; row < actual.length; row++) {
            double p = probabilities.of(row, actual[row]);
            double weight = weights.length == 0 ? 1 : weights[row];
            sum -= weight * Math.log(p < LEAST_PROBABILITY ? LEAST_PROBABILITY : p);
            all += weight;
        }
        return sum / all;
    }
}
