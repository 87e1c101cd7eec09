package downhill.analysis.metric;

import java.util.stream.IntStream;

/**
 * Classes predicted for rows whose classes are known. Each measure is worked out when it is asked for, and alone: whoever takes one
 * of a thousand samples of the rows must not pay for the curves of all the classes.
 *
 * @param probabilities of each row's classes
 * @param actual        index of each row's class
 * @param weights       what each row counts for, above 0; empty where all count the same
 */
public record ClassAnswers(ClassProbabilities probabilities, int[] actual, double[] weights) {
    /** A probability of 0 for what then happens would make the log loss infinite. */
    public static final double LEAST_PROBABILITY = Math.ulp(1.0);

    public ClassAnswers {
        if (probabilities.rows() != actual.length) {
            throw new IllegalArgumentException(probabilities.rows() + " predictions for " + actual.length + " rows");
        }
    }

    /** Over the rows with a prediction. */
    public ConfusionMatrix confusion() {
        return ConfusionMatrix.of(probabilities.classes(), actual, probabilities.predicted(), weights);
    }

    /** The matrix where every row has a prediction; else one of no rows, of which every measure is NaN. */
    private ConfusionMatrix usable() {
        int classes = probabilities.classes();
        return probabilities.unusable() > 0 ? ConfusionMatrix.of(classes, new int[0], new int[0]) : confusion();
    }

    /** Share of rows predicted rightly. */
    public double accuracy() {
        return usable().accuracy();
    }

    /** Mean recall of the classes that occur. */
    public double balancedAccuracy() {
        return usable().balancedAccuracy();
    }

    /** Mean F1 of the classes that occur or are predicted. */
    public double macroF1() {
        return usable().macroF1();
    }

    /** Mean F1 of the classes that occur, each counting as often as it does. */
    public double weightedF1() {
        return usable().weightedF1();
    }

    /** Matthews' correlation, −1 to 1; see {@link ConfusionMatrix#matthews}. */
    public double matthews() {
        return usable().matthews();
    }

    /** Mean of −ln p(actual class), nats; p is kept at or above {@link #LEAST_PROBABILITY}. */
    public double logLoss() {
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

    /**
     * Mean squared distance of the probabilities from what was (Brier 1950): of two classes that of the second, 0 to 1, of more the
     * sum over the classes, 0 to 2.
     */
    public double brier() {
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

    /** One class against the rest. */
    public RocCurve roc(int index) {
        return RocCurve.of(probabilities.column(index), isOf(index), weights);
    }

    /** One class against the rest. */
    public PrecisionRecallCurve precisionRecall(int index) {
        return PrecisionRecallCurve.of(probabilities.column(index), isOf(index), weights);
    }

    /** Mean area under the curves of the classes, one against the rest, where both sides occur. */
    public double macroAuc() {
        return IntStream.range(0, probabilities.classes()).mapToObj(this::roc).filter(RocCurve::defined)
                .mapToDouble(RocCurve::area).average().orElse(Double.NaN);
    }

    /** Mean average precision of the classes, one against the rest, where both sides occur. */
    public double averagePrecision() {
        return IntStream.range(0, probabilities.classes()).filter(this::isOnBothSides)
                .mapToDouble(index -> precisionRecall(index).averagePrecision()).filter(value -> !Double.isNaN(value))
                .average().orElse(Double.NaN);
    }

    private boolean isOnBothSides(int index) {
        long rows = IntStream.of(actual).filter(each -> each == index).count();
        return rows > 0 && rows < actual.length;
    }

    private boolean[] isOf(int index) {
        boolean[] positive = new boolean[actual.length];
        for (int row = 0; row < actual.length; row++) {
            positive[row] = actual[row] == index;
        }
        return positive;
    }
}
