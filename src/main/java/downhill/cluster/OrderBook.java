package downhill.cluster;

import downhill.engine.Threads;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Orders as those who train a block know them. Reports are sent on a thread of its own while they train on, as far as they have orders.
 */
final class OrderBook {
    private static final long LONGEST_REST = 16;

    private final Workplace place;
    private final long patience;
    private final Deque<BlockReport> unsent = new ArrayDeque<>();
    private List<?> known = List.of();
    private int knownFrom;
    private int taken;
    private BlockReport newest = BlockReport.READY;
    private boolean sending;
    private RuntimeException failure;

    /** @param patience milliseconds for which an order is waited for */
    OrderBook(Workplace place, long patience) {
        this.place = place;
        this.patience = patience;
    }

    /** The next order; waits until there is one, or none has come for long. */
    Order next() {
        long waited = 0;
        for (long rest = 1; ; rest = Math.min(LONGEST_REST, 2 * rest)) {
            synchronized (this) {
                Order order = knownNext();
                if (order != null) {
                    taken++;
                    return order;
                }
                if (!sending) {
                    unsent.add(newest);
                    send();
                }
            }
            if (waited >= patience) {
                return Order.STARVED;
            }
            place.rest(rest);
            waited += rest;
        }
    }

    private Order knownNext() {
        if (failure != null) {
            throw failure;
        }
        if (!known.isEmpty() && ((Order) known.get(0)).kind() == Order.Kind.END) {
            return Order.END;
        }
        int at = taken - knownFrom;
        return at < known.size() ? (Order) known.get(at) : null;
    }

    /** An order was carried out. */
    synchronized void report(BlockReport report) {
        newest = report;
        unsent.add(report);
        if (!sending) {
            send();
        }
    }

    private void send() {
        sending = true;
        Threads.start("report", this::sendAll);
    }

    private void sendAll() {
        try {
            for (BlockReport report = first(); report != null; report = first()) {
                List<?> answer = (List<?>) place.ask(report);
                synchronized (this) {
                    known = answer;
                    knownFrom = report.done();
                }
            }
        } catch (RuntimeException lost) {
            synchronized (this) {
                failure = lost;
                sending = false;
            }
        }
    }

    private synchronized BlockReport first() {
        sending = !unsent.isEmpty();
        return unsent.poll();
    }

    /** Waits until all was told. */
    void close() {
        while (true) {
            synchronized (this) {
                if (failure != null && !(failure instanceof CancellationException)) {
                    throw failure;
                }
                if (!sending) {
                    return;
                }
            }
            place.rest(1);
        }
    }
}
