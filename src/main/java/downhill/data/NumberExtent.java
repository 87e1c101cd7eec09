package downhill.data;

import java.io.Serializable;

/**
 * How far the numbers of a column reach.
 *
 * @param least    infinite where there are none
 * @param greatest −∞ where there are none
 * @param times    whether one is no whole number: of a date, that it has a time of day
 */
public record NumberExtent(double least, double greatest, boolean times) implements Serializable {
    /** Of no numbers. */
    public static final NumberExtent NOTHING = new NumberExtent(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, false);

    /** Of the numbers of a column. */
    public static NumberExtent of(Column column) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        boolean timed = false;
        for (int row = 0; row < column.size(); row++) {
            double value = column.number(row);
            if (!Double.isNaN(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
                timed |= value != Math.rint(value);
            }
        }
        return new NumberExtent(low, high, timed);
    }

    /** Of both. */
    public NumberExtent plus(NumberExtent other) {
        return new NumberExtent(Math.min(least, other.least), Math.max(greatest, other.greatest), times || other.times);
    }
}
