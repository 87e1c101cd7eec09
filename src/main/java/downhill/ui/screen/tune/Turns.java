package downhill.ui.screen.tune;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * What is to be made anew with every news of a search: some of it in each frame, in the order in which it was asked for, since all of it
 * in one would make that frame late. FX thread.
 */
final class Turns {
    /** Of a frame; whoever has begun comes to its end. */
    private static final long ROOM_NANOS = 1_000_000;

    private final LongSupplier clock;
    private final Set<Runnable> waiting = new LinkedHashSet<>();

    /** @param clock in nanoseconds */
    Turns(LongSupplier clock) {
        this.clock = clock;
    }

    /** In one of the next frames; whoever waits already keeps its place. */
    void ask(Runnable what) {
        waiting.add(what);
    }

    /** At once. */
    void now(Runnable what) {
        waiting.remove(what);
        what.run();
    }

    /** Once a frame. */
    void frame() {
        long end = clock.getAsLong() + ROOM_NANOS;
        while (!waiting.isEmpty() && clock.getAsLong() - end < 0) {
            Iterator<Runnable> first = waiting.iterator();
            Runnable what = first.next();
            first.remove();
            what.run();
        }
    }

    /** Nobody waits any more. */
    void clear() {
        waiting.clear();
    }
}
