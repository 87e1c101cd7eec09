package downhill.engine.train;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Does the same with several shards at once, the calling thread taking the first. */
final class Parallel {
    private Parallel() {
    }

    static void run(ExecutorService threads, List<Shard> shards, Consumer<Shard> work) {
        List<Future<?>> others = new ArrayList<>();
        for (Shard shard : shards.subList(1, shards.size())) {
            others.add(threads.submit(() -> work.accept(shard)));
        }
        work.accept(shards.get(0));
        others.forEach(Parallel::await);
    }

    /** Waits without giving up: memory must not be freed under a thread that still computes. */
    private static void await(Future<?> future) {
        boolean interrupted = false;
        while (true) {
            try {
                future.get();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                throw new IllegalStateException("a training thread failed: " + e.getCause(), e.getCause());
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
