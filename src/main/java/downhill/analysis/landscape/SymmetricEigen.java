package downhill.analysis.landscape;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Eigenvalues and eigenvectors of a real symmetric matrix by cyclic Jacobi rotations (Golub &amp; Van Loan, Matrix
 * Computations, 4th ed., algorithm 8.5.3). O(n³) for each of about eight sweeps: meant for n up to a few hundred.
 *
 * @param values  falling
 * @param vectors {@code vectors[i]} belongs to {@code values[i]}, of length 1
 */
public record SymmetricEigen(double[] values, double[][] vectors) {
    private static final int MOST_SWEEPS = 60;
    private static final double TOLERANCE = 1e-14;

    /** Of a matrix that is its own transpose. */
    public static SymmetricEigen of(double[][] matrix) {
        int n = matrix.length;
        double[][] a = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
        double[][] rows = new double[n][n];
        for (int i = 0; i < n; i++) {
            rows[i][i] = 1;
        }
        double limit = TOLERANCE * norm(a);
        for (int sweep = 0; sweep < MOST_SWEEPS && offDiagonal(a) > limit; sweep++) {
            sweep(a, rows);
        }
        return sorted(a, rows);
    }

    private static void sweep(double[][] a, double[][] rows) {
        for (int p = 0; p < a.length; p++) {
            for (int q = p + 1; q < a.length; q++) {
                if (a[p][q] != 0) {
                    rotate(a, rows, p, q);
                }
            }
        }
    }

    /** Makes element (p, q) zero: A ← JᵀAJ; the rows collect the columns of the product of all J. */
    private static void rotate(double[][] a, double[][] rows, int p, int q) {
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = 1 / (Math.abs(theta) + Math.hypot(theta, 1)) * (theta >= 0 ? 1 : -1);
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        for (double[] row : a) {
            double x = row[p];
            row[p] = c * x - s * row[q];
            row[q] = s * x + c * row[q];
        }
        turn(a[p], a[q], c, s);
        turn(rows[p], rows[q], c, s);
        a[p][q] = 0;
        a[q][p] = 0;
    }

    private static void turn(double[] p, double[] q, double c, double s) {
        for (int i = 0; i < p.length; i++) {
            double x = p[i];
            p[i] = c * x - s * q[i];
            q[i] = s * x + c * q[i];
        }
    }

    private static double norm(double[][] a) {
        return Math.sqrt(Arrays.stream(a).flatMapToDouble(Arrays::stream).map(x -> x * x).sum());
    }

    private static double offDiagonal(double[][] a) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                sum += i == j ? 0 : a[i][j] * a[i][j];
            }
        }
        return Math.sqrt(sum);
    }

    private static SymmetricEigen sorted(double[][] a, double[][] rows) {
        Integer[] order = new Integer[a.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> -a[i][i]));
        double[] values = Arrays.stream(order).mapToDouble(i -> a[i][i]).toArray();
        return new SymmetricEigen(values, Arrays.stream(order).map(i -> rows[i]).toArray(double[][]::new));
    }
}
