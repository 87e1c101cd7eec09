package downhill.ui.screen.evaluate;

import downhill.analysis.score.ContenderAnswers;
import downhill.analysis.score.CrossScores;
import downhill.analysis.score.CrossValidation;
import downhill.analysis.score.ScoreMetric;
import downhill.data.DataSettings;
import downhill.data.TaskKind;
import downhill.data.prepare.FoldedRows;
import downhill.optim.RuleLibrary;
import downhill.race.RaceOptions;
import downhill.race.document.Experiment;
import downhill.race.document.Look;
import downhill.race.document.Problem;
import downhill.store.Looks;
import downhill.ui.control.Buttons;
import downhill.ui.control.Rows;
import downhill.ui.control.SettingField;
import downhill.ui.control.Sheets;
import downhill.ui.fx.FxExecutor;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.session.Failures;
import downhill.ui.session.LoadedData;
import downhill.ui.session.Session;
import downhill.ui.session.TaskProgress;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.layout.VBox;

/** Sets rows under seal, and opens it where a person insists: the look is counted in the document before its result is shown. */
final class Unsealing implements AutoCloseable {
    private static final double WIDTH = 480;
    private static final double WIDE = 760;
    /** Share of the rows that is proposed where none are sealed yet. */
    private static final double PROPOSED = 0.2;

    private final FxExecutor work = FxExecutor.threads(1, "evaluate-seal");
    private final EvaluateModel model;
    private final Sheets sheets;
    private final Consumer<Supplier<String>> tell;
    private final Consumer<Supplier<String>> problem;

    /** What was seen of the rows under seal. */
    private record Seen(Experiment experiment, Look look, List<CrossScores> scores) {
    }

    Unsealing(EvaluateModel model, Sheets sheets, Consumer<Supplier<String>> tell, Consumer<Supplier<String>> problem) {
        this.model = model;
        this.sheets = sheets;
        this.tell = tell;
        this.problem = problem;
    }

    /** Why the seal cannot be opened; empty where it can. */
    String obstacle() {
        String reason = model.obstacle();
        boolean none = reason.isEmpty() && learning().data().split().sealedShare() == 0;
        return none ? Messages.text("why.evaluate.seal") : reason;
    }

    /** Why no rows can be sealed; empty where they can. */
    String noRows() {
        boolean data = model.session().experiment() != null && model.session().experiment().problem() instanceof Problem.Learning;
        return data ? "" : Messages.text("why.evaluate.surface");
    }

    private Problem.Learning learning() {
        return (Problem.Learning) model.session().experiment().problem();
    }

    /** Asks how many rows shall be sealed. Other rows are learned from then, so that the race begins anew. */
    void seal() {
        double now = learning().data().split().sealedShare();
        SettingField<Double> share = new SettingField<>(DataSettings.SEALED, now == 0 ? PROPOSED : now);
        VBox form = new VBox(8, share.row(), Rows.paragraph(Messages.binding("evaluate.seal.anew")));
        sheets.open(Messages.binding("evaluate.seal"), WIDTH, form, Buttons.ghost("sheet.cancel", sheets::close),
                Buttons.primary("sheet.apply", () -> {
                    sheets.close();
                    model.session().end().unlessLost(document -> sealed(document, share.value()));
                }));
    }

    private static Experiment sealed(Experiment document, double share) {
        Problem.Learning was = (Problem.Learning) document.problem();
        return document.withProblem(new Problem.Learning(was.data().withSplit(was.data().split().withSealed(share)), was.model()));
    }

    /** Asks whether it shall be opened. */
    void open() {
        VBox words = new VBox(8, Rows.paragraph(Messages.binding("evaluate.seal.ask")));
        sheets.open(Messages.binding("evaluate.seal.open"), WIDTH, words, Buttons.ghost("sheet.cancel", sheets::close),
                Buttons.primary("evaluate.seal.yes", () -> {
                    sheets.close();
                    look();
                }));
    }

    private void look() {
        Session session = model.session();
        Experiment experiment = session.experiment();
        LoadedData data = session.dataProperty().get();
        Path base = session.folder() == null ? Path.of("") : session.folder();
        RuleLibrary library = session.rules();
        tell.accept(() -> Messages.text("evaluate.seal.training"));
        work.<Seen>submit("seal", task -> {
            TaskKind kind = data.prepared().task();
            FoldedRows rows = FoldedRows.sealed(data.imported().table(), data.spec());
            List<ContenderAnswers> answers = CrossValidation.answers(experiment, rows, ScoreMetric.usual(kind), library,
                    RaceOptions.besideWindow().threads(), new TaskProgress(task));
            return new Seen(experiment, Looks.now(experiment, base), ScoreMetric.fitting(kind).stream().map(metric ->
                    new CrossScores(metric, rows.folds(), answers.stream().map(each -> each.scores(metric)).toList())).toList());
        }, this::seen, failure -> problem.accept(Failures.words(failure)));
    }

    private void seen(Seen seen) {
        model.session().note(document -> document.looked(seen.look));
        String count = Numbers.count(model.session().experiment().looked().size());
        VBox content = new VBox(12, Rows.paragraph(Messages.binding("evaluate.seal.seen", count)),
                ScoresTable.whole(seen.experiment.contenders(), seen.scores, false));
        sheets.open(Messages.binding("evaluate.seal"), WIDE, content, Buttons.ghost("sheet.close", sheets::close));
    }

    @Override
    public void close() {
        work.close();
    }
}
