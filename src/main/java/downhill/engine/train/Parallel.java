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
 * threads, a thread that has done a slice of its shard's steps gives it back for the one that waits longest, if that one is far behind,
 * so that five shards keep two threads busy to the end. It stays with its own otherwise: a processor has to fetch all of a shard's
 * memory that another one has worked on.
 */
final class Parallel<S> {
    /** Of one call, for each shard: the last one, which others may have to wait for, is then a small part of all. */
    private static final int SLICES = 128;
    /** So many times as far as a shard is ahead of another is what it has still to do at most, where a thread goes over to that one. */
    private static final int AHEAD = 8;

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
        Slice<S> mine = slices.poll();
        while (mine != null) {
            int to = Math.min(steps, mine.from + length);
            work.steps(mine.shard, mine.from, to);
            mine = next(new Slice<>(mine.shard, to));
        }
    }

    private Slice<S> next(Slice<S> mine) {
        if (mine.from == steps) {
            return slices.poll();
        }
        Slice<S> longest = slices.peek();
        if (longest == null || AHEAD * (mine.from - longest.from) < steps - mine.from) {
            return mine;
        }
        slices.add(mine);
        return slices.poll();
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
