package downhill.cluster;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Orders to those who train a block, and their reports. Whoever takes over the block of a machine that was lost gets the same orders one
 * after the other, and is heard from where the other one was.
 */
final class Exchange {
    /** After so many milliseconds it is asked again whether to go on. */
    private static final long PATIENCE = 50;

    private final List<Order> orders = new ArrayList<>();
    private BlockReport latest;
    private boolean closed;
    private boolean cancelled;
    private RuntimeException failure;

    /**
     * Gives an order, and waits until it was carried out.
     *
     * @return null where {@code go} said no before
     */
    synchronized BlockReport carriedOut(Order order, BooleanSupplier go) {
        orders.add(order);
        while (latest == null || latest.done() < orders.size()) {
            if (failure != null) {
                throw failure;
            }
            if (!go.getAsBoolean()) {
                cancelled = true;
                return null;
            }
            try {
                wait(PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                cancelled = true;
                return null;
            }
        }
        return latest;
    }

    /** To those who train. */
    synchronized Serializable answer(Serializable message) {
        BlockReport report = (BlockReport) message;
        if (closed || cancelled) {
            return Order.END;
        }
        if (report.done() == orders.size() && (latest == null || latest.done() < report.done())) {
            latest = report;
            notifyAll();
        }
        return report.done() < orders.size() ? orders.get(report.done()) : Order.WAIT;
    }

    /** The work has failed. */
    synchronized void failed(RuntimeException why) {
        failure = why;
        notifyAll();
    }

    /** Nothing more is ordered: who waits is told so, who trains is stopped. */
    synchronized void close() {
        closed = true;
        cancelled |= latest == null || latest.done() < orders.size();
    }

    /** Whether they shall go on. */
    synchronized boolean wanted() {
        return !cancelled;
    }
}
