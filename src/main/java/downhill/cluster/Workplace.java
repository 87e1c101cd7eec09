package downhill.cluster;

import java.io.Serializable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/** Where a piece of work is done. */
public interface Workplace {
    /** How many threads may compute. */
    int threads();

    /** Whether the work is still wanted; asked now and then. */
    boolean wanted();

    /** Asks whoever gave the work, and waits for the answer. */
    Serializable ask(Serializable message);

    /** Waits, and has nothing to do until then. */
    default void idle(Runnable wait) {
        wait.run();
    }

    /**
     * Has nothing to do for so many milliseconds.
     *
     * @throws CancellationException where nobody wants the work any more
     */
    default void rest(long millis) {
        idle(() -> {
            try {
                TimeUnit.MILLISECONDS.sleep(millis);
            } catch (InterruptedException e) {
                throw unwanted();
            }
        });
    }

    /** For whoever was interrupted. */
    static CancellationException unwanted() {
        Thread.currentThread().interrupt();
        return new CancellationException("the work is no longer wanted");
    }
}
