package downhill.cluster;

import java.io.Serializable;
import java.util.concurrent.CancellationException;

/** Where a piece of work is done. */
public interface Workplace {
    /** How many threads may compute. */
    int threads();

    /** Whether the work is still wanted; asked now and then. */
    boolean wanted();

    /** Asks whoever gave the work, and waits for the answer. */
    Serializable ask(Serializable message);

    /**
     * Has nothing to do for so many milliseconds.
     *
     * @throws CancellationException where nobody wants the work any more
     */
    default void rest(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the work is no longer wanted");
        }
    }
}
