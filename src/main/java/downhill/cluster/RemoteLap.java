package downhill.cluster;

import downhill.engine.Threads;
import downhill.study.Lap;
import downhill.study.trial.TrialScores;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Trials that are trained elsewhere. */
final class RemoteLap implements Lap {
    private final Exchange exchange = new Exchange();
    private final Runnable training;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final List<Integer> leaving = new ArrayList<>();
    private final long budget;
    private final Consumer<Serializable> news;
    private Map<Integer, TrialScores> scores = Map.of();
    private int carriedOut;
    private boolean begun;

    /**
     * @param work   without orders
     * @param budget steps of a trial
     * @param told   receives how the block ended there
     * @param news   receives what is told beside what trials came to, on the thread that asks
     */
    RemoteLap(Workforce workers, TrialsWork work, long budget, Consumer<WorkResult<Integer>> told, Consumer<Serializable> news) {
        this.budget = budget;
        this.news = news;
        training = () -> {
            try {
                WorkResult<Integer> result;
                do {
                    result = workers.call(work.withOrders(exchange.given()), exchange::answer, exchange::wanted);
                } while (result.result() == TrialsWork.STARVED && exchange.wanted());
                told.accept(result);
            } catch (RuntimeException why) {
                exchange.failed(why);
            } finally {
                ended.complete(null);
            }
        };
    }

    /** The block goes to a worker with the orders that there are. */
    private void begin() {
        if (!begun) {
            begun = true;
            Threads.start("block", training);
        }
    }

    @Override
    public Map<Integer, Double> advance(long step, BooleanSupplier go) {
        expect(step);
        BlockReport report = exchange.carriedOut(carriedOut++, go);
        if (report == null) {
            return null;
        }
        scores = report.scores();
        if (report.news() != null) {
            news.accept(report.news());
        }
        return new HashMap<>(report.values());
    }

    /** Gives the order that {@link #advance} will wait for, if it was not given. */
    void expect(long step) {
        if (carriedOut == exchange.given().size()) {
            order(step);
        }
        begin();
    }

    /** Whoever diverges on the way stays where it is: it is over for those who train, too. */
    @Override
    public void ahead(List<Long> steps) {
        steps.forEach(this::order);
        if (!steps.isEmpty()) {
            begin();
        }
    }

    private void order(long step) {
        exchange.give(Order.train(step, leaving, step >= budget));
        leaving.clear();
    }

    @Override
    public Map<Integer, TrialScores> scores() {
        return scores;
    }

    @Override
    public void leave(Collection<Integer> numbers) {
        leaving.addAll(numbers);
    }

    /** Waits until nobody works on it. */
    @Override
    public void close() {
        exchange.close();
        if (begun) {
            ended.join();
        }
    }
}
