package downhill.ui.chart.shape;

import java.util.Arrays;

/**
 * A curve as two arrays, immutable as far as {@link #size()} goes. For curves against a step or another axis, x never falls;
 * for paths it may. Arrays are shared, not copied: whoever hands them over must not change them afterwards.
 */
public final class Points {
    /** No points. */
    public static final Points NONE = of(new double[0], new double[0]);

    private final double[] x;
    private final double[] y;
    private final int size;
    private final Blocks blocks;
    private final Object source;

    Points(double[] x, double[] y, int size, Blocks blocks, Object source) {
        this.x = x;
        this.y = y;
        this.size = size;
        this.blocks = blocks;
        this.source = source;
    }

    /** All of the two arrays, which must be equally long. */
    public static Points of(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(x.length + " x but " + y.length + " y");
        }
        return new Points(x, y, x.length, null, null);
    }

    /** How many points. */
    public int size() {
        return size;
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** Where point {@code i} is. */
    public double x(int i) {
        return x[i];
    }

    /** The value of point {@code i}; NaN or infinite makes a gap. */
    public double y(int i) {
        return y[i];
    }

    /** The first index whose x is at least {@code value}; {@link #size()} where none is. Only where x never falls. */
    public int firstAtLeast(double value) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (x[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The points whose x is at most {@code value}. Only where x never falls. */
    public Points upTo(double value) {
        int count = firstAtLeast(Math.nextUp(value));
        return of(Arrays.copyOf(x, count), Arrays.copyOf(y, count));
    }

    /** The first {@code count} points. */
    public Points first(int count) {
        return new Points(x, y, Math.min(size, count), null, null);
    }

    /** The index whose x is nearest to {@code value}; -1 where there are no points. Only where x never falls. */
    public int nearest(double value) {
        int at = Math.min(firstAtLeast(value), size - 1);
        return at > 0 && value - x[at - 1] < x[at] - value ? at - 1 : at;
    }

    /** Least and greatest of blocks of points; null where they were not kept. */
    Blocks blocks() {
        return blocks;
    }

    /** The buffer that these are the first points of; null where there is none. */
    Object source() {
        return source;
    }
}
