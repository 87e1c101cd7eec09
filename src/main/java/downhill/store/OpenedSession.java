package downhill.store;

import downhill.race.Checkpoint;
import downhill.race.document.Experiment;
import downhill.words.Said;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A session as it was read.
 *
 * @param checkpoint where the race stood; paths of its experiment's data files are relative to {@code folder}
 * @param folder     of the file
 * @param place      what the window showed
 * @param saved      when
 * @param notices    what a person should know: a data file that is missing or was changed since, one sentence each
 * @param missing    the data file that is not where the document says, or null
 */
public record OpenedSession(Checkpoint checkpoint, Path folder, SessionPlace place, Instant saved, List<Said> notices,
                            MissingData missing) {
    public OpenedSession {
        notices = List.copyOf(notices);
    }

    /** The same with paths of data files relative to another folder, such as the one that work was left in. */
    public OpenedSession movedTo(Path other) {
        return new OpenedSession(checkpoint.withExperiment(DataFiles.moved(experiment(), folder, other)), other, place, saved, notices,
                missing);
    }

    /** The document. */
    public Experiment experiment() {
        return checkpoint.experiment();
    }
}
