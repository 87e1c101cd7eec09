package downhill.cluster;

import java.io.Serializable;

/** Where a piece of work is done. */
public interface Workplace {
    /** How many threads may compute. */
    int threads();

    /** Whether the work is still wanted; asked now and then. */
    boolean wanted();

    /** Asks whoever gave the work, and waits for the answer. */
    Serializable ask(Serializable message);
}
