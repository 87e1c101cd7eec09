package downhill.cluster;

import java.io.Serializable;

/**
 * A piece of work that can be done on any machine, and again: what it comes to depends on itself and on the answers that it gets alone,
 * so that work of a machine that is lost is done by another with the same result.
 *
 * @param <R> what it comes to
 */
public interface Work<R extends Serializable> extends Serializable {
    /** Does it. */
    R done(Workplace place);
}
