package downhill.ui.screen.evaluate;

import downhill.analysis.curve.CurveRow;
import downhill.analysis.curve.CurveRows;
import downhill.cli.CrossFiles;
import downhill.cli.CrossReport;
import downhill.data.DataSource;
import downhill.ui.chart.VerdictPicture;
import downhill.ui.control.FileChoice;
import downhill.ui.fx.FxExecutor;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Failures;
import downhill.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Saves what came of an evaluation into a folder: the same files as {@code downhill cross-validate --out} leaves. */
final class Report implements AutoCloseable {
    private static final String FOLDER = "verdict";
    /** Mistakes of both kinds cost the same where nobody says. */
    private static final double COST = 1;

    private final FxExecutor work = FxExecutor.threads(1, "evaluate-report");
    private final EvaluateModel model;
    private final FileChoice files;
    private final Consumer<Supplier<String>> tell;
    private final Consumer<Supplier<String>> problem;

    Report(EvaluateModel model, FileChoice files, Consumer<Supplier<String>> tell, Consumer<Supplier<String>> problem) {
        this.model = model;
        this.files = files;
        this.tell = tell;
        this.problem = problem;
    }

    /** Asks where to, and writes. */
    void save() {
        EvaluationState state = model.state();
        Path base = model.session().folder() == null ? Path.of("") : model.session().folder();
        Words words = Words.of(Messages.languageProperty().get().locale());
        files.toSaveAs(FOLDER).ifPresent(folder -> work.<Path>submit("report", task -> write(state, base, folder, words),
                done -> tell.accept(() -> Messages.text("takeaway.saved", String.valueOf(done))),
                failure -> problem.accept(Failures.words(failure))));
    }

    private static Path write(EvaluationState state, Path base, Path folder, Words words) {
        Hearing hearing = state.hearing();
        CrossFiles all = new CrossFiles(folder, new VerdictPicture(), words);
        all.check(hearing.learning().data().source() instanceof DataSource.CsvFile csv ? List.of(base.resolve(csv.path())) : List.of());
        CrossReport report = new CrossReport(hearing.experiment(), base, state.rows(), hearing.foldSpec(), state.verdict().scores(),
                hearing.method().margin(), state.seconds()).tuned(state.finished().tuned());
        all.write(hearing.experiment(), base, report, curves(state));
        return folder;
    }

    /** Of classes; numbers have none without a further training. */
    private static List<CurveRow> curves(EvaluationState state) {
        CurveRows rows = new CurveRows();
        if (!state.hearing().classes().isEmpty()) {
            state.finished().answers().forEach(each -> rows.classes(each, state.hearing().classes(), COST, COST));
        }
        return rows.rows();
    }

    @Override
    public void close() {
        work.close();
    }
}
