package downhill.analysis.curvature;

import downhill.optim.JacobiEigen;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * The outer eigenvalues of a symmetric matrix that is known by its products with vectors (Lanczos 1950; Golub &amp; Van Loan, Matrix
 * Computations, 4th ed., algorithm 10.1.1), every new vector made orthogonal to all earlier ones twice.
 *
 * @param values   Ritz values, falling
 * @param weights  of each: what share of the first vector lies along it; they sum to 1 (the weights of Gauss' quadrature)
 * @param residual of the first: how far its product lies from value times vector, at most; an eigenvalue lies within it
 * @param steps    products that were taken
 */
public record Lanczos(double[] values, double[] weights, double residual, int steps) {
    /** Of the largest Ritz value: small enough to stop. */
    private static final double TOLERANCE = 1e-9;

    /** As exactly as float64 gives it. */
    public static Lanczos of(UnaryOperator<double[]> product, int size, int most, long seed) {
        return of(product, size, most, TOLERANCE, seed);
    }

    /**
     * @param size      of the matrix
     * @param most      products that may be taken
     * @param tolerance residual over the largest value at which it stops
     * @param seed      of the first vector
     */
    public static Lanczos of(UnaryOperator<double[]> product, int size, int most, double tolerance, long seed) {
        List<double[]> basis = new ArrayList<>();
        List<Double> diagonal = new ArrayList<>();
        List<Double> beside = new ArrayList<>();
        double[] next = normal(size, seed);
        Lanczos found = new Lanczos(new double[] {0}, new double[] {1}, 0, 0);
        for (int step = 1; step <= Math.min(most, size); step++) {
            double[] v = scaled(next, 1 / norm(next));
            basis.add(v);
            next = product.apply(v);
            diagonal.add(dot(v, next));
            orthogonal(next, basis);
            orthogonal(next, basis);
            double left = norm(next);
            found = ritz(diagonal, beside, left);
            if (left == 0 || !Double.isFinite(left) || found.residual <= tolerance * Math.abs(found.values[0])) {
                break;
            }
            beside.add(left);
        }
        return found;
    }

    /** The largest. */
    public double largest() {
        return values[0];
    }

    private static Lanczos ritz(List<Double> diagonal, List<Double> beside, double left) {
        int n = diagonal.size();
        double[][] t = new double[n][n];
        for (int i = 0; i < n; i++) {
            t[i][i] = diagonal.get(i);
            if (i > 0) {
                t[i][i - 1] = beside.get(i - 1);
                t[i - 1][i] = beside.get(i - 1);
            }
        }
        JacobiEigen.Found eigen = JacobiEigen.of(t);
        double[] weights = new double[n];
        Arrays.setAll(weights, i -> eigen.vectors()[i][0] * eigen.vectors()[i][0]);
        return new Lanczos(eigen.values(), weights, left * Math.abs(eigen.vectors()[0][n - 1]), n);
    }

    private static double[] normal(int size, long seed) {
        Random random = new Random(seed);
        double[] v = new double[size];
        for (int i = 0; i < size; i++) {
            v[i] = random.nextGaussian();
        }
        return v;
    }

    private static void orthogonal(double[] v, List<double[]> basis) {
        for (double[] b : basis) {
            double share = dot(v, b);
            for (int i = 0; i < v.length; i++) {
                v[i] -= share * b[i];
            }
        }
    }

    private static double[] scaled(double[] v, double by) {
        double[] w = v.clone();
        for (int i = 0; i < w.length; i++) {
            w[i] *= by;
        }
        return w;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }
}
