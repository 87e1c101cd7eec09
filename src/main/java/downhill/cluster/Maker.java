package downhill.cluster;

import java.io.Serializable;

/**
 * Makes something that stays where it was made, such as a worker's rows. It may be made again, on another machine, where one was lost.
 *
 * @param <S> what it makes
 */
@FunctionalInterface
public interface Maker<S extends AutoCloseable> extends Serializable {
    /**
     * Makes it.
     *
     * @throws RuntimeException with what is said to a person where it cannot be made
     */
    S make(Workplace place);
}
