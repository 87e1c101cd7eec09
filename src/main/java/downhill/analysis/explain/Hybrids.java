package downhill.analysis.explain;

import downhill.data.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows made of a row and one of the background: some columns from the one, the others from the other. Gathered and answered in blocks of
 * the same size, so that few plans are compiled.
 */
final class Hybrids {
    /** Rows that go through a model at once. */
    private static final int BLOCK = 4096;
    private static final int SLICE = 256;

    private final Explained model;
    private final Progress progress;
    private final int size;
    private final int outputs;
    private final double[] block;
    private double[] answers;
    private int filled;
    private int taken;

    /** @param expected rows that will be added in all */
    Hybrids(Explained model, long expected, Progress progress) {
        this.model = model;
        this.progress = Progress.asking(() -> !progress.cancelled()); // a block is no part of the whole that a bar could show
        this.size = model.size();
        this.outputs = model.outputs().size();
        this.block = new double[(int) Math.min(BLOCK, sliced(expected)) * size];
        this.answers = new double[Math.toIntExact(expected * outputs)];
    }

    private static long sliced(long rows) {
        return (rows + SLICE - 1) / SLICE * SLICE;
    }

    /** One more row, which is copied. */
    void add(double[] row) {
        if (filled * size == block.length) {
            flush();
        }
        System.arraycopy(row, 0, block, filled++ * size, size);
    }

    /** Answers to all rows in the order in which they were added, [rows × outputs]. */
    double[] answers() {
        flush();
        return answers;
    }

    private void flush() {
        if (filled == 0) {
            return;
        }
        double[] rows = filled * size == block.length ? block : padded();
        double[] some = model.answers(rows, progress);
        System.arraycopy(some, 0, answers, taken * outputs, filled * outputs);
        taken += filled;
        filled = 0;
    }

    /** The last row again, up to a whole number of slices. */
    private double[] padded() {
        double[] rows = Arrays.copyOf(block, (int) sliced(filled) * size);
        for (int row = filled; row * size < rows.length; row++) {
            System.arraycopy(block, (filled - 1) * size, rows, row * size, size);
        }
        return rows;
    }

    /** The columns in which two rows differ, by their places in the list. */
    static int[] differing(List<ExplainedColumn> columns, double[] one, int at, double[] other, int from) {
        return IntStream.range(0, columns.size()).filter(column -> differ(columns.get(column), one, at, other, from)).toArray();
    }

    private static boolean differ(ExplainedColumn column, double[] one, int at, double[] other, int from) {
        for (int number : column.numbers()) {
            if (one[at + number] != other[from + number]) {
                return true;
            }
        }
        return false;
    }
}
