package downhill.analysis.curvature;

/** The largest size of an eigenvalue of a small matrix that need not be symmetric: lim ‖Aⁿ‖^(1/n) (Gelfand 1941), n a power of two. */
final class SpectralRadius {
    private static final int SQUARINGS = 24;

    private SpectralRadius() {
    }

    static double of(double[][] matrix) {
        double[][] power = matrix;
        double logarithm = 0;
        double exponent = 1;
        for (int i = 0; i <= SQUARINGS; i++) {
            double size = largest(power);
            if (size == 0) {
                return 0;
            }
            logarithm += Math.log(size) / exponent;
            power = squared(power, size);
            exponent *= 2;
        }
        return Math.exp(logarithm);
    }

    private static double largest(double[][] a) {
        double largest = 0;
        for (double[] row : a) {
            for (double value : row) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        return largest;
    }

    private static double[][] squared(double[][] a, double by) {
        int n = a.length;
        double[][] made = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    made[i][j] += a[i][k] / by * (a[k][j] / by);
                }
            }
        }
        return made;
    }
}
