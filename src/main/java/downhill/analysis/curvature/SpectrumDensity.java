package downhill.analysis.curvature;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * How the eigenvalues of a symmetric matrix are spread, by stochastic Lanczos quadrature (Ubaru, Chen &amp; Saad 2017, algorithm 1; for
 * Hessians of nets Ghorbani, Krishnan &amp; Xiao 2019): each probe gives Ritz values, weighted by what share of the probe lies along them.
 *
 * @param values  of all probes, falling
 * @param weights of each; they sum to 1
 */
public record SpectrumDensity(double[] values, double[] weights) {
    /** Deviations by which a drawn density reaches beyond its values. */
    private static final double BEYOND = 3;

    /**
     * Measures it.
     *
     * @param product with the matrix
     * @param size    of the matrix
     * @param probes  random vectors, at least 1
     * @param steps   products for each probe
     */
    public static SpectrumDensity of(UnaryOperator<double[]> product, int size, int probes, int steps, long seed) {
        double[][] found = new double[0][];
        for (int probe = 0; probe < probes; probe++) {
            Lanczos one = Lanczos.of(product, size, steps, seed + probe);
            int before = found.length;
            found = Arrays.copyOf(found, before + one.values().length);
            for (int i = 0; i < one.values().length; i++) {
                found[before + i] = new double[] {one.values()[i], one.weights()[i] / probes};
            }
        }
        Arrays.sort(found, (a, b) -> Double.compare(b[0], a[0]));
        return new SpectrumDensity(Arrays.stream(found).mapToDouble(pair -> pair[0]).toArray(),
                Arrays.stream(found).mapToDouble(pair -> pair[1]).toArray());
    }

    /** The share of eigenvalues of at most {@code value}. */
    public double below(double value) {
        double share = 0;
        for (int i = 0; i < values.length; i++) {
            share += values[i] <= value ? weights[i] : 0;
        }
        return share;
    }

    /** Mean of a power of the eigenvalues; of the first it is the trace over the size. */
    public double moment(int power) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * Math.pow(values[i], power);
        }
        return sum;
    }

    /**
     * The density, each value widened to a Gaussian.
     *
     * @param points places, evenly from the least value to the largest and a little beyond
     * @param width  standard deviation of the Gaussians, as a share of the range
     * @return [2][points]: places and densities, whose integral is 1
     */
    public double[][] density(int points, double width) {
        double least = values[values.length - 1];
        double deviation = Math.max(width * (values[0] - least), Double.MIN_NORMAL);
        double from = least - BEYOND * deviation;
        double step = (values[0] + BEYOND * deviation - from) / (points - 1);
        double[][] made = new double[2][points];
        for (int i = 0; i < points; i++) {
            made[0][i] = from + i * step;
            for (int j = 0; j < values.length; j++) {
                double z = (made[0][i] - values[j]) / deviation;
                made[1][i] += weights[j] * Math.exp(-z * z / 2) / (deviation * Math.sqrt(2 * Math.PI));
            }
        }
        return made;
    }
}
