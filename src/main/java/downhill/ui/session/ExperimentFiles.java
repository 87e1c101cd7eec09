package downhill.ui.session;

import downhill.lesson.LessonWork;
import downhill.race.Checkpoint;
import downhill.store.ExperimentStore;
import downhill.store.OpenedExperiment;
import downhill.store.OpenedSession;
import downhill.store.SessionPlace;
import downhill.store.SessionStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Experiments on disk, and which were opened of late. Called off the FX thread, but for {@link #recent()}. */
public interface ExperimentFiles {
    /**
     * Data files that a document or a session would have touched, and that lie elsewhere, where a person has not agreed to it;
     * none is touched.
     */
    default List<Path> farData(Path file) {
        return ExperimentStore.farData(file);
    }

    /** A person has seen where these files lie and wants them read, now and later. */
    default void agree(List<Path> files) {
    }

    /** Reads a document; messages of exceptions are for people. */
    OpenedExperiment read(Path file);

    /** Writes the document of what is saved. */
    void write(Saving saving, Path file);

    /** Reads a session. */
    default OpenedSession readSession(Path file) {
        return SessionStore.read(file);
    }

    /** Writes a session. */
    default void writeSession(Saving saving, Path file) {
        SessionStore.write(file, saving.checkpoint().join(), saving.folder(), saving.place(), saving.dataHash());
    }

    /** The walk that was left in the lab; empty where there is none. */
    default Optional<OpenedSession> lab() {
        return Optional.empty();
    }

    /** Keeps the walk in the lab for the next time. */
    default void keepLab(Checkpoint left, Path folder, SessionPlace place) {
    }

    /** What was done of each lesson in earlier starts. */
    default List<LessonWork> lessons() {
        return List.of();
    }

    /** Keeps what was done of each lesson for later starts. */
    default void keepLessons(List<LessonWork> done) {
    }

    /** Files opened or saved of late, newest first; whether they are still there is seen when one is opened. Touches no file. */
    List<Path> recent();

    /** Puts a file at the head of {@link #recent()}. */
    void remember(Path file);
}
