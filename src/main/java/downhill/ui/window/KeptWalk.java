package downhill.ui.window;

import downhill.engine.Threads;
import downhill.race.document.Experiment;
import downhill.store.OpenedSession;
import downhill.ui.fx.FxExecutor;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Autosaver;
import downhill.ui.session.ExperimentFiles;
import downhill.ui.session.Failures;
import downhill.ui.session.Saving;
import downhill.ui.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.slf4j.LoggerFactory;

/**
 * The walk of the lab from one start of the program to the next, with its courses: read when the lab is first entered, kept like the work
 * in the race, when the lab is left, and when the window is closed. Files are read and written on a thread of its own; all else on the FX
 * thread.
 */
final class KeptWalk {
    private static final long PATIENCE_SECONDS = 10;

    private final Session session;
    private final ExperimentFiles files;
    private final Consumer<Supplier<String>> problem;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Threads.daemons("lab-keeping", Thread.MIN_PRIORITY));
    private final FxExecutor reading = new FxExecutor(thread, Platform::runLater);
    private final Autosaver saver;
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean asked;
    private boolean open;

    KeptWalk(Session session, ExperimentFiles files, Consumer<Supplier<String>> problem) {
        this.session = session;
        this.files = files;
        this.problem = problem;
        saver = new Autosaver(session, files::keepLab, thread, System::nanoTime,
                words -> problem.accept(() -> Messages.text("keeping.failed", words.get())));
    }

    /** Opens what was left, or where nothing was {@code first}; after the first time nothing happens. */
    void open(Supplier<Experiment> first) {
        if (!asked) {
            asked = true;
            reading.<Optional<OpenedSession>>submit("lab", task -> files.lab(), left -> opened(left.orElse(null), first), failure -> {
                problem.accept(Failures.words(failure));
                opened(null, first);
            });
        }
    }

    private void opened(OpenedSession left, Supplier<Experiment> first) {
        if (left == null) {
            session.open(first.get(), null, null);
        } else {
            session.resume(left, null, false);
        }
        open = true;
        saver.begin();
        List<Runnable> now = List.copyOf(waiting);
        waiting.clear();
        now.forEach(Runnable::run);
    }

    /** Does {@code then} once there is a walk. */
    void whenOpen(Runnable then) {
        if (open) {
            then.run();
        } else {
            waiting.add(then);
        }
    }

    /** Once a frame. */
    void frame() {
        saver.frame();
    }

    /** Keeps it as it stands. */
    void keep() {
        if (open) {
            Saving saving = session.saving();
            thread.execute(() -> keep(saving));
        }
    }

    /** Whoever closes the window is told in the log alone: nobody looks any more. */
    private void keep(Saving saving) {
        try {
            files.keepLab(saving.checkpoint().join(), saving.folder(), saving.place());
        } catch (RuntimeException failure) {
            LoggerFactory.getLogger(KeptWalk.class).warn("The walk in the lab could not be kept", failure);
        }
    }

    /** The last time, before the session is closed; waits until it is written, but not for ever. */
    void close() {
        saver.end();
        keep();
        open = false;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LoggerFactory.getLogger(KeptWalk.class).warn("The walk in the lab was not kept in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
