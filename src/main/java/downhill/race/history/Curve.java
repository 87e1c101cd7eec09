package downhill.race.history;

import java.util.Arrays;

/**
 * Points of a recorded curve, by increasing x. Where there were more steps than points asked for, each stretch of steps is
 * drawn by its smallest and its largest value, at about their places.
 *
 * @param x steps
 * @param y values, as many
 */
public record Curve(double[] x, double[] y) {
    /** No points. */
    public static final Curve EMPTY = new Curve(new double[0], new double[0]);

    /** Number of points. */
    public int size() {
        return x.length;
    }

    /** The points at or before a step. */
    public Curve upTo(long step) {
        int found = Arrays.binarySearch(x, Math.nextUp((double) step));
        int count = found < 0 ? -found - 1 : found;
        return count == x.length ? this : new Curve(Arrays.copyOf(x, count), Arrays.copyOf(y, count));
    }
}
