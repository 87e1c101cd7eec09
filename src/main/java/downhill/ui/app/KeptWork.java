package downhill.ui.app;

import downhill.engine.Threads;
import downhill.store.Autosave;
import downhill.store.OpenedSession;
import downhill.store.SessionStore;
import downhill.store.StoreException;
import downhill.ui.control.Buttons;
import downhill.ui.control.Rows;
import downhill.ui.fx.FxExecutor;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Spoken;
import downhill.ui.session.Autosaver;
import downhill.ui.session.Failures;
import downhill.ui.session.Session;
import downhill.ui.window.MainWindow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.control.Button;

/**
 * Keeps the work that is open in a window, so that it outlives the program in whatever way that ends, and offers at the start what was
 * left. FX thread.
 */
final class KeptWork {
    private static final double QUESTION_WIDTH = 460;
    private static final long PATIENCE_SECONDS = 10;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final MainWindow window;
    private final Session session;
    private final Autosave slot;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Threads.daemons("autosave", Thread.MIN_PRIORITY));
    private final FxExecutor reading;
    private final Autosaver saver;
    private final Runnable unplug;
    private boolean decided;

    private KeptWork(MainWindow window, Autosave slot, Consumer<Supplier<String>> problem) {
        this.window = window;
        this.session = window.session();
        this.slot = slot;
        this.reading = new FxExecutor(thread, Platform::runLater);
        this.saver = new Autosaver(session, slot::save, thread, System::nanoTime,
                words -> problem.accept(() -> Messages.text("keeping.failed", words.get())));
        this.unplug = window.pump().poll(saver::frame);
    }

    /** Takes a slot in {@code folder}; gives null, and says why, where there is none to be had. */
    static KeptWork of(MainWindow window, Path folder) {
        try {
            KeptWork work = new KeptWork(window, Autosave.take(folder), window::complain);
            work.look();
            return work;
        } catch (StoreException none) {
            window.complain(Failures.words(none));
            return null;
        }
    }

    /** When, in the time of the place. */
    static String time(Instant saved) {
        return TIME.format(saved.atZone(ZoneId.systemDefault()));
    }

    /** The window does not wait for it: what was left may be large, or lie on a disk that does not answer. */
    private void look() {
        reading.<Optional<Autosave.Leftover>>submit("look", task -> slot.leftover(), left -> offer(left.orElse(null)),
                failure -> window.complain(Failures.words(failure)));
    }

    private void offer(Autosave.Leftover left) {
        decided = left == null;
        if (decided) {
            saver.begin();
            return;
        }
        var words = left.problem() != null ? Messages.binding("leftover.damaged", Spoken.binding(left.problem()))
                : Messages.binding("leftover.text", left.info().title(), Numbers.count(left.info().step()), time(left.info().saved()));
        Button decline = Buttons.ghost("leftover.decline", window.sheets()::close);
        Button open = Buttons.primary("leftover.open", () -> {
            decided = true;
            window.sheets().close();
            window.tell(() -> Messages.text("file.opening", left.info().title())); // large work takes seconds to read
            open(left.file());
        });
        open.setDisable(left.problem() != null);
        window.sheets().open(Messages.binding("leftover.title"), QUESTION_WIDTH, Rows.paragraph(words), decline, open);
        window.sheets().onClosed(this::closed);
        (open.isDisabled() ? decline : open).requestFocus();
    }

    /** However the question was closed: what was not wanted is put aside. */
    private void closed() {
        if (!decided) {
            decided = true;
            putAside();
        }
    }

    private void putAside() {
        try {
            Path aside = slot.setAside();
            window.tell(() -> Messages.text("leftover.aside", aside.toString()));
            saver.begin();
        } catch (StoreException e) {
            window.complain(Failures.words(e));
        }
    }

    private void open(Path file) {
        session.race().pause();
        reading.<OpenedSession>submit("leftover", task -> {
            OpenedSession opened = SessionStore.read(file);
            Path folder = opened.place().folder() == null ? null : Path.of(opened.place().folder());
            return folder != null && Files.isDirectory(folder) ? opened.movedTo(folder) : opened;
        }, this::take, failure -> {
            window.complain(Failures.words(failure));
            putAside();
        });
    }

    private void take(OpenedSession opened) {
        Path from = opened.place().file() == null ? null : Path.of(opened.place().file());
        session.resume(opened, from, true);
        window.files().recovered(opened);
        saver.begin();
    }

    /** The window was closed by a person, who was asked about what is not saved: nothing needs to be kept. */
    void close() {
        unplug.run();
        saver.end();
        thread.shutdown();
        try {
            boolean done = thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (done && decided) {
                slot.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            slot.close();
        }
    }
}
