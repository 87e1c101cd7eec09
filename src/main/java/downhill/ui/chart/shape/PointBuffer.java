package downhill.ui.chart.shape;

import java.util.Arrays;

/**
 * A curve that grows at its end. One thread appends and takes snapshots; a snapshot costs nothing, shares the arrays and
 * may be read by any thread it is handed to. Memory: 16 bytes a point and an eighth of a byte on top.
 */
public final class PointBuffer {
    private double[] x = new double[256];
    private double[] y = new double[256];
    private final Blocks blocks = new Blocks();
    private int size;

    /** Adds a point; {@code atX} must not be below the last one's. */
    public void append(double atX, double value) {
        if (size == x.length) {
            x = Arrays.copyOf(x, size + (size >> 1));
            y = Arrays.copyOf(y, size + (size >> 1));
        }
        x[size] = atX;
        y[size] = value;
        size++;
        if (size % Blocks.SIZE == 0) {
            blocks.add(y, size - Blocks.SIZE);
        }
    }

    /** How many points there are. */
    public int size() {
        return size;
    }

    /** The points so far. */
    public Points snapshot() {
        return new Points(x, y, size, blocks.snapshot(), this);
    }
}
