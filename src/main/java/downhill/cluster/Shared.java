package downhill.cluster;

import java.io.Serializable;

/**
 * What many pieces of work have in common: brought to each machine once, however many pieces it does.
 *
 * @param <T> what it is
 */
public interface Shared<T extends Serializable> extends Serializable {
    /** There where the work is done; the same object for all work of one program. */
    T get();
}
