package downhill.store;

import downhill.race.document.Experiment;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A data file that is not where its document says.
 *
 * @param file   where it should be
 * @param sha256 of its content when the document was saved; empty where that is not known
 */
public record MissingData(Path file, String sha256) {

    /** Whether a file has the content that was learned from; true where that is not known. */
    public boolean is(Path found) throws IOException {
        return sha256.isEmpty() || FileHash.of(found).equals(sha256);
    }

    /**
     * The experiment with its data file in another place.
     *
     * @param folder that paths of the experiment are relative to
     */
    public static Experiment relocated(Experiment experiment, Path folder, Path found) {
        return DataFiles.relocated(experiment, folder, found);
    }
}
