package downhill.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets a long task end in good order when the user presses Ctrl-C: the task is told, and the program waits for it. */
final class CtrlC implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 15;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::pressed, "ctrl-c");
    private volatile boolean cancelled;

    CtrlC() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Whether it has been pressed. */
    boolean cancelled() {
        return cancelled;
    }

    private void pressed() {
        cancelled = true;
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                Thread.currentThread().interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        if (!cancelled) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException shuttingDown) {
                cancelled = true;
            }
        }
    }
}
