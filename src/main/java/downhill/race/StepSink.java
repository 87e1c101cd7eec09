package downhill.race;

/**
 * Told every step as it is recorded, none left out; called on the race's thread, which waits for it. How many steps come in
 * one call depends on the speed of the machine; their numbers and order within a contender do not.
 */
public interface StepSink {
    /**
     * @param firstStep number of the first of these steps
     * @param loss      mean over seeds of the batch loss before each update; do not keep the array
     * @param rate      learning rates, NaN for rules without; do not keep the array
     * @param count     how many elements of the arrays count
     */
    void steps(String contenderId, long firstStep, double[] loss, double[] rate, int count);

    /**
     * The same steps of a contender with several seeds, after {@link #steps}.
     *
     * @param seeds  their numbers
     * @param losses batch losses of each seed and step; do not keep the arrays
     */
    default void seeds(String contenderId, long firstStep, long[] seeds, double[][] losses, int count) {
    }

    /** A validation after {@code step} updates. */
    default void validation(String contenderId, long step, double loss, double metric) {
    }

    /** What was told from this step on is void: the contender was changed there, after going back. */
    default void forgotten(String contenderId, long step) {
    }
}
