package downhill.engine.train;

/**
 * What happened in some steps of all runs. Filled by the training threads, one run by one thread at a time; read after
 * {@link TrainingStack#advance} has returned.
 */
public final class StepLog {
    private final int capacity;
    private final int watched;
    private final double[][] loss;
    private final double[][] rate;
    private final double[][] values;
    private long firstStep;
    private int count;

    /**
     * @param runs     R
     * @param capacity most steps of one call
     * @param watched  how many parameters are traced
     */
    public StepLog(int runs, int capacity, int watched) {
        this.capacity = capacity;
        this.watched = watched;
        this.loss = new double[runs][capacity];
        this.rate = new double[runs][capacity];
        this.values = new double[runs][capacity * watched];
    }

    public int capacity() {
        return capacity;
    }

    /** Number of the first step logged, from 0. */
    public long firstStep() {
        return firstStep;
    }

    public int count() {
        return count;
    }

    /** Mean loss of the i-th logged step's batch, before its update. */
    public double loss(int run, int i) {
        return loss[run][i];
    }

    /** Learning rate used by the i-th logged step. */
    public double rate(int run, int i) {
        return rate[run][i];
    }

    /** Value of a watched parameter before the i-th logged step's update. */
    public double value(int run, int i, int watch) {
        return values[run][watch * capacity + i];
    }

    /** Values of a watched parameter before the update of each logged step, copied to the front of {@code into}. */
    public void values(int run, int watch, double[] into) {
        System.arraycopy(values[run], watch * capacity, into, 0, count);
    }

    int watched() {
        return watched;
    }

    void begin(long step, int steps) {
        if (steps > capacity) {
            throw new IllegalArgumentException(steps + " steps do not fit into a log of " + capacity);
        }
        firstStep = step;
        count = steps;
    }

    void loss(int run, int i, double value) {
        loss[run][i] = value;
    }

    void rate(int run, int i, double value) {
        rate[run][i] = value;
    }

    void watch(int run, int i, int watch, double value) {
        values[run][watch * capacity + i] = value;
    }
}
