package downhill.ui.session;

import downhill.race.RaceSnapshot;
import downhill.race.RaceState;
import downhill.store.Autosave;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Keeps the open session in its slot: every ten seconds while the race runs, and soon after it has come to rest or the document was
 * changed. The race gives a snapshot between two chunks of steps, another thread writes it; a save that takes long is followed by a
 * rest twenty times as long. Everything but the writing on the FX thread.
 */
public final class Autosaver {
    private static final long RUNNING_NANOS = 10_000_000_000L;
    private static final long RESTING_NANOS = 1_000_000_000L;
    private static final long COST = 20;

    private record Kept(long version, Object document, Object file) {
    }

    private final Session session;
    private final Autosave slot;
    private final Executor thread;
    private final Executor window;
    private final LongSupplier clock;
    private final Consumer<String> problem;
    private boolean on;
    private boolean busy;
    private long restUntil;
    private Kept kept;
    private boolean wasRunning;
    private String told = "";

    /**
     * @param thread  writes
     * @param window  runs what is given on the FX thread
     * @param clock   nanoseconds
     * @param problem told once where it cannot be saved
     */
    public Autosaver(Session session, Autosave slot, Executor thread, Executor window, LongSupplier clock, Consumer<String> problem) {
        this.session = session;
        this.slot = slot;
        this.thread = thread;
        this.window = window;
        this.clock = clock;
        this.problem = problem;
    }

    /** Begins: what was left in the slot has been opened or put aside. */
    public void begin() {
        on = true;
        restUntil = clock.getAsLong();
    }

    /** No more saves are begun. */
    public void end() {
        on = false;
    }

    /** Once a frame. */
    public void frame() {
        RaceSnapshot now = session.snapshotProperty().get();
        boolean running = Snapshots.isRunning(now);
        boolean stopped = wasRunning && !running;
        wasRunning = running;
        Kept standing = new Kept(now.version(), session.experiment(), session.fileProperty().get());
        boolean untouched = now.step() == 0 && !session.dirtyProperty().get() || now.state() == RaceState.PREPARING;
        boolean due = stopped || clock.getAsLong() - restUntil >= 0;
        if (on && !busy && due && !untouched && !standing.equals(kept)) {
            save(standing, running);
        }
    }

    private void save(Kept standing, boolean running) {
        busy = true;
        Saving saving = session.saving();
        saving.checkpoint().thenApplyAsync(checkpoint -> {
            long begin = clock.getAsLong();
            slot.save(checkpoint, saving.folder(), saving.place());
            return clock.getAsLong() - begin;
        }, thread).whenComplete((nanos, failure) -> window.execute(() -> {
            busy = false;
            restUntil = clock.getAsLong() + Math.max(running ? RUNNING_NANOS : RESTING_NANOS, nanos == null ? RUNNING_NANOS : COST * nanos);
            kept = failure == null ? standing : kept;
            tell(failure);
        }));
    }

    /** A race that was replaced meanwhile is no failure: the next is saved soon. */
    private void tell(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause == null) {
            told = "";
        } else if (!(cause instanceof CancellationException) && on) {
            String words = Failures.sentence(cause);
            if (!words.equals(told)) {
                told = words;
                problem.accept(words);
            }
        }
    }
}
