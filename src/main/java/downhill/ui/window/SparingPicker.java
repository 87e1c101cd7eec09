package downhill.ui.window;

import downhill.store.OpenedExperiment;
import downhill.store.Outputs;
import downhill.store.StoreException;
import downhill.ui.session.Failures;
import downhill.ui.session.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Lets nobody choose the table that is being learned from as the place to save something, under whatever name. */
final class SparingPicker implements FilePicker {
    private final FilePicker picker;
    private final Session session;
    private final Consumer<Supplier<String>> problem;

    /** @param problem told in one sentence why a choice is not taken */
    SparingPicker(FilePicker picker, Session session, Consumer<Supplier<String>> problem) {
        this.picker = picker;
        this.session = session;
        this.problem = problem;
    }

    @Override
    public Optional<Path> toOpen() {
        return picker.toOpen();
    }

    @Override
    public Optional<Path> toOpen(String ending) {
        return picker.toOpen(ending);
    }

    @Override
    public Optional<Path> toSave(String suggestion) {
        return picker.toSave(suggestion).filter(this::spares);
    }

    @Override
    public Optional<Path> toSaveAs(String suggestion, String... more) {
        return picker.toSaveAs(suggestion, more).filter(this::spares);
    }

    private boolean spares(Path chosen) {
        try {
            Optional<Path> data = new OpenedExperiment(session.experiment(), session.folder(), List.of()).dataFile();
            Outputs.spare(data.orElse(null), chosen);
            return true;
        } catch (StoreException e) {
            problem.accept(Failures.words(e));
            return false;
        }
    }
}
