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
    private final Exchange exchange = new Exchange();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final List<Integer> leaving = new ArrayList<>();
    private final long budget;
    private Map<Integer, TrialScores> scores = Map.of();

    /**
     * @param budget steps of a trial
     * @param told   receives how the block ended, where it was done
     */
    RemoteLap(Workforce workers, TrialsWork work, long budget, Consumer<WorkResult<Integer>> told) {
        this.budget = budget;
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
        BlockReport report = exchange.carriedOut(Order.train(step, leaving, step >= budget), go);
        leaving.clear();
        if (report == null) {
            return null;
        }
        scores = report.scores();
        return new HashMap<>(report.values());
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
