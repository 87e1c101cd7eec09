package downhill.ui.window;

import downhill.store.LessonLibrary;
import downhill.store.LessonStore;
import downhill.store.MissingData;
import downhill.store.ModelStore;
import downhill.store.OpenedExperiment;
import downhill.store.OpenedSession;
import downhill.store.ReportFile;
import downhill.store.SessionPlace;
import downhill.store.SessionStore;
import downhill.ui.control.Buttons;
import downhill.ui.control.Rows;
import downhill.ui.control.Sheets;
import downhill.ui.fx.FxExecutor;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Spoken;
import downhill.ui.session.Demo;
import downhill.ui.session.ExperimentFiles;
import downhill.ui.session.Failures;
import downhill.ui.session.Session;
import downhill.words.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;

/** Opens experiments, sessions and tables; asks before unsaved changes are lost. Files are read off the FX thread. */
public final class FileActions {
    private static final double QUESTION_WIDTH = 420;

    private final Session session;
    private final ExperimentFiles files;
    private final FxExecutor work;
    private final Sheets sheets;
    private final FilePicker picker;
    private final Consumer<Path> openTable;
    private final Consumer<Path> openModel;
    private final Consumer<Supplier<String>> tell;
    private final Consumer<Supplier<String>> problem;
    private final Saver saver;
    private final DataFinder finder;
    private final DataConsent consent;
    private Consumer<String> openLesson = name -> { };
    private BiConsumer<OpenedSession, Path> resumeLesson = (opened, file) -> { };

    /**
     * {@code openTable} shows the preview of a table, {@code openModel} asks a trained model; {@code tell} shows one line about what
     * goes on, {@code problem} one about what went wrong.
     */
    FileActions(Session session, ExperimentFiles files, FxExecutor work, Sheets sheets, FilePicker picker, Consumer<Path> openTable,
                Consumer<Path> openModel, Consumer<Supplier<String>> tell, Consumer<Supplier<String>> problem) {
        this.session = session;
        this.files = files;
        this.work = work;
        this.sheets = sheets;
        this.picker = picker;
        this.openTable = openTable;
        this.openModel = openModel;
        this.tell = tell;
        this.problem = problem;
        this.saver = new Saver(session, files, work, sheets, picker, problem);
        session.end().setGuard(this::askFirst);
        this.finder = new DataFinder(session, work, sheets, picker, problem);
        this.consent = new DataConsent(sheets);
    }

    /** {@code open} opens a lesson by its name or file, {@code resume} goes on with one that was saved as a session. */
    void leadToLessons(Consumer<String> open, BiConsumer<OpenedSession, Path> resume) {
        openLesson = open;
        resumeLesson = resume;
    }

    /** Opens a lesson: a file, a folder, or the name of a bundled one; the race stays as it is. */
    public void openLesson(String lesson) {
        openLesson.accept(lesson);
    }

    /** Asks for a file and opens it. */
    public void open() {
        picker.toOpen().ifPresent(this::open);
    }

    /** Opens an experiment or a session, a trained model, or the preview of a table. What was open stays open where this fails. */
    public void open(Path file) {
        if (LessonStore.isNamedSo(file)) {
            openLesson(file.toString());
        } else if (isExperiment(file)) {
            unlessUnsaved(() -> read(file));
        } else if (file.toString().toLowerCase(Locale.ROOT).endsWith(ModelStore.ENDING)) {
            openModel.accept(file);
        } else {
            openTable.accept(file);
            work.<Boolean>submit("window.table", task -> Files.isRegularFile(file), isTable -> {
                if (isTable) {
                    files.remember(file);
                }
            }, failure -> problem.accept(Failures.words(failure)));
        }
    }

    /** Opens the experiment that comes with the program. */
    public void openDemo() {
        unlessUnsaved(() -> session.open(Demo.experiment(Messages.text("demo.title")), null, null));
    }

    /** Saves where it was saved before, else asks where. */
    public void save() {
        saver.save(() -> { });
    }

    /** Asks where to save. */
    public void saveAs() {
        saver.saveAs(() -> { });
    }

    /** Asks where the data file of the experiment is now. */
    public void findData() {
        finder.find();
    }

    /** Files opened or saved of late. */
    public ExperimentFiles files() {
        return files;
    }

    /**
     * Does {@code then} at once where nothing would be lost, neither changes nor a race that has come to its end; else a person
     * decides.
     */
    public void unlessUnsaved(Runnable then) {
        if (session.dirtyProperty().get() || session.end().isUnsaved()) {
            askFirst(then);
        } else {
            then.run();
        }
    }

    /** The same for the end of the program, which need not ask where what is open comes with it. */
    void beforeClosing(Runnable then) {
        if (session.fileProperty().get() == null && !session.dirtyProperty().get()) {
            then.run();
        } else {
            unlessUnsaved(then);
        }
    }

    private void askFirst(Runnable then) {
        Button save = Buttons.primary("unsaved.save", () -> {
            sheets.close();
            saver.save(then);
        });
        Button discard = Buttons.ghost("unsaved.discard", () -> {
            sheets.close();
            then.run();
        });
        Button stay = Buttons.ghost("unsaved.stay", sheets::close);
        boolean finished = session.end().isUnsaved();
        sheets.open(Messages.binding(finished ? "unsaved.finished.title" : "unsaved.title"), QUESTION_WIDTH,
                Rows.paragraph(Messages.binding(finished ? "unsaved.finished.text" : "unsaved.text", session.experiment().title())), stay,
                        discard, save);
        save.requestFocus();
    }

    /** Whether a file is an experiment, a session, or a report of one, by the ending of its name. */
    public static boolean isExperiment(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".json") || name.endsWith(ReportFile.ENDING) || SessionPlace.isSession(file);
    }

    private void read(Path file) {
        work.<List<Path>>submit("window.file", task -> files.farData(file), far -> consent.ask(far, agreed -> read(file, agreed)),
                this::notRead);
    }

    /** A file with the ending of a session may hold a bare document, which a person renamed. */
    private void read(Path file, List<Path> agreed) {
        if (SessionPlace.isSession(file)) {
            tell.accept(() -> Messages.text("file.opening", String.valueOf(file.getFileName()))); // a large one takes seconds to read
        }
        work.<Runnable>submit("window.file", task -> {
            files.agree(agreed);
            boolean isSession = SessionStore.isSession(file);
            boolean report = ReportFile.isReport(file);
            Runnable seen = report ? () -> { } : saver.seen(file);
            OpenedSession whole = isSession ? files.readSession(file) : null;
            OpenedExperiment document = isSession ? null : files.read(file);
            return () -> {
                seen.run();
                take(report ? null : file, whole, document);
                files.remember(file);
            };
        }, Runnable::run, this::notRead);
    }

    /** There is always an experiment to look at: where the first one asked for cannot be read, that which comes with the program. */
    private void notRead(Exception failure) {
        if (session.experiment() == null) {
            openDemo();
        }
        problem.accept(Failures.words(failure));
    }

    /** What comes from a report is in no file of its own: it is saved into one. */
    private void take(Path file, OpenedSession whole, OpenedExperiment document) {
        if (whole != null && whole.place().lesson() != null && LessonLibrary.ids().contains(whole.place().lesson().lesson())) {
            resumeLesson.accept(whole, file);
        } else if (whole != null) {
            session.resume(whole, file, false);
        } else {
            session.open(document.experiment(), file, document.folder());
        }
        if (whole != null && whole.place().lesson() != null && session.lessonProperty().get() != null) {
            tell.accept(() -> Messages.text("lesson.none"));
        }
        List<Said> notices = whole != null ? whole.notices() : document.notices();
        problem.accept(() -> Spoken.sentences(notices));
        offerToFind(whole != null ? whole.missing() : document.missing());
    }

    /** Work that was left has been opened: tells what a person should know. */
    public void recovered(OpenedSession opened) {
        problem.accept(() -> Spoken.sentences(opened.notices()));
        offerToFind(opened.missing());
    }

    /** Where a data file is missing, asks where it is. */
    void offerToFind(MissingData missing) {
        if (missing != null) {
            finder.offer(missing);
        }
    }
}
