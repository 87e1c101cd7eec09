package downhill.ui.window;

import downhill.data.DataSource;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.store.MissingData;
import downhill.ui.control.Buttons;
import downhill.ui.control.Rows;
import downhill.ui.control.Sheets;
import downhill.ui.fx.FxExecutor;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Failures;
import downhill.ui.session.Session;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;

/** Asks where a data file is that is no longer where the document says, and says whether what was found is the same. */
final class DataFinder {
    private static final double QUESTION_WIDTH = 460;

    private final Session session;
    private final FxExecutor work;
    private final Sheets sheets;
    private final FilePicker picker;
    private final Consumer<Supplier<String>> problem;
    private MissingData missing;

    DataFinder(Session session, FxExecutor work, Sheets sheets, FilePicker picker, Consumer<Supplier<String>> problem) {
        this.session = session;
        this.work = work;
        this.sheets = sheets;
        this.picker = picker;
        this.problem = problem;
    }

    /** Says what is missing and offers to find it. */
    void offer(MissingData what) {
        missing = what;
        Button find = Buttons.primary("missing.find", () -> {
            sheets.close();
            find();
        });
        Button later = Buttons.ghost("missing.later", sheets::close);
        sheets.open(Messages.binding("missing.title"), QUESTION_WIDTH,
                Rows.paragraph(Messages.binding("missing.text", what.file().toString())), later, find);
        find.requestFocus();
    }

    /** Whether {@code experiment}, which may be null, learns from a file. */
    static boolean isFromFile(Experiment experiment) {
        return experiment != null && experiment.problem() instanceof Problem.Learning learning
                && learning.data().source() instanceof DataSource.CsvFile;
    }

    /** Asks for the data file of the experiment. */
    void find() {
        if (!isFromFile(session.experiment())) {
            problem.accept(() -> Messages.text("missing.none"));
            return;
        }
        picker.toOpen("csv").ifPresent(this::take);
    }

    private void take(Path found) {
        MissingData wanted = missing;
        work.<Boolean>submit("window.find", task -> wanted == null || wanted.is(found), same -> {
            Path folder = session.folder() == null ? Path.of("").toAbsolutePath() : session.folder();
            Experiment moved = MissingData.relocated(session.experiment(), folder, found);
            missing = null;
            session.relocate(moved);
            problem.accept(() -> same ? "" : Messages.text("missing.other", found.toString()));
        }, failure -> problem.accept(Failures.words(failure)));
    }
}
