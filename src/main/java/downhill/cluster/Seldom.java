package downhill.cluster;

import java.util.concurrent.TimeUnit;

/** Does something for those who look on: asked from several threads and ever so often, it does it on one at a time, some times a second. */
final class Seldom implements Runnable {
    private static final long BETWEEN = TimeUnit.MILLISECONDS.toNanos(100);

    private final Runnable what;
    private long last = System.nanoTime() - BETWEEN;

    Seldom(Runnable what) {
        this.what = what;
    }

    @Override
    public synchronized void run() {
        long now = System.nanoTime();
        if (now - last >= BETWEEN) {
            what.run();
            last = System.nanoTime();
        }
    }
}
