package downhill.optim;

import downhill.expr.MatrixFunction;
import java.util.Arrays;

/**
 * The functions of matrices that are found step by step, in float64 and always in the same order, so that the same matrix gives the same
 * bits everywhere. Matrices lie column after column. It owns its memory and allocates nothing later; one thread at a time.
 */
public final class Factoring {
    /** Eigenvalues below this part of the largest count as that in a root. */
    private static final double LEAST = 1e-10;

    private final MatrixFunction function;
    private final int rows;
    private final int columns;
    private final double power;
    private final double[] heads;
    private final double[] scaled;
    private final JacobiEigen eigen;

    /** @param power the p of a root */
    public Factoring(MatrixFunction function, int rows, int columns, double power) {
        this.function = function;
        this.rows = rows;
        this.columns = columns;
        this.power = power;
        boolean qr = function == MatrixFunction.QR;
        heads = new double[columns];
        scaled = new double[function == MatrixFunction.ROOT || qr ? rows * columns : 0];
        eigen = qr ? null : new JacobiEigen(rows);
    }

    /** @param from the matrix, which is left as it is; {@code to} another array of the same length */
    public void apply(double[] from, double[] to) {
        switch (function) {
            case QR -> qr(from, to);
            case EIG -> eigen.of(from, to);
            case ROOT -> root(from, to);
            default -> throw new IllegalArgumentException(function.word());
        }
    }

    private void root(double[] from, double[] to) {
        eigen.of(from, scaled);
        double least = LEAST * eigen.largest();
        Arrays.fill(to, 0);
        for (int k = 0; k < rows; k++) {
            double share = Math.pow(Math.max(eigen.value(k), least), -1 / power);
            for (int j = 0; j < rows; j++) {
                double factor = share * scaled[k * rows + j];
                for (int i = 0; i < rows; i++) {
                    to[j * rows + i] += factor * scaled[k * rows + i];
                }
            }
        }
    }

    /** By reflections (Householder 1958); signs are such that R has nothing below 0 on its diagonal. */
    private void qr(double[] from, double[] to) {
        System.arraycopy(from, 0, scaled, 0, scaled.length);
        for (int k = 0; k < columns; k++) {
            heads[k] = reflector(k);
            for (int j = k + 1; j < columns; j++) {
                reflect(k, scaled, j);
            }
        }
        for (int j = 0; j < columns; j++) {
            Arrays.fill(to, j * rows, (j + 1) * rows, 0);
            to[j * rows + j] = 1;
            for (int k = j; k >= 0; k--) {
                reflect(k, to, j);
            }
            for (int i = 0; heads[j] < 0 && i < rows; i++) {
                to[j * rows + i] = -to[j * rows + i];
            }
        }
    }

    /** Makes of a column, from its diagonal down, the vector of length √2 that it is reflected by; gives the diagonal element of R. */
    private double reflector(int k) {
        int at = k * rows;
        double norm = 0;
        for (int i = k; i < rows; i++) {
            norm = Math.hypot(norm, scaled[at + i]);
        }
        if (norm == 0) {
            return 0;
        }
        double head = scaled[at + k] > 0 ? -norm : norm;
        scaled[at + k] -= head;
        double length = 0;
        for (int i = k; i < rows; i++) {
            length = Math.hypot(length, scaled[at + i]);
        }
        for (int i = k; i < rows; i++) {
            scaled[at + i] *= Math.sqrt(2) / length;
        }
        return head;
    }

    private void reflect(int k, double[] columnsOf, int column) {
        double sum = 0;
        for (int i = k; i < rows; i++) {
            sum += scaled[k * rows + i] * columnsOf[column * rows + i];
        }
        for (int i = k; i < rows; i++) {
            columnsOf[column * rows + i] -= sum * scaled[k * rows + i];
        }
    }
}
