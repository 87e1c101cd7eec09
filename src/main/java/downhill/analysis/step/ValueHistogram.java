package downhill.analysis.step;

/**
 * How numbers are spread, in bars of equal width. Numbers that are not finite are counted apart.
 *
 * @param low       lower end of the first bar
 * @param high      upper end of the last bar, included
 * @param counts    of each bar
 * @param notFinite numbers that are NaN or infinite
 */
public record ValueHistogram(double low, double high, int[] counts, int notFinite) {

    /** From the smallest to the largest finite number; equal numbers lie in the middle bar of one of width 1. */
    public static ValueHistogram of(double[] values, int bars) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (Double.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        boolean spread = low < high;
        double middle = low <= high ? low : 0;
        return of(values, bars, spread ? low : middle - 0.5, spread ? high : middle + 0.5);
    }

    /** In given bounds, so that several can be compared; finite numbers beyond lie in the outermost bars. */
    public static ValueHistogram of(double[] values, int bars, double low, double high) {
        int[] counts = new int[bars];
        int notFinite = 0;
        for (double value : values) {
            if (Double.isFinite(value)) {
                double place = (value - low) / (high - low) * bars;
                counts[(int) Math.max(0, Math.min(bars - 1, Math.floor(place)))]++;
            } else {
                notFinite++;
            }
        }
        return new ValueHistogram(low, high, counts, notFinite);
    }
}
