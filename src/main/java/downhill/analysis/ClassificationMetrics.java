package downhill.analysis;

import java.util.Arrays;

/**
 * How well predicted classes fit the true ones.
 *
 * @param count            rows
 * @param accuracy         share of rows whose most probable class is the true one
 * @param balancedAccuracy mean over the classes that occur of the share found (recall)
 * @param macroF1          mean over the classes that occur, truly or as prediction, of 2·TP / (2·TP + FP + FN)
 * @param logLoss          mean of −log p(true class), p kept above 1e-15
 * @param rocAuc           mean over classes of the area under the ROC curve, one against the rest; NaN where only one class occurs
 * @param confusion        [true class][predicted class], counts
 */
public record ClassificationMetrics(int count, double accuracy, double balancedAccuracy, double macroF1, double logLoss, double rocAuc,
                                    long[][] confusion) {
    private static final double LEAST = 1e-15;

    /**
     * Of probabilities.
     *
     * @param actual        true class of each row
     * @param probabilities [rows][classes]
     */
    public static ClassificationMetrics of(int[] actual, double[][] probabilities) {
        int classes = probabilities[0].length;
        long[][] confusion = new long[classes][classes];
        double logLoss = 0;
        for (int i = 0; i < actual.length; i++) {
            confusion[actual[i]][mostProbable(probabilities[i])]++;
            logLoss -= Math.log(Math.max(LEAST, probabilities[i][actual[i]])) / actual.length;
        }
        return new ClassificationMetrics(actual.length, accuracy(confusion, actual.length), balanced(confusion), macroF1(confusion), logLoss,
                auc(actual, probabilities, classes), confusion);
    }

    /** The first of the largest. */
    public static int mostProbable(double[] probabilities) {
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            if (probabilities[i] > probabilities[best]) {
                best = i;
            }
        }
        return best;
    }

    private static double accuracy(long[][] confusion, int count) {
        long right = 0;
        for (int k = 0; k < confusion.length; k++) {
            right += confusion[k][k];
        }
        return (double) right / count;
    }

    private static double balanced(long[][] confusion) {
        double sum = 0;
        int occurring = 0;
        for (int k = 0; k < confusion.length; k++) {
            long all = Arrays.stream(confusion[k]).sum();
            if (all > 0) {
                sum += (double) confusion[k][k] / all;
                occurring++;
            }
        }
        return sum / occurring;
    }

    private static double macroF1(long[][] confusion) {
        double sum = 0;
        int occurring = 0;
        for (int k = 0; k < confusion.length; k++) {
            long truly = Arrays.stream(confusion[k]).sum();
            long predicted = 0;
            for (long[] row : confusion) {
                predicted += row[k];
            }
            if (truly + predicted > 0) {
                sum += 2.0 * confusion[k][k] / (truly + predicted);
                occurring++;
            }
        }
        return sum / occurring;
    }

    private static double auc(int[] actual, double[][] probabilities, int classes) {
        double sum = 0;
        int counted = 0;
        for (int k = 0; k < classes; k++) {
            double one = RocCurve.area(actual, probabilities, k);
            if (!Double.isNaN(one)) {
                sum += one;
                counted++;
            }
        }
        return counted == 0 ? Double.NaN : sum / counted;
    }
}
