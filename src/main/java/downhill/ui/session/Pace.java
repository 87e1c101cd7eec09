package downhill.ui.session;

import java.util.function.LongSupplier;

/**
 * Lets through at most so many calls a second while a race runs. It keeps time: a call that comes late does not make the next
 * one late too, so that pulses sixty times a second let through forty, not thirty. FX thread.
 */
public final class Pace {
    private final long interval;
    private final LongSupplier clock;
    private long due;
    private boolean begun;

    /** {@code perSecond} calls at most. */
    public Pace(double perSecond) {
        this(perSecond, System::nanoTime);
    }

    Pace(double perSecond, LongSupplier clock) {
        interval = (long) (1e9 / perSecond);
        this.clock = clock;
    }

    /** Whether it is time again; it counts from when it was due on, or, where that is long ago, from this call. */
    public boolean isTime() {
        long now = clock.getAsLong();
        if (begun && now - due < 0) {
            return false;
        }
        boolean late = !begun || now - due >= interval;
        due = late ? now + interval : due + interval;
        begun = true;
        return true;
    }
}
