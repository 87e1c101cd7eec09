package downhill.cluster;

import downhill.engine.Threads;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/** Things held by threads of this program. */
final class ResidentsOnCores<S extends AutoCloseable> implements Residents<S> {
    private final CoreWorkers workers;
    private final List<Maker<S>> makers;
    private final List<S> made = new ArrayList<>();
    private final ExecutorService threads;

    ResidentsOnCores(CoreWorkers workers, List<? extends Maker<S>> makers) {
        this.workers = workers;
        this.makers = List.copyOf(makers);
        makers.forEach(each -> made.add(null));
        threads = Executors.newFixedThreadPool(Math.max(1, Math.min(workers.slots(), makers.size())), Threads.daemons("worker"));
    }

    @Override
    public int size() {
        return makers.size();
    }

    @Override
    public <R extends Serializable> List<R> each(Question<S, R> question, BooleanSupplier go) {
        List<Future<R>> asked = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            int number = i;
            asked.add(threads.submit(() -> answer(question, number, go)));
        }
        List<R> answers = new ArrayList<>();
        RuntimeException failure = null;
        for (Future<R> each : asked) {
            try {
                answers.add(each.get());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                asked.forEach(other -> other.cancel(true));
                throw new CancellationException("nobody waits for the answers");
            } catch (ExecutionException wrong) {
                failure = failure == null ? reason(wrong) : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return answers;
    }

    private static RuntimeException reason(ExecutionException wrong) {
        if (wrong.getCause() instanceof Error error) {
            throw error;
        }
        return wrong.getCause() instanceof RuntimeException known ? known : new IllegalStateException(wrong.getCause());
    }

    private <R extends Serializable> R answer(Question<S, R> question, int number, BooleanSupplier go) {
        if (!go.getAsBoolean()) {
            throw new CancellationException("the answer is no longer wanted");
        }
        Question<S, R> own = workers.arrived(question);
        return workers.arrived(own.of(held(number, go), number, go));
    }

    private S held(int number, BooleanSupplier go) {
        S known;
        synchronized (made) {
            known = made.get(number);
        }
        if (known == null) {
            known = workers.arrived(makers.get(number)).make(workers.place(message -> message, go));
            synchronized (made) {
                made.set(number, known);
            }
        }
        return known;
    }

    @Override
    public <R extends Serializable> R sum(Question<S, R> question, Adding<R> adding, BooleanSupplier go) {
        return Residents.sum(each(question, go), adding);
    }

    @Override
    public void close() {
        threads.shutdown();
        synchronized (made) {
            made.forEach(ResidentsOnCores::close);
            made.replaceAll(each -> null);
        }
    }

    private static void close(AutoCloseable one) {
        try {
            if (one != null) {
                one.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
