package downhill.ui.fit;

import java.util.concurrent.ExecutorService;

/** Keeps the compiled model of the last site; touched by its thread only, but for {@link #close}. */
final class Worker {
    private final ExecutorService thread;
    private ModelEngine engine;

    /** @param thread that all readings run on; null where they run on the caller's */
    Worker(ExecutorService thread) {
        this.thread = thread;
    }

    ModelEngine engine(FitSite site) {
        if (engine == null || !engine.site().sameAs(site)) {
            drop();
            engine = new ModelEngine(site);
        }
        return engine;
    }

    void close() {
        if (thread == null) {
            drop();
        } else {
            thread.execute(this::drop);
            thread.shutdown();
        }
    }

    private void drop() {
        if (engine != null) {
            engine.close();
            engine = null;
        }
    }
}
