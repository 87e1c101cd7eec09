package downhill.cluster;

import java.util.List;

/**
 * Orders as those who train a block know them. Reports are sent while they train on, as far as they have orders.
 */
final class OrderBook {
    private static final long LONGEST_REST = 16;

    private final Workplace place;
    private final long patience;
    private final Messenger<BlockReport> messenger;
    private List<?> known;
    private int knownFrom;
    private int taken;
    private BlockReport newest = BlockReport.READY;

    /**
     * @param orders   that came with the block
     * @param patience milliseconds for which an order is waited for
     */
    OrderBook(Workplace place, List<Order> orders, long patience) {
        this.place = place;
        this.patience = patience;
        known = orders;
        messenger = new Messenger<>(place, (report, answer) -> learn(report.done(), (List<?>) answer));
    }

    private synchronized void learn(int from, List<?> orders) {
        known = orders;
        knownFrom = from;
    }

    /** The next order; waits until there is one, or none has come for long. */
    Order next() {
        Order order = take();
        if (order == null) { // what is under way may bring one
            messenger.told();
            order = take();
        }
        long waited = 0;
        for (long rest = 1; order == null; rest = Math.min(LONGEST_REST, 2 * rest)) {
            messenger.tell(newest);
            messenger.told();
            order = take();
            if (order == null) {
                if (waited >= patience) {
                    return Order.STARVED;
                }
                place.rest(rest);
                waited += rest;
            }
        }
        return order;
    }

    private synchronized Order take() {
        if (!known.isEmpty() && ((Order) known.get(0)).kind() == Order.Kind.END) {
            return Order.END;
        }
        int at = taken - knownFrom;
        if (at >= known.size()) {
            return null;
        }
        taken++;
        return (Order) known.get(at);
    }

    /** An order was carried out. */
    void report(BlockReport report) {
        newest = report;
        messenger.tell(report);
    }

    /** Waits until all was told. */
    void close() {
        messenger.close();
    }
}
