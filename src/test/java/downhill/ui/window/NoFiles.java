package downhill.ui.window;

import downhill.lesson.LessonWork;
import downhill.race.Checkpoint;
import downhill.race.document.Experiment;
import downhill.store.OpenedExperiment;
import downhill.store.OpenedSession;
import downhill.store.SessionPlace;
import downhill.store.StoreException;
import downhill.ui.session.ExperimentFiles;
import downhill.ui.session.Saving;
import downhill.words.Said;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;

/** Experiments in memory. */
final class NoFiles implements ExperimentFiles {
    final Map<Path, Experiment> written = new HashMap<>();
    final List<Path> recent = new ArrayList<>();
    volatile Checkpoint lab;
    volatile List<LessonWork> lessons = List.of();

    @Override
    public List<Path> farData(Path file) {
        return List.of();
    }

    @Override
    public OpenedExperiment read(Path file) {
        if (!written.containsKey(file)) {
            throw new StoreException(Said.of("file.missing.document", file));
        }
        return new OpenedExperiment(written.get(file), file.getParent(), List.of());
    }

    @Override
    public void write(Saving saving, Path file) {
        written.put(file, saving.document());
    }

    @Override
    public Optional<OpenedSession> lab() {
        offTheFxThread();
        return Optional.ofNullable(lab).map(left -> new OpenedSession(left, null, SessionPlace.NOWHERE, Instant.EPOCH, List.of(), null));
    }

    private static void offTheFxThread() {
        if (Platform.isFxApplicationThread()) {
            throw new IllegalStateException("a file on the FX thread");
        }
    }

    @Override
    public void keepLab(Checkpoint left, Path folder, SessionPlace place) {
        offTheFxThread();
        lab = left;
    }

    @Override
    public List<LessonWork> lessons() {
        offTheFxThread();
        return lessons;
    }

    @Override
    public void keepLessons(List<LessonWork> done) {
        offTheFxThread();
        lessons = List.copyOf(done);
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
