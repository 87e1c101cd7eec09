package downhill.analysis.metric;

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
 * @param logLoss          mean of −ln p(actual class), nats; p is kept at or above {@link ClassAnswers#LEAST_PROBABILITY}
 * @param brier            mean squared distance of the probabilities from what was (Brier 1950): of two classes that of the second,
 *                         0 to 1, of more the sum over the classes, 0 to 2
 * @param roc              one for each class against the rest, worked out when it is asked for
 * @param macroAuc         mean area under those that are defined
 * @param precisionRecall  one for each class against the rest, worked out when it is asked for
 */
public record ClassificationMetrics(int rows, int unusable, List<Integer> absent, ConfusionMatrix confusion, double accuracy,
                                    double balancedAccuracy, double macroF1, double logLoss, double brier,
                                    List<RocCurve> roc, double macroAuc, List<PrecisionRecallCurve> precisionRecall) implements Metrics {
    public ClassificationMetrics {
        absent = List.copyOf(absent);
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
        ClassAnswers answers = new ClassAnswers(probabilities, actual, weights);
        int classes = probabilities.classes();
        ConfusionMatrix confusion = answers.confusion();
        int unusable = probabilities.unusable();
        double number = unusable > 0 ? Double.NaN : 1;
        return new ClassificationMetrics(actual.length, unusable, absent(classes, actual), confusion,
                number * confusion.accuracy(), number * confusion.balancedAccuracy(), number * confusion.macroF1(),
                answers.logLoss(), answers.brier(), new Curves<>(classes, answers::roc), answers.macroAuc(),
                new Curves<>(classes, answers::precisionRecall));
    }

    /** The same with all curves worked out: for whoever draws them on a thread that is not to work. */
    public ClassificationMetrics withCurves() {
        roc.forEach(curve -> { });
        precisionRecall.forEach(curve -> { });
        return this;
    }

    private static List<Integer> absent(int classes, int[] actual) {
        return IntStream.range(0, classes).filter(index -> IntStream.of(actual).noneMatch(value -> value == index)).boxed()
                .toList();
    }
}
