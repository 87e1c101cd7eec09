package downhill.cluster;

import java.io.Serializable;

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
        Serializable[] answer = new Serializable[1];
        idle(() -> answer[0] = place.ask(message));
        return answer[0];
    }

    @Override
    public void idle(Runnable wait) {
        long begin = System.nanoTime();
        try {
            place.idle(wait);
        } finally {
            waited += Thread.currentThread() == worker ? System.nanoTime() - begin : 0;
        }
    }
}
