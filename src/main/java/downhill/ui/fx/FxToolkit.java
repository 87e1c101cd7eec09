package downhill.ui.fx;

import downhill.engine.Threads;
import downhill.engine.UnavailableException;
import downhill.ui.fx.font.PortableText;
import downhill.words.Said;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
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
        Throwable failure = startup();
        if (failure != null) {
            throw new UnavailableException(Said.of(headless ? "toolkit.headless" : "toolkit.display", failure.getMessage()), failure);
        }
        Platform.setImplicitExit(false);
    }

    /** Where the toolkit fails on a thread of its own, whoever starts it would wait for ever: the first to hear of either goes on. */
    private static Throwable startup() {
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        Thread starter = Threads.daemon("toolkit-start", () -> startup(end));
        Thread.UncaughtExceptionHandler usual = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            if (thread.getId() > starter.getId()) { // one that the toolkit has made
                end.complete(failure);
            } else if (usual != null) {
                usual.uncaughtException(thread, failure);
            }
        });
        try {
            starter.start();
            return await(end);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(usual);
        }
    }

    private static void startup(CompletableFuture<Throwable> end) {
        try {
            Platform.startup(() -> end.complete(null));
        } catch (IllegalStateException alreadyRunning) {
            Platform.runLater(() -> end.complete(null));
        } catch (RuntimeException | LinkageError failure) {
            end.complete(failure);
        }
    }

    /**
     * Runs {@code work} on the FX thread and waits for its result.
     *
     * @throws IllegalStateException with the cause where the work fails with a checked exception or the wait is interrupted
     */
    public static <T> T call(Callable<T> work) {
        return begin(work).get();
    }

    /** Has {@code work} run on the FX thread and comes back; asking for the result waits for it, and throws as {@link #call}. */
    public static <T> Supplier<T> begin(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
        return () -> result(task);
    }

    private static <T> T result(FutureTask<T> task) {
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

    private static Throwable await(CompletableFuture<Throwable> end) {
        try {
            return end.get();
        } catch (ExecutionException e) {
            throw unwrapped(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the window toolkit was starting", e);
        }
    }
}
