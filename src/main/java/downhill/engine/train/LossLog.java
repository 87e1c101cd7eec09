package downhill.engine.train;

/** Writes what a shard's steps show, losses and watched parameters, into the common log. */
interface LossLog {
    /** Before the i-th step of a call: the parameters are still those it begins with. */
    void parameters(int i, StepLog log);

    /** After the i-th step's losses are known. */
    void losses(int i, StepLog log);

    /** After the last step of a call. */
    void end(StepLog log);

    /** Parameters to log from now on. */
    void watch(int[] parameters);
}
