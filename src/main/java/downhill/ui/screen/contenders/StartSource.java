package downhill.ui.screen.contenders;

import downhill.model.TrainedModel;
import downhill.race.document.StartPoint;
import downhill.store.ModelStore;
import downhill.ui.control.FileChoice;
import downhill.ui.fx.FxExecutor;
import downhill.ui.session.Failures;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Where models come from that contenders start from: files of a person's choice. */
final class StartSource {
    private static final String ENDING = ModelStore.ENDING.substring(1);

    private final FxExecutor work;
    private final FileChoice files;

    StartSource(FxExecutor work, FileChoice files) {
        this.work = work;
        this.files = files;
    }

    /** Asks for a file of rows. */
    Optional<Path> rows() {
        return files.toOpen("csv");
    }

    /** Asks for a file and reads it beside the window; what is wrong with it goes to {@code problem}. */
    void ask(Consumer<StartPoint> done, Consumer<String> problem) {
        files.toOpen(ENDING).ifPresent(file -> work.<TrainedModel>submit("contenders.start", task -> ModelStore.read(file),
                model -> done.accept(StartPoint.of(model, String.valueOf(file.getFileName()), false)),
                failure -> problem.accept(Failures.words(failure).get())));
    }
}
