package downhill.ui.fx;

import downhill.engine.UnavailableException;
import downhill.ui.fx.font.PortableText;
import downhill.words.Said;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;

/** Starts the toolkit without an {@code Application} class and runs work on its thread. */
public final class FxToolkit {
    private FxToolkit() {
    }

    /**
     * Starts the toolkit, headless where there is no display; where it runs already, only waits for it.
     *
     * @throws UnavailableException where no window can be opened or no text drawn on this machine
     */
    public static void start() {
        boolean headless = Headless.prepare();
        PortableText.prepare();
        CountDownLatch up = new CountDownLatch(1);
        try {
            Platform.startup(up::countDown);
        } catch (IllegalStateException alreadyRunning) {
            Platform.runLater(up::countDown);
        } catch (RuntimeException | LinkageError e) {
            throw new UnavailableException(Said.of(headless ? "toolkit.headless" : "toolkit.display", e.getMessage()), e);
        }
        await(up);
        Platform.setImplicitExit(false);
    }

    /**
     * Runs {@code work} on the FX thread and waits for its result.
     *
     * @throws IllegalStateException with the cause where the work fails with a checked exception or the wait is interrupted
     */
    public static <T> T call(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw unwrapped(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the window's thread", e);
        }
    }

    /** Runs {@code work} on the FX thread and waits until it is done. */
    public static void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }

    private static RuntimeException unwrapped(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the window toolkit was starting", e);
        }
    }
}
