package downhill.cluster;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Orders to those who train a block, and their reports. Orders may be given before those before them are carried out, so that nobody has
 * to wait between two of them. Whoever takes over the block of a machine that was lost gets the same orders one after the other, and is
 * heard from where the other one was.
 */
final class Exchange {
    /** After so many milliseconds it is asked again whether to go on. */
    private static final long PATIENCE = 50;

    private final List<Order> orders = new ArrayList<>();
    private final List<BlockReport> reports = new ArrayList<>();
    private boolean closed;
    private boolean cancelled;
    private RuntimeException failure;

    /** Gives an order. */
    synchronized void give(Order order) {
        orders.add(order);
    }

    /** All orders that were given. */
    synchronized List<Order> given() {
        return List.copyOf(orders);
    }

    /**
     * Waits until an order was carried out.
     *
     * @param order which one, from 0
     * @return null where {@code go} said no before
     */
    BlockReport carriedOut(int order, BooleanSupplier go) {
        try {
            for (BlockReport report = report(order); ; report = report(order)) {
                if (report != null) {
                    return report;
                }
                if (!go.getAsBoolean()) { // which may wait, so those who train must not wait for it
                    cancel();
                    return null;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cancel();
            return null;
        }
    }

    private synchronized BlockReport report(int order) throws InterruptedException {
        if (reports.size() <= order && failure == null) {
            wait(PATIENCE);
        }
        if (failure != null) {
            throw failure;
        }
        return reports.size() > order ? reports.get(order) : null;
    }

    private synchronized void cancel() {
        cancelled = true;
    }

    /** To those who train: all orders that they have not carried out. */
    synchronized Serializable answer(Serializable message) {
        BlockReport report = (BlockReport) message;
        if (closed || cancelled) {
            return new ArrayList<>(List.of(Order.END));
        }
        if (report.done() == reports.size() + 1) {
            reports.add(report);
            notifyAll();
        }
        return new ArrayList<>(orders.subList(Math.min(report.done(), orders.size()), orders.size()));
    }

    /** The work has failed. */
    synchronized void failed(RuntimeException why) {
        failure = why;
        notifyAll();
    }

    /** Nothing more is ordered: who waits is told so, who trains is stopped. */
    synchronized void close() {
        closed = true;
        cancelled |= reports.size() < orders.size();
    }

    /** Whether they shall go on. */
    synchronized boolean wanted() {
        return !cancelled;
    }
}
