package downhill.analysis.metric;

import downhill.expr.UnaryOp;
import downhill.model.Loss;
import downhill.race.Targets;
import java.io.Serializable;
import java.util.Arrays;

/**
 * What a model says about the class of each row.
 *
 * @param classes   K, at least 2
 * @param values    [rows × K], and perhaps more behind them, each row's sum 1; NaN in rows whose outputs are not finite
 * @param predicted the most probable class of each row, the first of equals; −1 where the outputs are not finite
 */
public record ClassProbabilities(int classes, double[] values, int[] predicted) implements Serializable {

    /**
     * From raw outputs: a sigmoid of one logit, a softmax of several. Outputs trained with another loss than a cross-entropy
     * are cut to 0 … 1 and scaled to the sum 1.
     *
     * @param raw     [rows × outputs]
     * @param outputs numbers per row; one output stands for two classes
     */
    public static ClassProbabilities of(double[] raw, int outputs, Loss loss) {
        int classes = Math.max(2, outputs);
        int rows = raw.length / outputs;
        double[] values = new double[rows * classes];
        int[] predicted = new int[rows];
        for (int row = 0; row < rows; row++) {
            if (!finite(raw, row * outputs, outputs)) {
                Arrays.fill(values, row * classes, (row + 1) * classes, Double.NaN);
                predicted[row] = -1;
                continue;
            }
            predicted[row] = Targets.predictedClass(raw, row * outputs, outputs, Targets.threshold(loss));
            if (outputs == 1) {
                two(raw[row], loss, values, row * 2);
            } else {
                several(raw, loss, values, row * classes, outputs, predicted[row]);
            }
        }
        return new ClassProbabilities(classes, values, predicted);
    }

    private static boolean finite(double[] values, int from, int count) {
        for (int i = from; i < from + count; i++) {
            if (!Double.isFinite(values[i])) {
                return false;
            }
        }
        return true;
    }

    private static void two(double output, Loss loss, double[] target, int at) {
        boolean logit = loss.onLogits();
        target[at + 1] = logit ? UnaryOp.SIGMOID.apply(output) : cut(output);
        target[at] = logit ? UnaryOp.SIGMOID.apply(-output) : 1 - target[at + 1];
    }

    private static void several(double[] raw, Loss loss, double[] target, int at, int count, int best) {
        double sum = 0;
        for (int i = at; i < at + count; i++) {
            target[i] = loss.onLogits() ? Math.exp(raw[i] - raw[at + best]) : cut(raw[i]);
            sum += target[i];
        }
        for (int i = at; i < at + count; i++) {
            target[i] = sum > 0 ? target[i] / sum : 1.0 / count;
        }
    }

    private static double cut(double value) {
        return Math.max(0, Math.min(1, value));
    }

    /** Number of rows. */
    public int rows() {
        return predicted.length;
    }

    /** Probability of a class in a row. */
    public double of(int row, int index) {
        return values[row * classes + index];
    }

    /** One class's column. */
    public double[] column(int index) {
        double[] column = new double[rows()];
        for (int row = 0; row < column.length; row++) {
            column[row] = of(row, index);
        }
        return column;
    }

    /** Rows without a prediction. */
    public int unusable() {
        int count = 0;
        for (int value : predicted) {
            count += value < 0 ? 1 : 0;
        }
        return count;
    }
}
