package downhill.ui.screen.lesson.write;

import downhill.lesson.Setup;
import downhill.lesson.Step;
import downhill.lesson.draft.DraftCheck;
import downhill.lesson.draft.DraftFault;
import downhill.lesson.draft.LessonDraft;
import downhill.race.document.Experiment;
import downhill.store.LessonDrafts;
import downhill.store.LessonStore;
import downhill.ui.control.Buttons;
import downhill.ui.control.Card;
import downhill.ui.control.FileChoice;
import downhill.ui.control.Rows;
import downhill.ui.control.Sheets;
import downhill.ui.fx.FxExecutor;
import downhill.ui.fx.Subscriptions;
import downhill.ui.fx.UiTask;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Failures;
import downhill.ui.session.TaskProgress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Where a lesson is written: steps and forms at the left, words and how they will look in the middle, what is wrong below. FX thread. */
public final class LessonDesk {
    private final DraftModel model;
    private final FxExecutor work;
    private final DraftFile file;
    private final Supplier<Optional<Recorded>> now;
    private final Consumer<LessonStore.Opened> play;
    private final Consumer<Supplier<String>> tell;
    private final Consumer<Supplier<String>> problem;
    private final StepList steps;
    private final WordsPane words;
    private final Preview preview;
    private final FaultPane faults;
    private final VBox form = new VBox(10);
    private final Card left;
    private final VBox middle;
    private final HBox foot;
    private final Button check = Buttons.ghost("draft.check", this::check);
    private final Subscriptions attached = new Subscriptions();
    private UiTask<List<DraftFault>> trial;

    /**
     * What the desk is given.
     *
     * @param now     what a person has open in Train; empty where nothing is
     * @param play    opens a lesson as a learner does
     * @param leave   back to the contents
     * @param tell    shows one line that is worth knowing
     * @param problem shows one line about what went wrong
     */
    public record Ways(Supplier<Optional<Recorded>> now, Consumer<LessonStore.Opened> play, Runnable leave, Consumer<Supplier<String>> tell,
                       Consumer<Supplier<String>> problem) {
    }

    /** An empty lesson. */
    public LessonDesk(FxExecutor work, FileChoice files, Sheets sheets, Ways ways) {
        this.work = work;
        now = ways.now();
        play = ways.play();
        tell = ways.tell();
        problem = ways.problem();
        model = new DraftModel(work, problem);
        file = new DraftFile(model, work, files, sheets, tell, problem);
        steps = new StepList(model, this::record);
        words = new WordsPane(model);
        preview = new Preview(model);
        faults = new FaultPane(model, this::lead);
        ScrollPane scroll = Rows.scrolled(form);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Button contents = Buttons.link("lesson.contents", ways.leave());
        contents.setId("draft-contents");
        left = new Card(Messages.binding("draft.card"), steps.node(), Rows.divider(), scroll).actions(contents);
        VBox.setVgrow(left, Priority.ALWAYS);
        HBox both = new HBox(16, words.node(), preview.node());
        for (Node half : List.of(words.node(), preview.node())) {
            HBox.setHgrow(half, Priority.ALWAYS);
            ((VBox) half).setPrefWidth(300);
            ((VBox) half).setMinWidth(0);
        }
        VBox.setVgrow(both, Priority.ALWAYS);
        middle = Card.plain(both, Rows.divider(), faults.node());
        middle.getStyleClass().add("main-card");
        middle.setSpacing(10);
        foot = bar();
        attached.listen(model.formsProperty(), count -> forms());
        attached.listen(model.changesProperty(), count -> changed());
        attached.listen(Messages.languageProperty(), spoken -> {
            forms();
            changed();
        });
        forms();
        changed();
    }

    private HBox bar() {
        Button fresh = Buttons.ghost("draft.new", () -> unlessUnsaved(() -> model.open(LessonDraft.begun(), null)));
        Button open = Buttons.ghost("draft.open.file", () -> unlessUnsaved(file::ask));
        open.setId("draft-file");
        Button save = Buttons.ghost("draft.save", () -> save(() -> { }));
        save.setId("draft-save");
        check.setId("draft-check");
        Button tried = Buttons.primary("draft.try", this::tryIt);
        tried.setId("draft-try");
        HBox row = new HBox(12, fresh, open, save, Rows.space(), check, tried);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("transport-bar");
        return row;
    }

    /** Steps and forms. */
    public Node left() {
        return left;
    }

    /** Words, and what is wrong. */
    public Node middle() {
        return middle;
    }

    /** Opens, saves, checks, tries. */
    public Node foot() {
        return foot;
    }

    /** What the window is about. */
    public ObservableValue<String> windowTitle() {
        return Bindings.createStringBinding(() -> Messages.text("draft.window", title()) + (model.isDirty() ? " •" : ""),
                model.changesProperty(), Messages.languageProperty());
    }

    /** As it is called in the language in hand; its id where it is not called anything. */
    public String title() {
        String title = model.draft().head().get(model.languageProperty().get()).title();
        return title.isBlank() ? model.draft().id() : title;
    }

    /** Whether a lesson is being written that is not saved. */
    public boolean isDirty() {
        return model.isDirty();
    }

    /** Whether anything has been written. */
    public boolean isBlank() {
        return model.isBlank();
    }

    /** In which language words are written now, one of {@link downhill.lesson.Lesson#LANGUAGES}. */
    public void language(String now) {
        model.languageProperty().set(now);
        words.show();
        preview.show();
        steps.show();
    }

    /** Opens a lesson to be written on. */
    public void open(Path file) {
        this.file.open(file);
    }

    /** Begins with a lesson that comes with the program. */
    public void begin(String bundled) {
        unlessUnsaved(() -> file.begin(bundled));
    }

    /** Adds what a person has open in Train as a step, behind that in hand. */
    public void record() {
        record(now.get());
    }

    /** Adds {@code open}, from wherever, as a step; where it is empty, a person is told that there is nothing. */
    public void record(Optional<Recorded> open) {
        with(open, (draft, recorded) -> {
            model.add(before -> before.recorded(model.at(), draft, recorded.views(), recorded.step()));
            tell.accept(() -> Messages.text("draft.recorded", String.valueOf(model.at() + 1)));
        });
    }

    /** Makes what is open in Train a race that the step in hand opens, in one way or another. */
    private void opened(BiFunction<Step, Setup, Step> how) {
        with(now.get(), (experiment, recorded) -> model.edit(draft -> {
            LessonDraft with = draft.withDocument(experiment);
            Setup setup = new Setup(with.nameOf(experiment), null, null, null, null, null, null);
            return with.withStep(model.at(), with.steps().get(model.at()).changed(step -> how.apply(step, setup)));
        }));
    }

    private interface Then {
        void with(Experiment experiment, Recorded recorded);
    }

    private void with(Optional<Recorded> open, Then then) {
        Recorded recorded = open.orElse(null);
        if (recorded == null) {
            problem.accept(() -> Messages.text("draft.nothing"));
            return;
        }
        work.<Experiment>submit("draft.record", task -> LessonDrafts.portable(recorded.experiment(), recorded.folder()),
                experiment -> then.with(experiment, recorded), failure -> problem.accept(Failures.words(failure)));
    }

    /** Saves where it was saved before, else asks where. */
    public void save(Runnable then) {
        file.save(then);
    }

    /** Asks where to save. */
    public void saveAs(Runnable then) {
        file.saveAs(then);
    }

    /** Does something by which what was written would be lost, if a person agrees. */
    public void unlessUnsaved(Runnable then) {
        file.unlessUnsaved(title(), then);
    }

    /** Runs every step, or stops doing so. */
    private void check() {
        if (trial != null && trial.isActive()) {
            trial.cancel();
            trial = null;
            check.textProperty().bind(Messages.binding("draft.check"));
            return;
        }
        if (!model.faults().isEmpty()) {
            lead(model.faults().get(0));
            return;
        }
        LessonDraft draft = model.draft();
        check.textProperty().bind(Messages.binding("draft.checking"));
        trial = work.submit("draft.trial", task -> DraftCheck.tried(draft, new TaskProgress(task)), found -> {
            checked();
            if (draft.equals(model.draft())) {
                model.told(found, true);
            }
        }, failure -> {
            checked();
            problem.accept(Failures.words(failure));
        });
    }

    private void checked() {
        trial = null;
        check.textProperty().bind(Messages.binding("draft.check"));
    }

    /** As a learner has it. */
    private void tryIt() {
        if (!model.faults().isEmpty() || model.draft().steps().isEmpty()) {
            model.faults().stream().findFirst().ifPresent(this::lead);
            problem.accept(() -> Messages.text("draft.try.faults"));
            return;
        }
        LessonDraft draft = model.draft();
        work.<LessonStore.Opened>submit("draft.open", task -> LessonDrafts.opened(draft), play,
                failure -> problem.accept(Failures.words(failure)));
    }

    private void lead(DraftFault fault) {
        model.choose(fault.step());
        if (fault.language() != null) {
            words.go(fault.language(), fault.line());
        }
    }

    private void forms() {
        form.getChildren().setAll(model.at() < 0 ? new HeadForm(model).node() : new StepForm(model, this::opened).node());
        words.show();
        preview.show();
        steps.show();
    }

    private void changed() {
        steps.show();
        preview.show();
        faults.show();
    }

    /** Detaches everything. */
    public void dispose() {
        attached.dispose();
    }
}
