package downhill.ui.chart;

import downhill.engine.Threads;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The one thread that all charts are drawn on; it ends when nothing was drawn for some seconds. */
final class RenderThread {
    private static final ExecutorService EXECUTOR = create();

    private RenderThread() {
    }

    static ExecutorService executor() {
        return EXECUTOR;
    }

    /** Runs {@code work} on the render thread and waits for it; what it throws is thrown here. */
    static void run(Runnable work) {
        Future<?> done = EXECUTOR.submit(work);
        try {
            done.get();
        } catch (InterruptedException e) {
            done.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a chart was being drawn", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        }
    }

    private static ExecutorService create() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(1, 1, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Threads.daemons("charts"));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
