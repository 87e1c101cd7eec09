package downhill.study.space;

import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.OptionalInt;

/**
 * NumberRange between two, both of them included; {@link Long} where they are whole, else {@link Double}.
 *
 * @param low   the least
 * @param high  the greatest that may be; with a step, the last one that the steps reach
 * @param log   whether equal parts of the interval are equal factors, not equal differences
 * @param step  distance of neighbours; 0 for none. Whole numbers have at least 1
 * @param whole whether they are whole
 */
public record NumberRange(double low, double high, boolean log, double step, boolean whole) implements Extent {
    /** Whole numbers up to it are doubles, all of them. */
    private static final double EXACT = 1L << 53;
    /** Of the last step; what is written in decimals is rarely a whole number of steps to the last bit. */
    private static final double SLACK = 1e-9;

    /**
     * Brings the greatest to the last step.
     *
     * @throws RefusedException of one sentence where they are no range
     */
    public NumberRange {
        require(Double.isFinite(low) && Double.isFinite(high) && low < high, "space.order");
        require(!log || low > 0, "space.log");
        require(!log || step == 0 || whole && step == 1, "space.logStep");
        require(step >= 0 && step <= (high - low) * (1 + SLACK), "space.step");
        require(!whole || whole(low) && whole(high) && whole(step), "space.whole");
        step = whole && step == 0 ? 1 : step;
        high = step == 0 || log ? high : low + Math.floor((high - low) / step + SLACK) * step;
    }

    private static void require(boolean holds, String key) {
        if (!holds) {
            throw new RefusedException(Said.of(key));
        }
    }

    private static boolean whole(double value) {
        return value == Math.rint(value) && Math.abs(value) <= EXACT;
    }

    /** A range of real numbers without steps. */
    public static NumberRange real(double low, double high, boolean log) {
        return new NumberRange(low, high, log, 0, false);
    }

    /** Whole numbers. */
    public static NumberRange whole(long low, long high, boolean log) {
        return new NumberRange(low, high, log, 1, true);
    }

    @Override
    public Object at(double unit) {
        double within = Math.max(0, Math.min(unit, Math.nextDown(1.0)));
        if (step == 0 && (unit <= 0 || unit >= 1)) {
            return typed(unit <= 0 ? low : high); // to the last bit
        }
        if (log) {
            double value = Math.exp(Math.log(from()) + within * (Math.log(to()) - Math.log(from())));
            return typed(whole ? Math.rint(value) : value);
        }
        return typed(step > 0 ? low + step * Math.floor(within * steps()) : low + unit(unit) * (high - low));
    }

    private static double unit(double unit) {
        return Math.max(0, Math.min(unit, 1));
    }

    private Object typed(double value) {
        double inside = Math.max(low, Math.min(high, value));
        return whole ? (Object) (long) inside : (Object) inside;
    }

    /** Half a number more at both ends, where numbers are rounded: else the ends would have half a part. */
    private double from() {
        return whole ? low - 0.5 : low;
    }

    private double to() {
        return whole ? high + 0.5 : high;
    }

    private double steps() {
        return Math.floor((high - low) / step + SLACK) + 1;
    }

    @Override
    public double unit(Object value) {
        double number = ((Number) value).doubleValue();
        if (log) {
            return unit((Math.log(number) - Math.log(from())) / (Math.log(to()) - Math.log(from())));
        }
        return step > 0 ? unit((Math.rint((number - low) / step) + 0.5) / steps()) : unit((number - low) / (high - low));
    }

    @Override
    public boolean holds(Object value) {
        return value instanceof Number number && number.doubleValue() >= low && number.doubleValue() <= high
                && (!whole || whole(number.doubleValue()));
    }

    @Override
    public OptionalInt count() {
        double all = log ? high - low + 1 : steps();
        return step == 0 || all > Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of((int) all);
    }
}
