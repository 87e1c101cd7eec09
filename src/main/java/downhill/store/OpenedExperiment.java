package downhill.store;

import downhill.race.document.Experiment;
import downhill.words.Said;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A document as it was read.
 *
 * @param experiment paths of data files are relative to {@code folder}
 * @param folder     of the document
 * @param notices    what a person should know: a data file that is missing or was changed since, one sentence each
 * @param missing    the data file that is not where the document says, or null
 */
public record OpenedExperiment(Experiment experiment, Path folder, List<Said> notices, MissingData missing) {
    public OpenedExperiment {
        notices = List.copyOf(notices);
    }

    /** One of which nothing is missing. */
    public OpenedExperiment(Experiment experiment, Path folder, List<Said> notices) {
        this(experiment, folder, notices, null);
    }

    /** The file that it learns from, if it learns from one; nothing is looked up. */
    public Optional<Path> dataFile() {
        return DataFiles.csv(experiment).flatMap(csv -> DataFiles.path(csv.path(), folder));
    }
}
