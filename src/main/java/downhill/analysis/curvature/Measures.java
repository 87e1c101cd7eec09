package downhill.analysis.curvature;

import downhill.engine.graph.ParameterLayout;
import downhill.engine.graph.ParameterSlot;
import downhill.optim.JacobiEigen;

/**
 * How a contender moves, beside its loss. NaN where it cannot be said.
 *
 * @param noise     gradient noise scale in rows: the sum of the variances of the gradients of single rows over the squared length of their
 *                  mean (McCandlish et al. 2018, equation 2.9). About the batch from which on more rows save few steps
 * @param rank      effective rank of its weights as a share of the full one, above 0 to 1: the mean over arrays with two or more axes of
 *                  exp(entropy of the singular values) over the smaller side (Roy &amp; Vetterli 2007)
 * @param ratio     length of the next update of the weights over that of the weights; 0.001 is a usual one (Karpathy, CS231n)
 * @param alignment cosine of the gradients of the next two steps, −1 to 1: below 0 it leaps across a valley
 * @param distance  of the parameters from where they started
 * @param moved     the same over the length of what they started with
 * @param kernel    drift of the tangent kernel from the start, see {@link KernelDrift}
 */
public record Measures(double noise, double rank, double ratio, double alignment, double distance, double moved,
                       double kernel) {
    /** Matrices whose shorter side is longer would take seconds. */
    static final int SIDE = 256;
    /** None taken. */
    public static final Measures NONE = new Measures(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN,
            Double.NaN);

    /** The mean share of the full rank of all matrices up to {@link #SIDE}; NaN where there is none or one of them is 0 or not finite. */
    public static double rank(ParameterLayout layout, double[] row) {
        double sum = 0;
        int matrices = 0;
        for (ParameterSlot slot : layout.slots()) {
            if (slot.shape().length < 2 || !slot.penalised()) {
                continue;
            }
            int lines = slot.shape()[0];
            if (Math.min(lines, slot.size() / lines) <= SIDE) {
                sum += effectiveRank(matrix(slot, row, lines)) / Math.min(lines, slot.size() / lines);
                matrices++;
            }
        }
        return matrices == 0 ? Double.NaN : sum / matrices;
    }

    private static double[][] matrix(ParameterSlot slot, double[] row, int lines) {
        double[][] made = new double[lines][slot.size() / lines];
        for (int i = 0; i < slot.size(); i++) {
            made[i / made[0].length][i % made[0].length] = row[slot.position(i)];
        }
        return made;
    }

    /** exp of the entropy of the singular values, each over their sum: 1 for one direction, the smaller side where all are alike. */
    public static double effectiveRank(double[][] matrix) {
        double[] squares = JacobiEigen.of(gram(matrix)).values();
        double sum = 0;
        for (double square : squares) {
            sum += Math.sqrt(Math.max(0, square));
        }
        double entropy = 0;
        for (double square : squares) {
            double share = Math.sqrt(Math.max(0, square)) / sum;
            entropy -= share == 0 ? 0 : share * Math.log(share);
        }
        return Math.exp(entropy);
    }

    /** Of the shorter side. */
    private static double[][] gram(double[][] matrix) {
        int rows = matrix.length;
        int columns = matrix[0].length;
        boolean wide = rows <= columns;
        int side = Math.min(rows, columns);
        double[][] made = new double[side][side];
        for (int i = 0; i < side; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = 0; k < Math.max(rows, columns); k++) {
                    sum += wide ? matrix[i][k] * matrix[j][k] : matrix[k][i] * matrix[k][j];
                }
                made[i][j] = sum;
                made[j][i] = sum;
            }
        }
        return made;
    }

    static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    static double cosine(double[] a, double[] b) {
        return dot(a, b) / (norm(a) * norm(b));
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
