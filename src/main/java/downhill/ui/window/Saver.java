package downhill.ui.window;

import downhill.race.Checkpoint;
import downhill.race.document.Experiment;
import downhill.store.FileStamp;
import downhill.store.SessionPlace;
import downhill.ui.control.Buttons;
import downhill.ui.control.Rows;
import downhill.ui.control.Sheets;
import downhill.ui.fx.FxExecutor;
import downhill.ui.i18n.Messages;
import downhill.ui.session.ExperimentFiles;
import downhill.ui.session.Failures;
import downhill.ui.session.Saving;
import downhill.ui.session.Session;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;

/**
 * Saves the session, or its document alone, as the ending of the file says; asks before it writes over what another program has
 * written meanwhile. The race goes on: what is saved is how it stood when it was asked for.
 */
final class Saver {
    private static final double QUESTION_WIDTH = 460;

    private final Session session;
    private final ExperimentFiles files;
    private final FxExecutor work;
    private final Sheets sheets;
    private final FilePicker picker;
    private final Consumer<Supplier<String>> problem;
    private Path known;
    private FileStamp stamp;

    Saver(Session session, ExperimentFiles files, FxExecutor work, Sheets sheets, FilePicker picker, Consumer<Supplier<String>> problem) {
        this.session = session;
        this.files = files;
        this.work = work;
        this.sheets = sheets;
        this.picker = picker;
        this.problem = problem;
    }

    /** Looks at a file off the FX thread; what it gives is to be run on it. */
    Runnable seen(Path file) {
        FileStamp now = FileStamp.of(file);
        return () -> {
            known = file;
            stamp = now;
        };
    }

    /** Saves where it was saved before, else asks where. */
    void save(Runnable then) {
        Path file = session.fileProperty().get();
        if (file == null) {
            saveAs(then);
        } else {
            write(file, file.equals(known) ? stamp : null, then);
        }
    }

    /** Asks where to save; the dialog asks before another file is replaced. */
    void saveAs(Runnable then) {
        String name = session.experiment().title().replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        String suggestion = (name.isEmpty() ? "experiment" : name.toLowerCase(Locale.ROOT)) + ".downhill";
        picker.toSave(suggestion).ifPresent(file -> write(file, null, then));
    }

    private record Done(Experiment written, long step, boolean outdated, Runnable seen) {
    }

    private void write(Path file, FileStamp expected, Runnable then) {
        Saving saving = session.saving();
        work.<Done>submit("window.file", task -> write(saving, file, expected), done -> {
            if (done.outdated()) {
                ask(file, then);
                return;
            }
            done.seen().run();
            markSaved(file, done);
            files.remember(file);
            then.run();
        }, failure -> problem.accept(Failures.words(failure)));
    }

    private Done write(Saving saving, Path file, FileStamp expected) {
        if (expected != null && expected.isOutdated(file)) {
            return new Done(saving.document(), 0, true, () -> { });
        }
        Checkpoint checkpoint = saving.checkpoint().join();
        if (SessionPlace.isSession(file)) {
            files.writeSession(saving, file);
        } else {
            files.write(saving, file);
        }
        return new Done(saving.document(), checkpoint.clock(), false, seen(file));
    }

    private void markSaved(Path file, Done done) {
        if (SessionPlace.isSession(file)) {
            session.markSaved(file, done.written(), done.step());
        } else {
            session.markSaved(file, done.written());
        }
    }

    /** Another program has written {@code file} since: asks what is to become of it. */
    void ask(Path file, Runnable then) {
        Button other = Buttons.primary("changed.saveAs", () -> {
            sheets.close();
            saveAs(then);
        });
        Button over = Buttons.ghost("changed.overwrite", () -> {
            sheets.close();
            write(file, null, then);
        });
        Button stay = Buttons.ghost("unsaved.stay", sheets::close);
        sheets.open(Messages.binding("changed.title"), QUESTION_WIDTH,
                Rows.paragraph(Messages.binding("changed.text", String.valueOf(file))), stay, over,
                other);
        other.requestFocus();
    }
}
