package downhill.cluster;

import downhill.words.RefusedException;
import downhill.words.Said;
import downhill.words.Saying;
import java.io.Serializable;

/**
 * How a piece of work ended. A value.
 *
 * @param result  null where it was refused
 * @param refused what is said to a person; null where it was done
 * @param nanos   for which it was worked there, without what was waited for whoever gave the work
 * @param <R>     what it comes to
 */
public record WorkResult<R extends Serializable>(R result, Said refused, long nanos) implements Serializable {
    /** Does the work; what cannot be done for a reason that is told to a person comes to that reason. */
    public static <R extends Serializable> WorkResult<R> of(Work<R> work, Workplace place) {
        long begin = System.nanoTime();
        ClockedPlace clocked = new ClockedPlace(place);
        try {
            return new WorkResult<>(work.done(clocked), null, System.nanoTime() - begin - clocked.waited());
        } catch (RuntimeException failure) {
            if (failure instanceof Saying saying) {
                return new WorkResult<>(null, saying.said(), System.nanoTime() - begin - clocked.waited());
            }
            throw failure;
        }
    }

    /** This, if the work was done; throws what was said if it was not. */
    public WorkResult<R> required() {
        if (refused != null) {
            throw new RefusedException(refused);
        }
        return this;
    }
}
