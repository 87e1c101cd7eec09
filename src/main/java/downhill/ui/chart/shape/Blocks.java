package downhill.ui.chart.shape;

import java.util.Arrays;

/**
 * For each full block of {@link #SIZE} points the indices of its least and greatest value, so that a million points are
 * drawn by looking at thirty thousand. Append-only; entries once written never change.
 */
final class Blocks {
    static final int SIZE = 64;

    private int[] least = new int[64];
    private int[] greatest = new int[64];

    /** Adds the block that begins at point {@code first}; blocks come in order. */
    void add(double[] y, int first) {
        int block = first / SIZE;
        if (block == least.length) {
            least = Arrays.copyOf(least, 2 * block);
            greatest = Arrays.copyOf(greatest, 2 * block);
        }
        int low = first;
        int high = first;
        for (int i = first; i < first + SIZE; i++) {
            low = y[i] < y[low] || Double.isNaN(y[low]) ? i : low;
            high = y[i] > y[high] || Double.isNaN(y[high]) ? i : high;
        }
        least[block] = low;
        greatest[block] = high;
    }

    /** A view of the blocks so far that later growth does not disturb. */
    Blocks snapshot() {
        Blocks copy = new Blocks();
        copy.least = least;
        copy.greatest = greatest;
        return copy;
    }

    int least(int block) {
        return least[block];
    }

    int greatest(int block) {
        return greatest[block];
    }
}
