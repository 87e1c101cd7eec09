package downhill.ui.chart;

import java.util.concurrent.ExecutorService;
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

    private static ExecutorService create() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(1, 1, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            Thread thread = new Thread(work, "charts");
            thread.setDaemon(true);
            return thread;
        });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
