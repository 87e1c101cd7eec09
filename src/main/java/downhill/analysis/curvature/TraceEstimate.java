package downhill.analysis.curvature;

import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * The trace of a matrix from its products with vectors of random signs (Hutchinson 1990).
 *
 * @param value mean over the probes
 * @param error standard error of it; NaN for one probe
 */
public record TraceEstimate(double value, double error) {

    /** Not measured. */
    public static final TraceEstimate NONE = new TraceEstimate(Double.NaN, Double.NaN);

    /** @param probes 0 for {@link #NONE} */
    public static TraceEstimate of(UnaryOperator<double[]> product, int size, int probes, long seed) {
        if (probes == 0) {
            return NONE;
        }
        Random random = new Random(seed);
        double sum = 0;
        double squares = 0;
        for (int probe = 0; probe < probes; probe++) {
            double[] signs = new double[size];
            for (int i = 0; i < size; i++) {
                signs[i] = random.nextBoolean() ? 1 : -1;
            }
            double[] made = product.apply(signs);
            double one = 0;
            for (int i = 0; i < size; i++) {
                one += signs[i] * made[i];
            }
            sum += one;
            squares += one * one;
        }
        double mean = sum / probes;
        return new TraceEstimate(mean, Math.sqrt(Math.max(0, squares / probes - mean * mean) / (probes - 1)));
    }
}
