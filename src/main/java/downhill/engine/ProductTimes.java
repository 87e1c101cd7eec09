package downhill.engine;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;

import java.util.Arrays;
import java.util.Locale;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.presets.openblas_nolapack;

/**
 * How long products in float take with the kernels in use, on one thread: the least of many tries, which others on the machine disturb
 * least.
 *
 * @param small microseconds of 32×16 by 16×16, as small networks have them; NaN where it is not known
 * @param large microseconds of 128×784 by 784×256
 */
record ProductTimes(double small, double large) {
    static final ProductTimes UNKNOWN = new ProductTimes(Double.NaN, Double.NaN);
    /** How a line begins that tells them. */
    static final String START = "Times: ";

    private static final int TRIES = 20;
    private static final int SMALL_CALLS = 500;
    /** What is quicker by less may be chance, and another choice changes the last bits of all products. */
    private static final double CLEARLY = 0.8;

    /** Loads OpenBLAS. */
    static ProductTimes measured() {
        openblas_nolapack.blas_set_num_threads(1);
        return new ProductTimes(least(32, 16, 16, SMALL_CALLS), least(128, 256, 784, 1));
    }

    private static double least(int m, int n, int k, int calls) {
        double least = Double.POSITIVE_INFINITY;
        try (FloatPointer a = ones(m * k); FloatPointer b = ones(k * n); FloatPointer c = ones(m * n)) {
            for (int i = 0; i < TRIES; i++) {
                long begin = System.nanoTime();
                for (int call = 0; call < calls; call++) {
                    cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, m, n, k, 1, a, k, b, n, 0, c, n);
                }
                least = Math.min(least, (System.nanoTime() - begin) * 1e-3 / calls);
            }
        }
        return least;
    }

    private static FloatPointer ones(int count) {
        float[] ones = new float[count];
        Arrays.fill(ones, 1);
        return new FloatPointer(ones);
    }

    /** Whether both together are clearly quicker: the product of their ratios counts. */
    boolean quickerThan(ProductTimes other) {
        return small / other.small * (large / other.large) < CLEARLY;
    }

    String line() {
        return String.format(Locale.ROOT, "%s%.4f %.2f", START, small, large);
    }

    static ProductTimes read(String line) {
        String[] parts = line.substring(START.length()).strip().split(" ");
        try {
            return new ProductTimes(Double.parseDouble(parts[0]), Double.parseDouble(parts[parts.length - 1]));
        } catch (NumberFormatException e) {
            return UNKNOWN;
        }
    }
}
