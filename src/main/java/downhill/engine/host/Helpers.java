package downhill.engine.host;

import downhill.engine.Threads;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that help one thread with the parts of an instruction. Whoever is free takes the next part, so that a helper which the system
 * has put aside keeps nobody waiting for work that it has not begun; the calling thread takes parts from the first on and its first
 * helper from the last back, so that each meets the rows again that it has in its cache. Nothing is allocated in a step.
 *
 * <p>Between two instructions a helper looks for work for some microseconds, since waking a thread takes as long; then it sleeps.
 */
final class Helpers implements AutoCloseable {
    /** None: the calling thread does all parts, in their order. */
    static final Helpers NONE = new Helpers(0);
    /** Most parts of an instruction. */
    static final int MOST_PARTS = 1 << 12;
    private static final int PART_BITS = 16;
    private static final int PART_MASK = (1 << PART_BITS) - 1;
    private static final long AWAKE_NANOS = 60_000;
    private static final int LOOKS = 64;
    private static final int PATIENCE = 20_000;

    /** Work in parts of which none needs another. */
    interface Work {
        /** @param worker which of the threads does it, from 0, the calling one: no two parts have the same at one time */
        void part(int part, int worker);
    }

    private final Thread[] threads;
    /** From above: number of the work, the first part that nobody has, the part after the last that nobody has. */
    private final AtomicLong ticket = new AtomicLong();
    private final AtomicInteger finished = new AtomicInteger();
    private final AtomicInteger asleep = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private volatile boolean closed;
    private Work work;
    private boolean started;

    /** @param count of the threads beside the calling one */
    Helpers(int count) {
        threads = new Thread[count];
    }

    /** Threads that work, the calling one included. */
    int workers() {
        return threads.length + 1;
    }

    /**
     * Does all parts and returns when they are done.
     *
     * @param large whether helpers that sleep are woken for it, which takes some ten microseconds
     */
    void run(int parts, boolean large, Work wanted) {
        if (threads.length == 0 || parts == 1 || !large && asleep.get() == (started ? threads.length : 0)) {
            for (int part = 0; part < parts; part++) {
                wanted.part(part, 0);
            }
            return;
        }
        begin(parts, wanted);
        while (takePart(0)) {
            Thread.onSpinWait();
        }
        int looks = 0;
        while (finished.get() < parts) {
            if (++looks < PATIENCE) {
                Thread.onSpinWait();
            } else {
                Thread.yield();
            }
        }
        Throwable thrown = failure.getAndSet(null);
        if (thrown != null) {
            throw new IllegalStateException("a part of an instruction failed: " + thrown, thrown);
        }
    }

    private void begin(int parts, Work wanted) {
        if (!started) {
            started = true;
            for (int i = 0; i < threads.length; i++) {
                int worker = i + 1;
                threads[i] = Threads.daemon("training", () -> help(worker));
                threads[i].start();
            }
        }
        work = wanted;
        finished.set(0);
        long number = (ticket.get() >>> 2 * PART_BITS) + 1;
        ticket.set(number << 2 * PART_BITS | parts);
        if (asleep.get() > 0) {
            for (Thread thread : threads) {
                LockSupport.unpark(thread);
            }
        }
    }

    /** A ticket that is still the same when it is taken belongs to the work read before: a new one comes when all parts are done. */
    private boolean takePart(int worker) {
        long seen = ticket.get();
        int first = (int) (seen >>> PART_BITS & PART_MASK);
        int end = (int) (seen & PART_MASK);
        if (first >= end) {
            return false;
        }
        Work now = work;
        boolean fromEnd = worker % 2 != 0;
        if (ticket.compareAndSet(seen, fromEnd ? seen - 1 : seen + (1L << PART_BITS))) {
            try {
                now.part(fromEnd ? end - 1 : first, worker);
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            } finally {
                finished.incrementAndGet();
            }
        }
        return true;
    }

    private void help(int worker) {
        long idleSince = System.nanoTime();
        int looks = 0;
        while (!closed) {
            if (takePart(worker)) {
                idleSince = System.nanoTime();
            } else if (++looks % LOOKS == 0 && System.nanoTime() - idleSince > AWAKE_NANOS) {
                sleep();
                idleSince = System.nanoTime();
            } else {
                Thread.onSpinWait();
            }
        }
    }

    /** Until the ticket changes: whoever changes it sees that somebody is asleep, or is seen here. */
    private void sleep() {
        asleep.incrementAndGet();
        long seen = ticket.get();
        while (!closed && ticket.get() == seen && (seen >>> PART_BITS & PART_MASK) >= (seen & PART_MASK)) {
            LockSupport.park(this);
        }
        asleep.decrementAndGet();
    }

    /** Ends the threads. */
    @Override
    public void close() {
        closed = true;
        for (Thread thread : threads) {
            LockSupport.unpark(thread);
        }
    }
}
