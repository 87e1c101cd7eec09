package downhill.optim;

import java.util.Arrays;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by Jacobi's rotations (1846; Golub &amp; Van Loan, Matrix Computations, 8.5), row by
 * row. Slower than what begins by three diagonals, but each eigenvector is as exact as its eigenvalue lets it be, and where
 * eigenvalues are equal it turns nothing that need not be turned. Where the matrix is not finite all results are NaN.
 */
public final class JacobiEigen {
    private static final int MOST_SWEEPS = 40;
    /** Elements below this part of the matrix's norm are rounding: they are left. */
    private static final double NOTHING = 1e-15;

    private final int n;
    private final double[] a;
    private final double[] v;
    private final double[] values;
    private final int[] order;

    JacobiEigen(int n) {
        this.n = n;
        a = new double[n * n];
        v = new double[n * n];
        values = new double[n];
        order = new int[n];
    }

    /**
     * What was found of a matrix.
     *
     * @param values  falling
     * @param vectors {@code vectors[i]} belongs to {@code values[i]}: of length 1, its largest element positive
     */
    public record Found(double[] values, double[][] vectors) {
    }

    /** Of a symmetric matrix; O(n³) for each of about eight sweeps: meant for n up to a few hundred. */
    public static Found of(double[][] matrix) {
        int n = matrix.length;
        double[] together = new double[n * n];
        JacobiEigen eigen = new JacobiEigen(n);
        eigen.of(Arrays.stream(matrix).flatMapToDouble(Arrays::stream).toArray(), together);
        double[][] vectors = new double[n][];
        Arrays.setAll(vectors, k -> Arrays.copyOfRange(together, k * n, (k + 1) * n));
        return new Found(eigen.values, vectors);
    }

    /** The k-th of the latest matrix, from the largest. */
    double value(int k) {
        return values[k];
    }

    double largest() {
        return values[0];
    }

    /** @param vectors gets the eigenvectors, one after the other */
    void of(double[] matrix, double[] vectors) {
        double squares = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                // what rounding made of the other half would be seen in the result
                a[i * n + j] = (matrix[i * n + j] + matrix[j * n + i]) / 2;
                squares += a[i * n + j] * a[i * n + j];
            }
        }
        if (!Double.isFinite(squares)) {
            Arrays.fill(values, Double.NaN);
            Arrays.fill(vectors, Double.NaN);
            return;
        }
        Arrays.fill(v, 0);
        for (int i = 0; i < n; i++) {
            v[i * n + i] = 1;
        }
        double least = NOTHING * Math.sqrt(squares);
        int sweeps = 0;
        while (sweep(least) && sweeps < MOST_SWEEPS) {
            sweeps++;
        }
        sort(vectors);
    }

    private boolean sweep(double least) {
        boolean turned = false;
        for (int p = 0; p < n - 1; p++) {
            for (int q = p + 1; q < n; q++) {
                if (Math.abs(a[p * n + q]) > least) {
                    turn(p, q);
                    turned = true;
                }
            }
        }
        return turned;
    }

    private void turn(int p, int q) {
        double difference = (a[q * n + q] - a[p * n + p]) / (2 * a[p * n + q]);
        double tangent = (difference >= 0 ? 1 : -1) / (Math.abs(difference) + Math.sqrt(1 + difference * difference));
        double cosine = 1 / Math.sqrt(1 + tangent * tangent);
        double sine = tangent * cosine;
        double pp = a[p * n + p] - tangent * a[p * n + q];
        double qq = a[q * n + q] + tangent * a[p * n + q];
        rotate(a, p, q, cosine, sine);
        a[p * n + p] = pp;
        a[q * n + q] = qq;
        a[p * n + q] = 0;
        a[q * n + p] = 0;
        for (int i = 0; i < n; i++) {
            a[i * n + p] = a[p * n + i];
            a[i * n + q] = a[q * n + i];
        }
        rotate(v, p, q, cosine, sine);
    }

    /** Both rows, whose other elements are those of the columns, too. */
    private void rotate(double[] of, int p, int q, double cosine, double sine) {
        int first = p * n;
        int second = q * n;
        for (int i = 0; i < n; i++) {
            double x = of[first + i];
            double y = of[second + i];
            of[first + i] = cosine * x - sine * y;
            of[second + i] = sine * x + cosine * y;
        }
    }

    private void sort(double[] vectors) {
        for (int i = 0; i < n; i++) {
            int at = i;
            while (at > 0 && a[order[at - 1] * n + order[at - 1]] < a[i * n + i]) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = i;
        }
        for (int k = 0; k < n; k++) {
            values[k] = a[order[k] * n + order[k]];
            double largest = 0;
            for (int i = 0; i < n; i++) {
                double x = v[order[k] * n + i];
                largest = Math.abs(x) > Math.abs(largest) ? x : largest;
            }
            for (int i = 0; i < n; i++) {
                vectors[k * n + i] = largest < 0 ? -v[order[k] * n + i] : v[order[k] * n + i];
            }
        }
    }
}
