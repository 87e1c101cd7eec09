package downhill.engine.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Does the same steps of several shards at once, the calling thread being one of those that work. Where there are more shards than
 * threads, whoever is free takes the shard that waits longest, does a slice of its steps and gives it back, so that five shards keep two
 * threads busy to the end.
 */
final class Parallel<S> {
    /** Of one call, for each shard: the last one, which others may have to wait for, is then a small part of all. */
    private static final int SLICES = 32;

    /** Some of a call's steps, the first of them counted from 0. */
    interface Work<S> {
        void steps(S shard, int from, int to);
    }

    private record Slice<S>(S shard, int from) {
    }

    private interface Waiting extends AutoCloseable {
        @Override
        void close();
    }

    private final Queue<Slice<S>> slices = new ConcurrentLinkedQueue<>();
    private final int steps;
    private final int length;
    private final Work<S> work;

    private Parallel(List<S> shards, int steps, int workers, Work<S> work) {
        this.steps = steps;
        this.work = work;
        length = shards.size() <= workers ? steps : Math.max(1, steps / SLICES);
        shards.forEach(shard -> slices.add(new Slice<>(shard, 0)));
    }

    /** @param workers how many threads work, the calling one included */
    static <S> void run(ExecutorService threads, int workers, List<S> shards, int steps, Work<S> work) {
        Parallel<S> parallel = new Parallel<>(shards, steps, workers, work);
        List<Future<?>> others = new ArrayList<>();
        for (int other = 1; other < workers; other++) {
            others.add(threads.submit(parallel::work));
        }
        try (Waiting all = () -> others.forEach(Parallel::await)) {
            parallel.work();
        }
    }

    /** A slice that is given back has been done: the queue shows the next thread all that this one wrote. */
    private void work() {
        Slice<S> next;
        while ((next = slices.poll()) != null) {
            int to = Math.min(steps, next.from + length);
            work.steps(next.shard, next.from, to);
            if (to < steps) {
                slices.add(new Slice<>(next.shard, to));
            }
        }
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
