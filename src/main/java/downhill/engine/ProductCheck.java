package downhill.engine;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;

import java.util.Arrays;
import java.util.Random;

/**
 * A product of matrices by OpenBLAS against the same by a plain loop in double.
 *
 * @param m      rows of the first matrix
 * @param n      columns of the second
 * @param k      terms of each sum
 * @param first  whether the first matrix lies transposed
 * @param second whether the second does
 * @param a      the first, row by row as it lies
 * @param b      the second
 */
record ProductCheck(int m, int n, int k, boolean first, boolean second, float[] a, float[] b) {
    /** Below, at and beyond the blocks of the kernels. */
    private static final int[][] SIZES = {{1, 1, 1}, {3, 5, 7}, {32, 16, 16}, {17, 33, 65}, {64, 64, 64}, {130, 70, 257}};
    private static final double FLOAT_ROUNDING = 0x1p-23;
    private static final double DOUBLE_ROUNDING = 0x1p-52;

    /** Whether products of several sizes, transposed and not, agree in both precisions. Loads OpenBLAS. */
    static boolean allAgree() {
        return Arrays.stream(SIZES).allMatch(size -> of(size, false, false).agrees() && of(size, true, false).agrees()
                && of(size, false, true).agrees());
    }

    private static ProductCheck of(int[] size, boolean first, boolean second) {
        Random random = new Random(size[0]);
        float[] a = numbers(random, size[0] * size[2]);
        return new ProductCheck(size[0], size[1], size[2], first, second, a, numbers(random, size[2] * size[1]));
    }

    private static float[] numbers(Random random, int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = random.nextFloat() * 2 - 1;
        }
        return numbers;
    }

    private boolean agrees() {
        int transA = first ? CblasTrans : CblasNoTrans;
        int transB = second ? CblasTrans : CblasNoTrans;
        int strideA = first ? m : k;
        int strideB = second ? k : n;
        float[] single = new float[m * n];
        double[] twice = new double[m * n];
        cblas_sgemm(CblasRowMajor, transA, transB, m, n, k, 1, a, strideA, b, strideB, 0, single, n);
        cblas_dgemm(CblasRowMajor, transA, transB, m, n, k, 1, widened(a), strideA, widened(b), strideB, 0, twice, n);
        return near(widened(single), FLOAT_ROUNDING) && near(twice, DOUBLE_ROUNDING);
    }

    /** A sum of k terms is off by at most k roundings of the sum of their sizes; the loop's own error is allowed for too. */
    boolean near(double[] product, double rounding) {
        for (int i = 0; i < product.length; i++) {
            double sum = 0;
            double magnitude = 0;
            for (int j = 0; j < k; j++) {
                double term = term(i / n, i % n, j);
                sum += term;
                magnitude += Math.abs(term);
            }
            if (!(Math.abs(product[i] - sum) <= 2 * k * magnitude * rounding)) {
                return false;
            }
        }
        return true;
    }

    private double term(int row, int column, int j) {
        return (double) a[first ? j * m + row : row * k + j] * b[second ? column * k + j : j * n + column];
    }

    private static double[] widened(float[] numbers) {
        double[] wide = new double[numbers.length];
        Arrays.setAll(wide, i -> numbers[i]);
        return wide;
    }
}
