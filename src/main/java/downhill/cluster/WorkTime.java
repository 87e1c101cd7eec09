package downhill.cluster;

import java.io.Serializable;

/**
 * How long a piece of work took, by the clock of whoever did it, in nanoseconds. A value.
 *
 * @param worked without what was waited for whoever gave the work
 * @param waited for whoever gave it
 * @param before for which there was nothing to do since the work before it, or {@link #FIRST}
 */
public record WorkTime(long worked, long waited, long before) implements Serializable {
    /** There was no work before it. */
    public static final long FIRST = -1;

    /** Since the work before it ended; since it began where there was none. */
    long all() {
        return worked + waited + Math.max(0, before);
    }

    /** In which nothing was done. */
    long lost() {
        return waited + Math.max(0, before);
    }
}
