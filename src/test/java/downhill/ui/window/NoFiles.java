package downhill.ui.window;

import downhill.race.Experiment;
import downhill.ui.session.ExperimentFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Experiments in memory. */
final class NoFiles implements ExperimentFiles {
    final Map<Path, Experiment> written = new HashMap<>();
    final List<Path> recent = new ArrayList<>();

    @Override
    public Experiment read(Path file) throws IOException {
        if (!written.containsKey(file)) {
            throw new IOException(file + ": no such file.");
        }
        return written.get(file);
    }

    @Override
    public void write(Experiment experiment, Path file) {
        written.put(file, experiment);
    }

    @Override
    public List<Path> recent() {
        return List.copyOf(recent);
    }

    @Override
    public void remember(Path file) {
        recent.remove(file);
        recent.add(0, file);
    }
}
