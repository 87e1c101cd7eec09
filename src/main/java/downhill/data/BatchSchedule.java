package downhill.data;

/**
 * Which training rows each step sees. The rows of all steps in a row are one endless sequence of shuffled epochs, cut into batches of
 * equal size: a batch may run over the end of an epoch, and among any epoch's n draws each row occurs once. Batch size 0 is the full
 * batch in file order. Depends on (n, batch size, seed) alone, so any step can be asked for; going on step by step costs O(batch)
 * on average and allocates nothing. Not for several threads at once.
 */
public final class BatchSchedule {
    private final int rows;
    private final int batchSize;
    private final boolean full;
    private final long seed;
    private final int[] order;
    private long epochOfOrder = -1;

    /**
     * @param rows      number of training rows, at least 1
     * @param batchSize rows in a step, or 0 for all
     * @param seed      shared by contenders that are to see the same rows
     */
    public BatchSchedule(int rows, int batchSize, long seed) {
        if (rows < 1 || batchSize < 0) {
            throw new IllegalArgumentException("rows " + rows + ", batch size " + batchSize);
        }
        this.rows = rows;
        this.full = batchSize == 0;
        this.batchSize = full ? rows : batchSize;
        this.seed = seed;
        this.order = new int[full ? 0 : rows];
    }

    /** Rows in each step. */
    public int batchSize() {
        return batchSize;
    }

    /** Epochs completed before the given step, with the part of the current one. */
    public double epoch(long step) {
        return (double) step * batchSize / rows;
    }

    /**
     * The rows of a step.
     *
     * @param step  from 0
     * @param reuse receives the rows and is returned; its length must be the batch size
     */
    public int[] rows(long step, int[] reuse) {
        if (reuse.length != batchSize) {
            throw new IllegalArgumentException("array of " + reuse.length + " for a batch of " + batchSize);
        }
        if (full) {
            for (int i = 0; i < rows; i++) {
                reuse[i] = i;
            }
            return reuse;
        }
        long first = Math.multiplyExact(step, (long) batchSize);
        for (int filled = 0; filled < batchSize; ) {
            filled += copy(first + filled, reuse, filled);
        }
        return reuse;
    }

    private int copy(long draw, int[] target, int from) {
        long epoch = draw / rows;
        if (epoch != epochOfOrder) {
            CounterRandom.permute(order, seed, CounterRandom.BATCHES, epoch);
            epochOfOrder = epoch;
        }
        int position = (int) (draw % rows);
        int length = Math.min(rows - position, batchSize - from);
        System.arraycopy(order, position, target, from, length);
        return length;
    }
}
