package downhill.ui.screen.evaluate;

import downhill.ui.command.Command;
import downhill.ui.control.CommandButton;
import downhill.ui.control.FileChoice;
import downhill.ui.control.JobBar;
import downhill.ui.control.Sheets;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Spoken;
import downhill.ui.screen.Screen;
import downhill.ui.session.Session;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Judges the contenders of a session by rows that they did not learn from: how, what came of it, and the bar that runs it. */
public final class Evaluate {
    private final EvaluateModel model;
    private final Consumer<Supplier<String>> tell;
    private final StringProperty runWords = new SimpleStringProperty(this, "runWords", "");
    private final StringProperty moreWords = new SimpleStringProperty(this, "moreWords", "");
    private final Command run;
    private final Command stop;
    private final Command method;
    private final Command copy;
    private final Command more;
    private final Command report;
    private final Command all;
    private final Report reports;
    private final Unsealing unsealing;
    private final Command unseal;
    private final Command seal;
    private final SealCard sealed;
    private final MethodCard card;
    private final List<StudyScreen<?>> studies;
    private final VerdictScreen verdicts;
    private final List<Screen> screens;
    private final VerdictCard verdict;
    private final FairCard fair;
    private final ScoresCard scores;
    private final JobBar bar;
    private final Subscriptions attached = new Subscriptions();

    /** Of {@code session}; forms open in {@code sheets}, {@code tell} shows one line, and {@code problem} what went wrong. */
    public Evaluate(Session session, Sheets sheets, FileChoice files, Consumer<Supplier<String>> tell,
                    Consumer<Supplier<String>> problem) {
        model = new EvaluateModel(session);
        this.tell = tell;
        run = Command.of("evaluate.run", "menu.evaluate.run", model::run).unless(model::obstacle).saying(runWords);
        stop = Command.of("evaluate.stop", "menu.evaluate.stop", model::stop).unless(this::idle);
        method = Command.of("evaluate.method", "menu.evaluate.method", () -> new MethodForm(model).open(sheets));
        copy = Command.of("evaluate.copy", "menu.evaluate.copy", this::copy).unless(this::nothing);
        more = Command.of("evaluate.more", "menu.evaluate.more", model::repeatMore).saying(moreWords)
                .unless(() -> model.moreRepeats() > 0 ? "" : Messages.text("why.evaluate.more"));
        reports = new Report(model, files, tell, problem);
        report = Command.of("evaluate.report", "menu.evaluate.report", reports::save).unless(this::unfinished);
        all = Command.of("evaluate.all", "menu.evaluate.all", () -> ScoresCard.open(model, sheets)).unless(this::nothing);
        unsealing = new Unsealing(model, sheets, tell, problem);
        unseal = Command.of("evaluate.unseal", "menu.evaluate.unseal", unsealing::open).unless(unsealing::obstacle);
        seal = Command.of("evaluate.seal", "menu.evaluate.seal", unsealing::seal).unless(unsealing::noRows);
        sealed = new SealCard(model, unseal, seal);
        card = new MethodCard(model, method);
        studies = List.of(new MoreRowsScreen(model), new KnobScreen(model));
        verdicts = new VerdictScreen(model, run);
        screens = List.of(verdicts, new CoursesScreen(model, run), new RocScreen(model, run),
                new CalibrationScreen(model, run), new ErrorsScreen(model, run), new GroupsScreen(model, run), studies.get(0),
                studies.get(1), new BudgetScreen(model, run, method));
        verdict = new VerdictCard(model, copy, more);
        fair = new FairCard(model);
        scores = new ScoresCard(model, all);
        bar = new JobBar("evaluate", "evaluate.progress", run, stop);
        Button saving = CommandButton.ghost("evaluate.report", report);
        saving.setId("evaluate-report");
        saving.setMinWidth(Button.USE_PREF_SIZE);
        bar.node().getChildren().add(2, saving);
        attached.listen(model.stateProperty(), now -> saving.setDisable(!report.isEnabled()));
        saving.setDisable(true);
        attached.listen(model.stateProperty(), now -> refresh());
        attached.listen(Messages.languageProperty(), now -> refresh());
        refresh();
    }

    /** What this stage adds to the column of the experiment. */
    public List<Node> left() {
        return List.of(card.node(), sealed.node());
    }

    /** The views, in the order of their tabs. */
    public List<Screen> screens() {
        return screens;
    }

    /** Follows whether what stands at the right is in view; the verdict's words are, either way. */
    public Evaluate beside(ObservableValue<Boolean> open) {
        attached.bind(verdicts.besideProperty(), open);
        return this;
    }

    /** The verdict in words, whether it is fair, the numbers. */
    public List<Node> right() {
        return List.of(verdict.node(), fair.node(), scores.node());
    }

    /** The bar below. */
    public Node foot() {
        return bar.node();
    }

    /** All that can be done, by its id. */
    public Map<String, Command> commands() {
        return Stream.of(run, stop, method, copy, more, report, all, seal, unseal).collect(Collectors.toMap(Command::id, each -> each));
    }

    /** Runs, or stops what runs. */
    public void toggle() {
        (model.state().running() ? stop : run).run();
    }

    /** Why it can neither run nor be stopped; empty where it can. */
    public String obstacle() {
        return model.state().running() ? "" : model.obstacle();
    }

    /** Once a frame. */
    public void frame() {
        model.frame();
        studies.forEach(StudyScreen::frame);
        showBar();
    }

    private void refresh() {
        runWords.set(Messages.text(model.state().phase() == EvaluationState.Phase.NONE ? "evaluate.run" : "evaluate.again"));
        moreWords.set(Messages.text("evaluate.more", Numbers.count(model.moreRepeats())));
        showBar();
    }

    private void showBar() {
        EvaluationState state = model.state();
        bar.show(false, state.phase() == EvaluationState.Phase.DONE ? 1 : state.fraction(), done(state), left(state));
    }

    private String done(EvaluationState state) {
        if (state.hearing() == null || state.folds() == 0) {
            return "";
        }
        int contenders = state.hearing().experiment().contenders().size();
        return Messages.text((state.done() == state.folds() ? "evaluate.done" : "evaluate.done.part") + (contenders == 1 ? ".alone" : ""),
                Numbers.count(state.done()), Numbers.count(state.folds()), Numbers.count(contenders));
    }

    private String left(EvaluationState state) {
        return switch (state.phase()) {
            case NONE -> model.obstacle();
            case RUNNING -> Double.isNaN(state.left()) ? Messages.text("evaluate.begins")
                    : Messages.text("evaluate.left", MethodWords.time(state.left()));
            case DONE -> Messages.text("evaluate.took", MethodWords.time(state.seconds()));
            case STOPPED -> Messages.text("evaluate.stopped");
            case FAILED -> state.verdict() == null ? Messages.text("evaluate.failed") : state.problem().get();
        };
    }

    private String idle() {
        return model.state().running() ? "" : Messages.text("why.evaluate.idle");
    }

    /** The report is of whole repeats; who stopped runs it to its end first. */
    private String unfinished() {
        return model.state().phase() == EvaluationState.Phase.DONE ? "" : Messages.text("why.evaluate.report");
    }

    private String nothing() {
        return model.state().verdict() == null ? Messages.text("why.evaluate.nothing") : "";
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(VerdictCard.spoken(model.state()));
        Clipboard.getSystemClipboard().setContent(content);
        tell.accept(() -> Messages.text("evaluate.copied"));
    }

    /** Ends what is on its way, and detaches everything but the views, which whoever shows them disposes of. */
    public void dispose() {
        attached.dispose();
        bar.dispose();
        reports.close();
        unsealing.close();
        sealed.dispose();
        card.dispose();
        verdict.dispose();
        fair.dispose();
        scores.dispose();
        model.dispose();
    }
}
