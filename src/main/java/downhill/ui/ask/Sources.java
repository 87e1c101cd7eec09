package downhill.ui.ask;

import downhill.data.Progress;
import downhill.data.prepare.Preprocessing;
import downhill.model.TrainedModel;
import downhill.store.ModelStore;
import downhill.ui.control.FileChoice;
import downhill.ui.fx.FxExecutor;
import downhill.ui.session.Failures;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Files of saved models and of rows to ask about; read beside the window, what cannot be read is told. */
final class Sources {
    private static final String ENDING = ModelStore.ENDING.substring(1);
    private static final String TABLE = "csv";

    private final FxExecutor work;
    private final FileChoice files;
    private final Consumer<Supplier<String>> problem;

    /** {@code problem} shows one line. */
    Sources(FxExecutor work, FileChoice files, Consumer<Supplier<String>> problem) {
        this.work = work;
        this.files = files;
        this.problem = problem;
    }

    /** Asks a person. */
    Optional<Path> whichModel() {
        return files.toOpen(ENDING);
    }

    /** Asks a person. */
    Optional<Path> whichRows() {
        return files.toOpen(TABLE);
    }

    void model(Path file, Consumer<TrainedModel> done) {
        work.<TrainedModel>submit("scoring.file", task -> ModelStore.read(file), done, failure -> problem.accept(Failures.words(failure)));
    }

    /** Rows as a model reads them. */
    void rows(Path file, Preprocessing preprocessing, Consumer<GivenRows> done) {
        work.<GivenRows>submit("scoring.rows", task -> RowsFile.read(file, preprocessing, Progress.NONE), done,
                failure -> problem.accept(Failures.words(failure)));
    }
}
