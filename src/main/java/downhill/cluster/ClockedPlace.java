package downhill.cluster;

import java.io.Serializable;
import java.util.function.Supplier;

/** A place that knows how long it was waited there for whoever gave the work, on the thread that does it. */
final class ClockedPlace implements Workplace {
    private final Workplace place;
    private final Thread worker = Thread.currentThread();
    private long waited;

    ClockedPlace(Workplace place) {
        this.place = place;
    }

    /** Nanoseconds in which nothing was done. */
    long waited() {
        return waited;
    }

    @Override
    public int threads() {
        return place.threads();
    }

    @Override
    public boolean wanted() {
        return place.wanted();
    }

    @Override
    public Serializable ask(Serializable message) {
        return clocked(() -> place.ask(message));
    }

    @Override
    public void rest(long millis) {
        clocked(() -> {
            place.rest(millis);
            return null;
        });
    }

    private Serializable clocked(Supplier<Serializable> wait) {
        long begin = System.nanoTime();
        try {
            return wait.get();
        } finally {
            waited += Thread.currentThread() == worker ? System.nanoTime() - begin : 0;
        }
    }
}
