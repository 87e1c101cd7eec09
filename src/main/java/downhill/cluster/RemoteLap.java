package downhill.cluster;

import downhill.engine.Threads;
import downhill.study.Lap;
import downhill.study.trial.TrialScores;
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
    private final Exchange exchange;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final List<Integer> leaving = new ArrayList<>();
    private final long budget;
    private Map<Integer, TrialScores> scores = Map.of();
    private int carriedOut;

    /**
     * @param budget steps of a trial
     * @param begun  told when it was begun where it is done
     * @param told   receives how the block ended there
     */
    RemoteLap(Workforce workers, TrialsWork work, long budget, Runnable begun, Consumer<WorkResult<Integer>> told) {
        this.budget = budget;
        exchange = new Exchange(begun);
        Threads.start("block", () -> {
            try {
                told.accept(workers.call(work, exchange::answer, exchange::wanted));
            } catch (RuntimeException why) {
                exchange.failed(why);
            } finally {
                ended.complete(null);
            }
        });
    }

    @Override
    public Map<Integer, Double> advance(long step, BooleanSupplier go) {
        if (carriedOut == exchange.given()) {
            order(step);
        }
        BlockReport report = exchange.carriedOut(carriedOut++, go);
        if (report == null) {
            return null;
        }
        scores = report.scores();
        return new HashMap<>(report.values());
    }

    /** Whoever diverges on the way stays where it is: it is over for those who train, too. */
    @Override
    public void ahead(List<Long> steps) {
        steps.forEach(this::order);
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
        ended.join();
    }
}
