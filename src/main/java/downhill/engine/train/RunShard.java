package downhill.engine.train;

/** Some neighbouring runs of a stack, computed together wherever that is. Runs are numbered from the shard's first. */
interface RunShard {
    /** Index of the first run within the stack. */
    int first();

    int runs();

    /** Does the steps {@code from} (inclusive) to {@code to} of those that the log has begun. */
    void advance(int from, int to, int[] watch, StepLog log);

    /** The rate that a run begins a step with: scheduled, and changed by its rule so far; NaN without one. */
    double learningRate(int run, long step);

    void setHyperparameter(int run, String key, double value);

    void observe(int run, double loss, long step);

    /** Copies a run's parameters [P]. */
    void parameters(int run, double[] target);

    RunState save(int run, long step);

    void restore(int run, RunState state);
}
