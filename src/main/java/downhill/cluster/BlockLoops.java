package downhill.cluster;

import downhill.engine.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Loops on threads of their own, each of which gives blocks away, one after the other; where one fails, the others end. */
final class BlockLoops {
    private BlockLoops() {
    }

    /**
     * Runs them to their end.
     *
     * @param first how many begin at once; the others when {@code more} opens, or the first of these has ended
     * @param loops in all
     * @param loop  of each; asks what it is given now and then, and ends where it says no
     * @return whether all came to their end
     * @throws RuntimeException the first reason for which one failed
     */
    static boolean run(int first, int loops, CountDownLatch more, Predicate<BooleanSupplier> loop) {
        AtomicBoolean failed = new AtomicBoolean();
        ExecutorService threads = Executors.newCachedThreadPool(Threads.daemons("crew"));
        try {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < loops; i++) {
                boolean late = i >= first;
                all.add(threads.submit(() -> {
                    if (late) {
                        more.await();
                    }
                    return watched(loop, failed, more);
                }));
            }
            return ended(all);
        } finally {
            threads.shutdown();
        }
    }

    private static boolean watched(Predicate<BooleanSupplier> loop, AtomicBoolean failed, CountDownLatch more) {
        boolean well = false;
        try {
            boolean ended = loop.test(() -> !failed.get());
            well = true;
            return ended;
        } finally {
            failed.compareAndSet(false, !well);
            more.countDown();
        }
    }

    /** The first reason is told; whoever ended because of it has none. */
    private static boolean ended(List<Future<Boolean>> all) {
        boolean ended = true;
        RuntimeException reason = null;
        for (Future<Boolean> each : all) {
            try {
                ended &= each.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                ended = false;
            } catch (ExecutionException failure) {
                RuntimeException why = failure.getCause() instanceof RuntimeException known ? known
                        : new IllegalStateException(failure.getCause());
                reason = reason == null || reason instanceof CancellationException ? why : reason;
            }
        }
        if (reason != null) {
            throw reason;
        }
        return ended;
    }
}
