package downhill.ui.screen.lesson.write;

import downhill.lesson.Lesson;
import downhill.lesson.Step;
import downhill.lesson.draft.DraftFault;
import downhill.lesson.draft.DraftStep;
import downhill.lesson.draft.LessonDraft;
import downhill.race.document.Experiment;
import downhill.store.LessonDrafts;
import downhill.ui.fx.FxExecutor;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Failures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** The lesson that is written, which of its steps is in hand, and what is wrong with it. FX thread; what is judged is judged off it. */
final class DraftModel {
    /** In place of a step: the lesson as a whole. */
    static final int HEAD = -1;

    private final FxExecutor work;
    private final Consumer<Supplier<String>> problem;
    private final ObjectProperty<String> language = new SimpleObjectProperty<>(this, "language", spoken());
    private final ReadOnlyIntegerWrapper forms = new ReadOnlyIntegerWrapper(this, "forms");
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper(this, "changes");
    private LessonDraft draft = LessonDraft.begun();
    private LessonDraft saved = draft;
    private Path file;
    private int at = HEAD;
    private List<DraftFault> faults = List.of();
    private boolean proved;

    DraftModel(FxExecutor work, Consumer<Supplier<String>> problem) {
        this.work = work;
        this.problem = problem;
    }

    /** One writes in the language that the window speaks, at first. */
    private static String spoken() {
        String language = Messages.languageProperty().get().locale().getLanguage();
        return Lesson.LANGUAGES.contains(language) ? language : Lesson.LANGUAGES.get(0);
    }

    /** Grows where what is in hand is other than it was, so that forms are made anew. */
    ReadOnlyIntegerProperty formsProperty() {
        return forms.getReadOnlyProperty();
    }

    /** Grows with every change, and where faults are known. */
    ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /** Whose words are in hand. */
    ObjectProperty<String> languageProperty() {
        return language;
    }

    LessonDraft draft() {
        return draft;
    }

    /** The step in hand, or {@link #HEAD}. */
    int at() {
        return at;
    }

    DraftStep step() {
        return draft.steps().get(at);
    }

    /** What is raced at the step in hand; null where nothing is. */
    Experiment raced() {
        return draft.racedAt(at);
    }

    List<DraftFault> faults() {
        return faults;
    }

    /** Whether it was run, as it stands, and all was as it is declared. */
    boolean isProved() {
        return proved;
    }

    Path file() {
        return file;
    }

    boolean isDirty() {
        return !draft.equals(saved);
    }

    /** Nothing has been written yet. */
    boolean isBlank() {
        return draft.equals(LessonDraft.begun());
    }

    /** Another lesson in place of what was written. */
    void open(LessonDraft opened, Path from) {
        draft = opened;
        saved = opened;
        file = from;
        at = opened.steps().isEmpty() ? HEAD : 0;
        changed(true);
    }

    void saved(Path to, LessonDraft written) {
        file = to;
        saved = written;
        changes.set(changes.get() + 1);
    }

    /** Takes a step, or the head, in hand. */
    void choose(int step) {
        if (step != at && step < draft.steps().size()) {
            at = step;
            forms.set(forms.get() + 1);
        }
    }

    /** A change that a field shows already. */
    void type(UnaryOperator<LessonDraft> change) {
        draft = change.apply(draft);
        changed(false);
    }

    /** A change after which fields are others. */
    void edit(UnaryOperator<LessonDraft> change) {
        draft = change.apply(draft);
        at = Math.min(at, draft.steps().size() - 1);
        changed(true);
    }

    /** Changes the step in hand. */
    void editStep(UnaryOperator<Step> change) {
        edit(now -> now.withStep(at, now.steps().get(at).changed(change)));
    }

    /** Changes the step in hand by what a field shows already. */
    void typeStep(UnaryOperator<Step> change) {
        type(now -> now.withStep(at, now.steps().get(at).changed(change)));
    }

    /** Adds a step behind that in hand, which is in hand then. */
    void add(UnaryOperator<LessonDraft> change) {
        draft = change.apply(draft);
        at++;
        changed(true);
    }

    /** Takes the step in hand away. */
    void remove() {
        edit(now -> {
            List<DraftStep> rest = new ArrayList<>(now.steps());
            rest.remove(at);
            return now.withSteps(rest);
        });
    }

    /** Moves the step in hand by a place up or down. */
    void move(int by) {
        int to = at + by;
        if (at >= 0 && to >= 0 && to < draft.steps().size()) {
            List<DraftStep> all = new ArrayList<>(draft.steps());
            Collections.swap(all, at, to);
            draft = draft.withSteps(all);
            at = to;
            changed(true);
        }
    }

    private void changed(boolean anew) {
        LessonDraft now = draft;
        proved = false;
        if (anew) {
            forms.set(forms.get() + 1);
        }
        changes.set(changes.get() + 1);
        work.<List<DraftFault>>submit("draft.check", task -> LessonDrafts.faults(now), found -> told(found, false),
                failure -> problem.accept(Failures.words(failure)));
    }

    /** What is wrong is known; {@code run} where it was run for it. */
    void told(List<DraftFault> found, boolean run) {
        faults = found;
        proved = run && found.isEmpty();
        changes.set(changes.get() + 1);
    }
}
