package downhill.analysis.explain.local;

/**
 * Weighted linear regression with a ridge and a free intercept: Σ wᵢ·(yᵢ − b − xᵢ·β)² + α·|β|² is least, as scikit-learn's
 * {@code Ridge(alpha)} with {@code sample_weight} has it.
 *
 * @param weights   [outputs × columns] β
 * @param intercept [outputs] b
 * @param fit       [outputs] weighted R²: 1 − Σ wᵢ·(yᵢ − ŷᵢ)² / Σ wᵢ·(yᵢ − ȳ)²; NaN of a constant output
 */
record Ridge(double[] weights, double[] intercept, double[] fit) {
    private static final double ROUNDING = 1e-24;

    /**
     * Fits it.
     *
     * @param x     [rows × columns]
     * @param y     [rows × outputs]
     * @param w     [rows], 0 or more, some above 0
     * @param alpha above 0
     */
    static Ridge of(double[] x, double[] y, double[] w, int columns, int outputs, double alpha) {
        double[] means = means(x, w, columns);
        double[] middle = means(y, w, outputs);
        double[][] gram = new double[columns][columns];
        double[][] right = new double[outputs][columns];
        double[] row = new double[columns];
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < columns; j++) {
                row[j] = x[i * columns + j] - means[j];
            }
            for (int j = 0; j < columns; j++) {
                double weighted = w[i] * row[j];
                for (int k = 0; k <= j; k++) {
                    gram[j][k] += weighted * row[k];
                }
                for (int k = 0; k < outputs; k++) {
                    right[k][j] += weighted * (y[i * outputs + k] - middle[k]);
                }
            }
        }
        for (int j = 0; j < columns; j++) {
            gram[j][j] += alpha;
        }
        return fitted(solved(gram, right), means, middle, x, y, w);
    }

    private static double[] means(double[] values, double[] w, int columns) {
        double[] means = new double[columns];
        double total = 0;
        for (int i = 0; i < w.length; i++) {
            total += w[i];
            for (int j = 0; j < columns; j++) {
                means[j] += w[i] * values[i * columns + j];
            }
        }
        for (int j = 0; j < columns; j++) {
            means[j] /= total;
        }
        return means;
    }

    /** By Cholesky's decomposition, in place: the ridge makes the matrix positive definite. */
    private static double[][] solved(double[][] gram, double[][] right) {
        int n = gram.length;
        for (int j = 0; j < n; j++) {
            for (int k = 0; k <= j; k++) {
                double sum = gram[j][k];
                for (int i = 0; i < k; i++) {
                    sum -= gram[j][i] * gram[k][i];
                }
                gram[j][k] = j == k ? Math.sqrt(sum) : sum / gram[k][k];
            }
        }
        for (double[] b : right) {
            for (int j = 0; j < n; j++) {
                for (int i = 0; i < j; i++) {
                    b[j] -= gram[j][i] * b[i];
                }
                b[j] /= gram[j][j];
            }
            for (int j = n - 1; j >= 0; j--) {
                for (int i = j + 1; i < n; i++) {
                    b[j] -= gram[i][j] * b[i];
                }
                b[j] /= gram[j][j];
            }
        }
        return right;
    }

    private static Ridge fitted(double[][] beta, double[] means, double[] middle, double[] x, double[] y, double[] w) {
        int columns = means.length;
        int outputs = middle.length;
        double[] intercept = middle.clone();
        double[] weights = new double[outputs * columns];
        double[] fit = new double[outputs];
        for (int k = 0; k < outputs; k++) {
            System.arraycopy(beta[k], 0, weights, k * columns, columns);
            intercept[k] -= dot(beta[k], means, 0);
            double left = 0;
            double all = 0;
            double size = 0;
            for (int i = 0; i < w.length; i++) {
                double actual = y[i * outputs + k];
                double said = intercept[k] + dot(beta[k], x, i * columns);
                left += w[i] * (actual - said) * (actual - said);
                all += w[i] * (actual - middle[k]) * (actual - middle[k]);
                size += w[i] * actual * actual;
            }
            fit[k] = all <= ROUNDING * size ? Double.NaN : 1 - left / all;
        }
        return new Ridge(weights, intercept, fit);
    }

    private static double dot(double[] beta, double[] x, int from) {
        double sum = 0;
        for (int j = 0; j < beta.length; j++) {
            sum += beta[j] * x[from + j];
        }
        return sum;
    }
}
