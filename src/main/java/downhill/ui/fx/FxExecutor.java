package downhill.ui.fx;

import downhill.engine.Threads;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;

/**
 * Runs work off the FX thread and hands its result back on it. Work is submitted into a named slot: a newer task
 * in the same slot cancels the older one, and only the newest task's result is applied.
 */
public final class FxExecutor implements AutoCloseable {
    private final Executor background;
    private final Executor window;
    private final Runnable close;
    private final Map<String, UiTask<?>> newest = new HashMap<>();

    /** Work on {@code background}, results on {@code window}. */
    public FxExecutor(Executor background, Executor window) {
        this(background, window, () -> { });
    }

    private FxExecutor(Executor background, Executor window, Runnable close) {
        this.background = background;
        this.window = window;
        this.close = close;
    }

    /** {@code count} daemon threads called {@code name}, results on the FX thread. */
    public static FxExecutor threads(int count, String name) {
        ExecutorService pool = Executors.newFixedThreadPool(count, Threads.daemons(name));
        return new FxExecutor(pool, Platform::runLater, pool::shutdownNow);
    }

    /** Everything at once on the calling thread: for tests. */
    public static FxExecutor immediate() {
        return new FxExecutor(Runnable::run, Runnable::run);
    }

    /**
     * Starts work; from one thread, in a window the FX thread.
     *
     * @param slot tasks of one slot replace each other
     * @param done receives the result, unless the task was cancelled or replaced
     * @param failed receives what the work threw, unless the task was cancelled or replaced
     */
    public <T> UiTask<T> submit(String slot, UiTask.Work<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        UiTask<T> task = new UiTask<>();
        UiTask<?> older = newest.put(slot, task);
        if (older != null) {
            older.cancel();
        }
        background.execute(() -> perform(task, work, done, failed));
        return task;
    }

    private <T> void perform(UiTask<T> task, UiTask.Work<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        if (!task.move(UiTask.State.WAITING, UiTask.State.RUNNING)) {
            return;
        }
        try {
            T result = work.run(task);
            finish(task, UiTask.State.DONE, () -> done.accept(result));
        } catch (Exception e) {
            finish(task, UiTask.State.FAILED, () -> failed.accept(e));
        } catch (Error e) {
            finish(task, UiTask.State.FAILED, () -> failed.accept(new ExecutionException(e))); // else whoever waits would wait for ever
            throw e;
        }
    }

    private void finish(UiTask<?> task, UiTask.State end, Runnable apply) {
        window.execute(() -> {
            if (task.move(UiTask.State.RUNNING, end)) {
                apply.run();
            }
        });
    }

    /** Cancels what runs and gives the threads back. */
    @Override
    public void close() {
        newest.values().forEach(UiTask::cancel);
        newest.clear();
        close.run();
    }
}
