package downhill.race.history;

import java.util.Arrays;

/**
 * Points of a recorded curve, by increasing x. Where there were more steps than points asked for, each stretch of steps is
 * drawn by its smallest and its largest value, at about their places.
 *
 * @param x steps; shared, do not write to it
 * @param y values, as many; NaN where nothing was measured
 */
public record Curve(double[] x, double[] y) {
    /** No points. */
    public static final Curve EMPTY = new Curve(new double[0], new double[0]);

    /** Number of points. */
    public int size() {
        return x.length;
    }

    /** The value at the point nearest to {@code step}; NaN where there is none, before the first, or where {@code step} is NaN. */
    public double at(double step) {
        if (Double.isNaN(step) || x.length == 0 || step < x[0]) {
            return Double.NaN;
        }
        int found = Arrays.binarySearch(x, step);
        int next = found >= 0 ? found : Math.min(x.length - 1, -found - 1);
        return y[next > 0 && step - x[next - 1] < x[next] - step ? next - 1 : next];
    }

    /** The points at or before a step. */
    public Curve upTo(long step) {
        int found = Arrays.binarySearch(x, Math.nextUp((double) step));
        int count = found < 0 ? -found - 1 : found;
        return count == x.length ? this : new Curve(Arrays.copyOf(x, count), Arrays.copyOf(y, count));
    }
}
