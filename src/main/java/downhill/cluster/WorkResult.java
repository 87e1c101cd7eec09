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
 * @param time    that it took; null where nobody asks
 * @param <R>     what it comes to
 */
public record WorkResult<R extends Serializable>(R result, Said refused, WorkTime time) implements Serializable {
    /**
     * Does the work; what cannot be done for a reason that is told to a person comes to that reason.
     *
     * @param shift of the process
     */
    public static <R extends Serializable> WorkResult<R> of(Work<R> work, Workplace place, Shift shift) {
        long begin = System.nanoTime();
        long before = shift.begin(begin);
        ClockedPlace clocked = new ClockedPlace(place);
        R result = null;
        Said refused = null;
        try {
            result = work.done(clocked);
        } catch (RuntimeException failure) {
            if (!(failure instanceof Saying saying)) {
                throw failure;
            }
            refused = saying.said();
        } finally {
            shift.end(System.nanoTime());
        }
        return new WorkResult<>(result, refused, new WorkTime(System.nanoTime() - begin - clocked.waited(), clocked.waited(), before));
    }

    /** This, if the work was done; throws what was said if it was not. */
    public WorkResult<R> required() {
        if (refused != null) {
            throw new RefusedException(refused);
        }
        return this;
    }
}
