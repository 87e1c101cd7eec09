package downhill.analysis.explain;

import downhill.data.Progress;
import downhill.engine.Threads;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Does many tasks on a few threads that let other work go first. The one who asked hears how far it is, and can end it. */
public final class Workers {
    /** Does one of them. Is told to give up by the progress. */
    public interface Task {
        void run(int task, Progress asked);
    }

    private Workers() {
    }

    /**
     * Waits until all tasks are done.
     *
     * @param threads  at least 1, the asking thread not among them unless it is 1
     * @param progress told from the asking thread alone
     * @throws CancellationException where the progress said to give up; no task runs any more then
     */
    public static void run(int tasks, int threads, Progress progress, Task task) {
        if (threads <= 1 || tasks <= 1) {
            for (int i = 0; i < tasks; i++) {
                check(progress);
                task.run(i, progress.stretch((double) i / tasks, (i + 1.0) / tasks));
                progress.done((i + 1.0) / tasks);
            }
            return;
        }
        int used = Math.min(threads, tasks);
        ExecutorService pool = Executors.newFixedThreadPool(used, Threads.daemons("explain", Thread.NORM_PRIORITY - 2));
        try {
            new Together(tasks, progress, task).run(pool, used);
        } finally {
            pool.shutdown();
        }
    }

    /** The same with tasks that are too short to be asked within. */
    public static void each(int tasks, int threads, Progress progress, IntConsumer task) {
        run(tasks, threads, progress, (i, asked) -> task.accept(i));
    }

    private static void check(Progress progress) {
        if (progress.cancelled()) {
            throw new CancellationException("the explanation is no longer wanted");
        }
    }

    /** Several threads at the same tasks. */
    private static final class Together {
        private static final long PATIENCE = 20;

        private final int tasks;
        private final Progress progress;
        private final Task task;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger done = new AtomicInteger();
        private volatile boolean ended;

        Together(int tasks, Progress progress, Task task) {
            this.tasks = tasks;
            this.progress = progress;
            this.task = task;
        }

        void run(ExecutorService pool, int threads) {
            List<CompletableFuture<Void>> all = IntStream.range(0, threads)
                    .mapToObj(i -> CompletableFuture.runAsync(this::work, pool)).toList();
            CompletableFuture<Void> whole = CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
            while (!whole.isDone()) {
                ended |= progress.cancelled();
                progress.done((double) done.get() / tasks);
                whole.copy().completeOnTimeout(null, PATIENCE, java.util.concurrent.TimeUnit.MILLISECONDS).exceptionally(e -> null).join();
            }
            try {
                whole.join();
            } catch (CompletionException failed) {
                if (failed.getCause() instanceof RuntimeException reason) {
                    throw reason;
                }
                throw failed;
            }
            check(progress);
            progress.done(1);
        }

        private void work() {
            Progress asked = Progress.asking(() -> !ended);
            try {
                for (int i = next.getAndIncrement(); i < tasks && !ended; i = next.getAndIncrement()) {
                    task.run(i, asked);
                    done.incrementAndGet();
                }
            } catch (RuntimeException | Error e) {
                ended = true;
                throw e;
            }
        }
    }
}
