package downhill.cluster;

import downhill.race.document.Experiment;
import downhill.store.ExperimentStore;
import downhill.study.Lap;
import downhill.study.trial.TrialScores;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A block of trials: trains them side by side as it is ordered to, and reports at each step. Comes to the number of orders.
 *
 * @param study    what all blocks have in common
 * @param races    documents, whose contenders are called by the trials' numbers
 * @param orders   the first ones
 * @param patience milliseconds for which an order is waited for before the place is given to others; then it comes to {@link #STARVED}
 */
record TrialsWork(Shared<? extends Trainer> study, ArrayList<String> races, ArrayList<Order> orders, long patience)
        implements Work<Integer> {
    /** It waited in vain, and is to be done again. */
    static final int STARVED = -1;
    /** For blocks that wait for nobody but the one who gives orders. */
    static final long ENDLESS = Long.MAX_VALUE;

    /** A block that has no orders yet. */
    TrialsWork(Shared<? extends Trainer> study, ArrayList<String> races, long patience) {
        this(study, races, new ArrayList<>(), patience);
    }

    TrialsWork withOrders(List<Order> first) {
        return new TrialsWork(study, races, new ArrayList<>(first), patience);
    }

    @Override
    public Integer done(Workplace place) {
        OrderBook book = new OrderBook(place, orders, patience);
        AtomicReference<Serializable> news = new AtomicReference<>();
        Order order = book.next();
        int done = 0;
        if (order.kind() == Order.Kind.TRAIN) {
            try (Lap lap = study.get().lap(experiments(), place.threads(), news::set)) {
                while (order.kind() == Order.Kind.TRAIN) {
                    book.report(carriedOut(order, lap, ++done, place, news));
                    order = order.last() ? Order.END : book.next();
                }
            }
        }
        book.close();
        return order.kind() == Order.Kind.STARVED ? STARVED : done;
    }

    private List<Experiment> experiments() {
        return races.stream().map(text -> ExperimentStore.read(text, "block", Path.of("")).experiment()).toList();
    }

    private static BlockReport carriedOut(Order order, Lap lap, int done, Workplace place, AtomicReference<Serializable> news) {
        lap.leave(order.leaving());
        Map<Integer, Double> values = lap.advance(order.step(), place::wanted);
        if (values == null) {
            throw new CancellationException("the block is no longer wanted");
        }
        Map<Integer, TrialScores> scores = order.last() ? lap.scores() : Map.of();
        return new BlockReport(done, new HashMap<>(values), new HashMap<>(scores), news.getAndSet(null));
    }
}
