package downhill.serve;

import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Puts requests that wait for the same model through it together. Who comes while nobody is being answered is answered at once, by its own
 * thread; who comes meanwhile waits, and the first of those who wait answers for all of them. Nobody waits for company. For any threads.
 */
final class Batches {
    /** What one request gets. */
    record Part(List<RowAnswer> rows, List<CellReader.Note> notes, List<Drift.Far> far) {
    }

    /** Answers several requests of the same columns at once. */
    interface Work {
        List<Part> answer(List<RequestRows> requests, int fields);
    }

    private record Waiting(RequestRows rows, int fields, CompletableFuture<Part> answered) {
        boolean fits(Waiting first, int sum, int most) {
            return sum + rows.count() <= most && rows.cells().keySet().equals(first.rows.cells().keySet());
        }
    }

    private final Work work;
    private final int most;
    private final List<Waiting> waiting = new ArrayList<>();
    private boolean led;

    /** @param most rows together; 0 for each request by itself */
    Batches(Work work, int most) {
        this.work = work;
        this.most = most;
    }

    /** The answer to a request, however many it was put together with. */
    Part answer(RequestRows rows, int fields) {
        if (most == 0 || rows.count() > most) {
            return work.answer(List.of(rows), fields).get(0);
        }
        Waiting own = new Waiting(rows, fields, new CompletableFuture<>());
        List<Waiting> batch;
        synchronized (waiting) {
            waiting.add(own);
            while (led && !own.answered.isDone()) {
                pause();
            }
            if (own.answered.isDone()) {
                return said(own);
            }
            led = true;
            batch = batch(own);
        }
        try {
            answer(batch);
        } finally {
            synchronized (waiting) {
                led = false;
                waiting.notifyAll();
            }
        }
        return said(own);
    }

    private void pause() {
        try {
            waiting.wait();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new RequestException(503, Said.of("serve.stopping"));
        }
    }

    private List<Waiting> batch(Waiting own) {
        List<Waiting> batch = new ArrayList<>(List.of(own));
        waiting.remove(own);
        int sum = own.rows.count();
        for (Waiting other : List.copyOf(waiting)) {
            if (other.fits(own, sum, most)) {
                sum += other.rows.count();
                batch.add(other);
                waiting.remove(other);
            }
        }
        return batch;
    }

    private void answer(List<Waiting> batch) {
        try {
            List<Part> parts = work.answer(batch.stream().map(Waiting::rows).toList(), batch.get(0).fields);
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).answered.complete(parts.get(i));
            }
        } catch (RuntimeException | Error failed) {
            batch.forEach(each -> each.answered.completeExceptionally(failed));
        }
    }

    private static Part said(Waiting own) {
        try {
            return own.answered.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }
}
