package downhill.ui.chart.shape;

/**
 * A stretch of an axis.
 *
 * @param low its lower end, finite
 * @param high its upper end, above {@code low}
 */
public record Range(double low, double high) {
    /** Checks the ends. */
    public Range {
        if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("No range from " + low + " to " + high);
        }
    }

    /** A range around data that may be a single value, with {@code margin} (a share of the length) on both sides. */
    public static Range around(double low, double high, double margin) {
        double length = high - low;
        double room = length > 0 ? length * margin : Math.max(Math.abs(low) * 0.1, 1e-9);
        return new Range(low - room, high + room);
    }

    /** High minus low. */
    public double length() {
        return high - low;
    }

    /** Whether {@code value} lies within, ends included. */
    public boolean contains(double value) {
        return value >= low && value <= high;
    }
}
