package downhill.ui.session;

import downhill.race.Checkpoint;
import downhill.race.RaceSnapshot;
import downhill.race.RaceState;
import downhill.store.SessionPlace;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Keeps a session that is open: every ten seconds while the race runs, and soon after it has come to rest or the document was
 * changed. The race gives a snapshot between two chunks of steps, another thread writes it; a save that takes long is followed by a
 * rest twenty times as long. Everything but the writing on the FX thread.
 */
public final class Autosaver {
    private static final long RUNNING_NANOS = 10_000_000_000L;
    private static final long RESTING_NANOS = 1_000_000_000L;
    private static final double COST = 20;

    /** Where it is kept. */
    @FunctionalInterface
    public interface Keeper {
        /** Writes it, off the FX thread. */
        void keep(Checkpoint checkpoint, Path folder, SessionPlace place);
    }

    private record Kept(long version, Object document, Object file, Object earlier) {
    }

    private final Session session;
    private final Keeper keeper;
    private final Feed feed;
    private final Line saves;
    private boolean wasRunning;

    /**
     * @param keeper  takes what is saved
     * @param thread  writes
     * @param clock   nanoseconds
     * @param problem told once where it cannot be saved
     */
    public Autosaver(Session session, Keeper keeper, Executor thread, LongSupplier clock, Consumer<Supplier<String>> problem) {
        this.session = session;
        this.keeper = keeper;
        this.feed = new Feed(thread, clock);
        this.saves = feed.line("autosave").resting(COST);
        feed.problemSaidProperty().addListener((source, old, now) -> {
            if (!now.get().isEmpty()) {
                problem.accept(now);
            }
        });
    }

    /** Begins: what was left in the slot has been opened or put aside. */
    public void begin() {
        feed.watch(this, true);
    }

    /** No more saves are begun. */
    public void end() {
        feed.close();
    }

    /** Once a frame. */
    public void frame() {
        feed.frame();
        RaceSnapshot now = session.snapshotProperty().get();
        boolean running = Snapshots.isRunning(now);
        boolean stopped = wasRunning && !running;
        wasRunning = running;
        boolean untouched = now.step() == 0 && !session.dirtyProperty().get() || now.state() == RaceState.PREPARING;
        Kept standing = new Kept(now.version(), session.experiment(), session.fileProperty().get(), session.earlier().all());
        if (!untouched && saves.wants(standing, pace(running, stopped))) {
            save(standing);
        }
    }

    private static long pace(boolean running, boolean stopped) {
        if (stopped) {
            return 0;
        }
        return running ? RUNNING_NANOS : RESTING_NANOS;
    }

    /** A race that was replaced meanwhile is no failure: the next is saved soon. */
    private void save(Kept standing) {
        Saving saving = session.saving();
        saves.<Checkpoint, Boolean>ask(standing, saving.checkpoint(), (checkpoint, task) -> {
            keeper.keep(checkpoint, saving.folder(), saving.place());
            return true;
        }, done -> { });
    }
}
