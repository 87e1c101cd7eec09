package downhill.ui.session;

import downhill.race.Experiment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Experiments on disk, and which were opened of late. Called off the FX thread, but for {@link #recent()}. */
public interface ExperimentFiles {
    /** Reads a document; messages of exceptions are for people. */
    Experiment read(Path file) throws IOException;

    /** Writes a document. */
    void write(Experiment experiment, Path file) throws IOException;

    /** Files opened or saved of late, newest first. */
    List<Path> recent();

    /** Puts a file at the head of {@link #recent()}. */
    void remember(Path file);
}
