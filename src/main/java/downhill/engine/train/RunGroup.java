package downhill.engine.train;

/** Runs of a shard that are updated together. Run numbers count from the group's first. */
interface RunGroup {
    /** Index of the first run within the shard. */
    int first();

    int runs();

    /**
     * Changes the parameters by one step from the gradients just computed.
     *
     * @param hyperparameters by run of the shard, the learning rate as scheduled for this step
     */
    void update(long step, double[][] hyperparameters);

    /** The learning rate that the next update begins with. */
    double learningRate(int run, double scheduled);

    /** The learning rate that the latest update used: what the rule assigned to η before it used it counts. */
    double usedRate(int run, double scheduled);

    double[][] elements(int run);

    double[] scalars(int run);

    void restore(int run, RunState state);
}
