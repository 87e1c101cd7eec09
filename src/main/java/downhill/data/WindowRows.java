package downhill.data;

import java.util.stream.IntStream;

/**
 * Windows over a series, each cut when it is asked for, so that rows which many windows share are kept once.
 *
 * @param series what windows are cut of, row by row
 * @param starts first row of each window
 * @param length rows of a window
 * @param change what is done to a window once it is cut; null for nothing
 */
public record WindowRows(RowValues series, int[] starts, int length, Change change) implements RowValues {
    /** Changes a window in place. */
    @FunctionalInterface
    public interface Change {
        /** @param at place of the window's first number */
        void apply(double[] values, int at);
    }

    @Override
    public int count() {
        return starts.length;
    }

    @Override
    public int size() {
        return length * series.size();
    }

    @Override
    public void copy(int row, double[] target, int at) {
        for (int i = 0; i < length; i++) {
            series.copy(starts[row] + i, target, at + i * series.size());
        }
        if (change != null) {
            change.apply(target, at);
        }
    }

    @Override
    public double value(int row, int place) {
        return change != null ? row(row)[place] : series.value(starts[row] + place / series.size(), place % series.size());
    }

    @Override
    public RowValues pick(int... rows) {
        return new WindowRows(series, IntStream.of(rows).map(row -> starts[row]).toArray(), length, change);
    }
}
