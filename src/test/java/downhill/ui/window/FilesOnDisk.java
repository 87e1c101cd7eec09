package downhill.ui.window;

import downhill.store.ExperimentStore;
import downhill.store.OpenedExperiment;
import downhill.ui.session.ExperimentFiles;
import downhill.ui.session.Saving;
import java.nio.file.Path;
import java.util.List;

/** Experiments on the disk; none is remembered. */
final class FilesOnDisk implements ExperimentFiles {
    @Override
    public OpenedExperiment read(Path file) {
        return ExperimentStore.read(file);
    }

    @Override
    public void write(Saving saving, Path file) {
        ExperimentStore.write(file, saving.document(), saving.folder(), saving.dataHash());
    }

    @Override
    public List<Path> recent() {
        return List.of();
    }

    @Override
    public void remember(Path file) {
        // nobody asks
    }
}
