package downhill.cluster.spark;

import downhill.cluster.Work;
import downhill.cluster.WorkResult;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;

/** Does pieces of work, as long as there are some. Comes to their number. */
record ChainTask() implements Function<Long, Integer> {
    /** So many milliseconds it waits for more. */
    private static final long LINGER = 500;
    private static final long LONGEST_REST = 16;

    @Override
    public Integer call(Long talk) {
        TaskContext task = TaskContext.get();
        int count = 0;
        long rest = 1;
        long rested = 0;
        Chain.Ready ready = new Chain.Ready(task.attemptNumber(), -1, null);
        while (rested < LINGER) {
            Chain.Next next = (Chain.Next) TalkPlugin.ask(talk, ready);
            if (next.over()) {
                return count;
            }
            if (next.work() == null) {
                ready = new Chain.Ready(task.attemptNumber(), -1, null);
                rest(rest);
                rested += rest;
                rest = Math.min(LONGEST_REST, 2 * rest);
            } else {
                ready = new Chain.Ready(task.attemptNumber(), next.piece(), done(next, new ExecutorPlace(talk, next.piece(), task)));
                count++;
                rest = 1;
                rested = 0;
            }
        }
        return count;
    }

    private static byte[] done(Chain.Next next, ExecutorPlace place) {
        return Wire.bytes(WorkResult.of((Work<?>) Wire.value(next.work()), place, TalkPlugin.shift()));
    }

    private static void rest(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the work is no longer wanted");
        }
    }
}
