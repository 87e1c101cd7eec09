package downhill.ui.window;

import downhill.race.Experiment;
import downhill.store.ModelStore;
import downhill.store.OpenedExperiment;
import downhill.ui.control.Buttons;
import downhill.ui.control.Rows;
import downhill.ui.control.Sheets;
import downhill.ui.fx.FxExecutor;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Demo;
import downhill.ui.session.ExperimentFiles;
import downhill.ui.session.Failures;
import downhill.ui.session.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Button;

/** Opens and saves; asks before unsaved changes are lost. Files are read and written off the FX thread. */
public final class FileActions {
    private static final double QUESTION_WIDTH = 420;

    private final Session session;
    private final ExperimentFiles files;
    private final FxExecutor work;
    private final Sheets sheets;
    private final FilePicker picker;
    private final Consumer<Path> openTable;
    private final Consumer<Path> openModel;
    private final Consumer<String> problem;

    /** {@code openTable} shows the preview of a table, {@code openModel} asks a trained model; {@code problem} shows one line about what went wrong. */
    FileActions(Session session, ExperimentFiles files, FxExecutor work, Sheets sheets, FilePicker picker, Consumer<Path> openTable,
                Consumer<Path> openModel, Consumer<String> problem) {
        this.session = session;
        this.files = files;
        this.work = work;
        this.sheets = sheets;
        this.picker = picker;
        this.openTable = openTable;
        this.openModel = openModel;
        this.problem = problem;
    }

    /** Asks for a file and opens it. */
    public void open() {
        picker.toOpen().ifPresent(this::open);
    }

    /** Opens an experiment, a trained model, or the preview of a table. What was open stays open where this fails. */
    public void open(Path file) {
        if (isExperiment(file)) {
            unlessUnsaved(() -> read(file));
        } else if (file.toString().toLowerCase(Locale.ROOT).endsWith(ModelStore.ENDING)) {
            openModel.accept(file);
        } else {
            openTable.accept(file);
            if (Files.isRegularFile(file)) {
                files.remember(file);
            }
        }
    }

    /** Opens the experiment that comes with the program. */
    public void openDemo() {
        unlessUnsaved(() -> session.open(Demo.experiment(Messages.text("demo.title")), null, null));
    }

    /** Saves where it was saved before, else asks where. */
    public void save() {
        Path known = session.fileProperty().get();
        if (known == null) {
            saveAs();
        } else {
            write(known, () -> { });
        }
    }

    /** Asks where to save. */
    public void saveAs() {
        saveAs(() -> { });
    }

    /** Files opened or saved of late. */
    public ExperimentFiles files() {
        return files;
    }

    /** Does {@code then} at once where nothing would be lost; else a person decides. */
    public void unlessUnsaved(Runnable then) {
        if (!session.dirtyProperty().get()) {
            then.run();
            return;
        }
        Button save = Buttons.primary("unsaved.save", () -> {
            sheets.close();
            saveThen(then);
        });
        Button discard = Buttons.ghost("unsaved.discard", () -> {
            sheets.close();
            then.run();
        });
        Button stay = Buttons.ghost("unsaved.stay", sheets::close);
        sheets.open(Messages.binding("unsaved.title"), QUESTION_WIDTH,
                Rows.paragraph(Messages.binding("unsaved.text", session.experiment().title())), stay, discard, save);
        save.requestFocus();
    }

    /** Whether a file is an experiment, by the ending of its name. */
    public static boolean isExperiment(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".json") || name.endsWith(".downhill");
    }

    private void saveThen(Runnable then) {
        Path known = session.fileProperty().get();
        if (known == null) {
            saveAs(then);
        } else {
            write(known, then);
        }
    }

    private void saveAs(Runnable then) {
        String name = session.experiment().title().replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        picker.toSave((name.isEmpty() ? "experiment" : name.toLowerCase(Locale.ROOT)) + ".json").ifPresent(file -> write(file, then));
    }

    private void read(Path file) {
        work.<OpenedExperiment>submit("window.file", task -> files.read(file), opened -> {
            session.open(opened.experiment(), file, opened.folder());
            files.remember(file);
            problem.accept(String.join(" ", opened.notices()));
        }, failure -> problem.accept(Failures.sentence(failure)));
    }

    private void write(Path file, Runnable then) {
        Experiment document = session.experiment();
        Path folder = session.folder() == null ? Path.of("").toAbsolutePath() : session.folder();
        work.<Experiment>submit("window.file", task -> {
            files.write(document, file, folder);
            return document;
        }, written -> {
            session.markSaved(file, written);
            files.remember(file);
            then.run();
        }, failure -> problem.accept(Failures.sentence(failure)));
    }
}
