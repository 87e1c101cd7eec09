package downhill.serve;

import downhill.engine.Threads;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads on which requests are read and answered: as many as there are requests at once, up to a number; what comes beyond waits, one
 * task for each connection at most. (A pool of the platform with a queue makes all its threads before it uses one twice, or makes no more
 * until the queue is full.)
 */
final class RequestThreads extends ThreadPoolExecutor {
    private static final long IDLE_SECONDS = 30;

    /** Takes what somebody waits for, so that else a thread is made. */
    private static final class Handing extends LinkedTransferQueue<Runnable> {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean offer(Runnable task) {
            return tryTransfer(task);
        }
    }

    /** @param most threads */
    RequestThreads(int most) {
        super(0, most, IDLE_SECONDS, TimeUnit.SECONDS, new Handing(), Threads.daemons("serve"), (task, pool) -> {
            if (pool.isShutdown()) {
                throw new RejectedExecutionException("the server has stopped");
            }
            ((Handing) pool.getQueue()).put(task);
        });
    }
}
