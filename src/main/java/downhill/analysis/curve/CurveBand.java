package downhill.analysis.curve;

import java.util.Arrays;
import java.util.List;

/**
 * Several curves over the same places, such as one of each fold, and what they have in common. Arrays are shared: do not write to them.
 *
 * @param x    places
 * @param each [curve][place]; NaN where a curve has no value
 * @param mean of the curves that have a value at a place; NaN where none has
 * @param low  one standard deviation (of the sample, n − 1) below, no less than what is possible; the mean where only one has a value
 * @param high one above
 */
public record CurveBand(double[] x, double[][] each, double[] mean, double[] low, double[] high) {

    /** Of values that may be any number. */
    public static CurveBand of(double[] x, List<double[]> each) {
        return of(x, each, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** Of shares of 1. */
    public static CurveBand ofShares(double[] x, List<double[]> each) {
        return of(x, each, 0, 1);
    }

    private static CurveBand of(double[] x, List<double[]> each, double least, double most) {
        CurveBand band = new CurveBand(x, each.toArray(double[][]::new), new double[x.length], new double[x.length], new double[x.length]);
        for (int i = 0; i < x.length; i++) {
            int place = i;
            double[] values = each.stream().mapToDouble(curve -> curve[place]).filter(value -> !Double.isNaN(value)).toArray();
            double mean = Arrays.stream(values).average().orElse(Double.NaN);
            double deviation = deviation(values, mean);
            band.mean[i] = mean;
            band.low[i] = Math.max(least, mean - deviation);
            band.high[i] = Math.min(most, mean + deviation);
        }
        return band;
    }

    private static double deviation(double[] values, double mean) {
        double squares = Arrays.stream(values).map(each -> (each - mean) * (each - mean)).sum();
        return values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1));
    }

    /** The mean with so many standard errors of it, at each place. */
    public double[] error(double times) {
        double[] values = new double[x.length];
        Arrays.setAll(values, i -> mean[i] + times * (high[i] - mean[i]) / Math.sqrt(count(i)));
        return values;
    }

    /** How many curves have a value at a place. */
    public int count(int place) {
        return (int) Arrays.stream(each).filter(curve -> !Double.isNaN(curve[place])).count();
    }

    /** {@code parts} + 1 places from 0 to 1. */
    static double[] evenly(int parts) {
        double[] places = new double[parts + 1];
        Arrays.setAll(places, i -> (double) i / parts);
        return places;
    }
}
