package downhill.serve;

import downhill.analysis.ensemble.EnsembleScorer;
import downhill.model.TrainedEnsemble;
import downhill.words.Said;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Compiled models, lent to one thread each, as many as there are processors. For any threads. */
final class ScorerPool implements AutoCloseable {
    private final TrainedEnsemble model;
    private final ConcurrentLinkedQueue<EnsembleScorer> free = new ConcurrentLinkedQueue<>();
    private final Semaphore lent = new Semaphore(Runtime.getRuntime().availableProcessors());
    private final long seconds;

    /**
     * Refuses at once what can never answer.
     *
     * @param seconds that somebody waits at most
     * @throws downhill.model.ModelException where the model does not fit its inputs
     */
    ScorerPool(TrainedEnsemble model, long seconds) {
        this.model = model;
        this.seconds = seconds;
        free.add(new EnsembleScorer(model));
    }

    /** @throws RequestException with 503 where none comes free in time */
    <T> T lend(Function<EnsembleScorer, T> work) {
        take();
        EnsembleScorer own = free.poll();
        try {
            own = own == null ? new EnsembleScorer(model) : own;
            return work.apply(own);
        } finally {
            if (own != null) {
                free.add(own);
            }
            lent.release();
        }
    }

    private void take() {
        try {
            if (!lent.tryAcquire() && !lent.tryAcquire(seconds, TimeUnit.SECONDS)) {
                throw new RequestException(503, Said.of("serve.busy", seconds));
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new RequestException(503, Said.of("serve.stopping"));
        }
    }

    /** Nobody may hold one any more. */
    @Override
    public void close() {
        for (EnsembleScorer one = free.poll(); one != null; one = free.poll()) {
            one.close();
        }
    }
}
