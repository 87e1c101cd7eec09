package downhill.ui.session;

/** Lets through at most so many calls a second while a race runs; FX thread. */
public final class Pace {
    private final long interval;
    private long last;

    /** {@code perSecond} calls at most. */
    public Pace(double perSecond) {
        interval = (long) (1e9 / perSecond);
    }

    /** Whether it is time again; it counts from this call on where it is. */
    public boolean isTime() {
        long now = System.nanoTime();
        if (now - last < interval) {
            return false;
        }
        last = now;
        return true;
    }
}
