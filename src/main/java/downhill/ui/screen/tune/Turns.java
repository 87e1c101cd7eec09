package downhill.ui.screen.tune;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * What is to be made anew with every news of a search: some of it in each frame, in the order in which it was asked for, since all of it
 * in one would make that frame late. Whoever had its turn rests, since nobody reads faster. FX thread.
 */
final class Turns {
    /** Of a frame; whoever has begun comes to its end. */
    private static final long ROOM_NANOS = 1_000_000;

    static final long REST_NANOS = 500_000_000;

    private final LongSupplier clock;
    private final Map<Runnable, Long> ended = new HashMap<>();
    private final Set<Runnable> waiting = new LinkedHashSet<>();

    /** @param clock in nanoseconds */
    Turns(LongSupplier clock) {
        this.clock = clock;
    }

    /** In one of the next frames, once it has rested; whoever waits already keeps its place. */
    void ask(Runnable what) {
        waiting.add(what);
    }

    /** At once. */
    void now(Runnable what) {
        waiting.remove(what);
        what.run();
        ended.put(what, clock.getAsLong());
    }

    /** Once a frame. */
    void frame() {
        long end = clock.getAsLong() + ROOM_NANOS;
        Optional<Runnable> next = next();
        while (next.isPresent() && clock.getAsLong() - end < 0) {
            now(next.get());
            next = next();
        }
    }

    private Optional<Runnable> next() {
        long now = clock.getAsLong();
        return waiting.stream().filter(what -> !ended.containsKey(what) || now - ended.get(what) >= REST_NANOS).findFirst();
    }

    /** Nobody waits any more. */
    void clear() {
        waiting.clear();
        ended.clear();
    }
}
