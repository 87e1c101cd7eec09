package downhill.ui.fx;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Work in the background. The worker reports progress here and asks whether it was cancelled; the window reads
 * both once a frame, so that a quick worker never floods the FX thread.
 */
public final class UiTask<T> {
    /** How far a task has come. */
    public enum State { WAITING, RUNNING, DONE, FAILED, CANCELLED }

    /**
     * How far the work is.
     *
     * @param fraction 0 to 1, or negative where unknown
     * @param note what is being done, for people
     */
    public record Progress(double fraction, String note) {
        /** Nothing known yet. */
        public static final Progress NONE = new Progress(-1, "");
    }

    /** The work itself. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it; long work asks {@link UiTask#isCancelled()} now and then and may return anything once it is. */
        T run(UiTask<T> task) throws Exception;
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private volatile Progress progress = Progress.NONE;

    /** Tells how far the work is; from the worker. */
    public void report(double fraction, String note) {
        progress = new Progress(fraction, note);
    }

    /** The last report. */
    public Progress progress() {
        return progress;
    }

    /** Where the task stands. */
    public State state() {
        return state.get();
    }

    /** Asks the work to end; its result is thrown away. Nothing happens where it has ended already. */
    public void cancel() {
        state.updateAndGet(was -> was == State.WAITING || was == State.RUNNING ? State.CANCELLED : was);
    }

    /** Whether somebody asked the work to end. */
    public boolean isCancelled() {
        return state.get() == State.CANCELLED;
    }

    /** Whether it still waits or runs. */
    public boolean isActive() {
        State now = state.get();
        return now == State.WAITING || now == State.RUNNING;
    }

    boolean move(State from, State to) {
        return state.compareAndSet(from, to);
    }
}
