package downhill.ui.screen.lesson.write;

import downhill.lesson.draft.LessonDraft;
import downhill.store.LessonDrafts;
import downhill.store.LessonStore;
import downhill.ui.control.Buttons;
import downhill.ui.control.FileChoice;
import downhill.ui.control.Rows;
import downhill.ui.control.Sheets;
import downhill.ui.fx.FxExecutor;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Failures;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;

/** Where the lesson that is written comes from and is kept; files are read and written off the FX thread. */
final class DraftFile {
    private static final String ENDING = "lesson";
    private static final double QUESTION = 440;

    private final DraftModel model;
    private final FxExecutor work;
    private final FileChoice files;
    private final Sheets sheets;
    private final Consumer<Supplier<String>> tell;
    private final Consumer<Supplier<String>> problem;

    DraftFile(DraftModel model, FxExecutor work, FileChoice files, Sheets sheets, Consumer<Supplier<String>> tell,
              Consumer<Supplier<String>> problem) {
        this.model = model;
        this.work = work;
        this.files = files;
        this.sheets = sheets;
        this.tell = tell;
        this.problem = problem;
    }

    /** Asks which lesson to write on. */
    void ask() {
        files.toOpen(ENDING).ifPresent(this::open);
    }

    void open(Path file) {
        work.<LessonDraft>submit("draft.file", task -> LessonDrafts.read(file), read -> model.open(read, file),
                failure -> problem.accept(Failures.words(failure)));
    }

    /** Begins with a lesson that comes with the program. */
    void begin(String bundled) {
        work.<LessonDraft>submit("draft.file", task -> LessonDrafts.bundled(bundled), read -> model.open(read, null),
                failure -> problem.accept(Failures.words(failure)));
    }

    /** Where it was saved before, else asks where; a folder is not written into. */
    void save(Runnable then) {
        if (model.file() != null && LessonStore.isZip(model.file())) {
            write(model.file(), then);
        } else {
            saveAs(then);
        }
    }

    void saveAs(Runnable then) {
        files.toSaveAs(model.draft().id() + "." + ENDING).ifPresent(file -> write(file, then));
    }

    private void write(Path file, Runnable then) {
        LessonDraft draft = model.draft();
        work.<Path>submit("draft.file", task -> {
            LessonDrafts.write(file, draft);
            return file;
        }, saved -> {
            model.saved(saved, draft);
            tell.accept(() -> Messages.text("draft.saved", String.valueOf(saved.getFileName())));
            then.run();
        }, failure -> problem.accept(Failures.words(failure)));
    }

    void unlessUnsaved(String title, Runnable then) {
        if (!model.isDirty()) {
            then.run();
            return;
        }
        Button save = Buttons.primary("unsaved.save", () -> {
            sheets.close();
            save(then);
        });
        Button discard = Buttons.ghost("unsaved.discard", () -> {
            sheets.close();
            then.run();
        });
        sheets.open(Messages.binding("unsaved.title"), QUESTION, Rows.paragraph(Messages.binding("unsaved.text", title)),
                Buttons.ghost("unsaved.stay", sheets::close), discard, save);
        save.requestFocus();
    }
}
