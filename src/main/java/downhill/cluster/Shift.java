package downhill.cluster;

import java.util.ArrayDeque;
import java.util.Deque;

/** Since when places of one process have been free, so that whoever takes one knows for how long nothing was done there. */
public final class Shift {
    private final Deque<Long> freed = new ArrayDeque<>();

    /** Takes a place. Comes to the nanoseconds for which it was free, {@link WorkTime#FIRST} where nobody has had it. */
    synchronized long begin(long now) {
        Long since = freed.poll();
        return since == null ? WorkTime.FIRST : now - since;
    }

    /** Gives it up. */
    synchronized void end(long now) {
        freed.add(now);
    }
}
