package downhill.store;

import downhill.race.Experiment;
import java.nio.file.Path;
import java.util.List;

/**
 * A document as it was read.
 *
 * @param experiment paths of data files are relative to {@code folder}
 * @param folder     of the document
 * @param notices    what a person should know: a data file that is missing or was changed since, one sentence each
 */
public record OpenedExperiment(Experiment experiment, Path folder, List<String> notices) {
    public OpenedExperiment {
        notices = List.copyOf(notices);
    }
}
