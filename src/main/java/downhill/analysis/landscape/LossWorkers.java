package downhill.analysis.landscape;

import downhill.engine.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Threads that measure a terrain, each with a plan of its own, made when first needed. One job at a time. */
final class LossWorkers implements AutoCloseable {
    /** Gives the points to measure. Called by several threads at once. */
    interface Points {
        /** Writes the parameters of the i-th point. */
        void at(int i, double[] target);
    }

    private final Terrain terrain;
    private final List<Worker> workers = new ArrayList<>();
    private boolean closed;

    LossWorkers(Terrain terrain, int threads) {
        this.terrain = terrain;
        for (int i = 0; i < Math.max(1, threads); i++) {
            workers.add(new Worker());
        }
    }

    /** The losses of {@code count} points; throws {@link CancellationException} when asked to give up. */
    synchronized double[] losses(int count, Points points, BooleanSupplier cancelled) {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        double[] losses = new double[count];
        AtomicInteger next = new AtomicInteger();
        List<CompletableFuture<Void>> all = workers.stream().map(worker ->
                CompletableFuture.runAsync(() -> worker.work(next, points, losses, cancelled), worker.thread)).toList();
        await(all);
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("the landscape is no longer wanted");
        }
        return losses;
    }

    /** Waits for every worker, even where one has failed: its memory must not be used by the next job too. */
    private static void await(List<CompletableFuture<Void>> all) {
        try {
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw failed;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        for (Worker worker : workers) {
            worker.thread.execute(worker::free);
            worker.thread.shutdown();
        }
    }

    private final class Worker {
        final ExecutorService thread = Executors.newSingleThreadExecutor(Threads.daemons("landscape"));
        private final double[] row = new double[terrain.parameterCount()];
        private StackedLoss loss;

        void work(AtomicInteger next, Points points, double[] losses, BooleanSupplier cancelled) {
            if (loss == null) {
                loss = terrain.open();
            }
            int chunk = Math.max(1, Math.min(loss.capacity(), losses.length / (2 * workers.size())));
            for (int from = next.getAndAdd(chunk); from < losses.length && !cancelled.getAsBoolean();
                    from = next.getAndAdd(chunk)) {
                int count = Math.min(chunk, losses.length - from);
                for (int i = 0; i < count; i++) {
                    points.at(from + i, row);
                    loss.write(i, row);
                }
                System.arraycopy(loss.run(count), 0, losses, from, count);
            }
        }

        void free() {
            if (loss != null) {
                loss.close();
            }
        }
    }
}
