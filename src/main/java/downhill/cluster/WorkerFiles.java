package downhill.cluster;

import downhill.data.DataException;
import downhill.words.Said;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that a worker reads from their paths. */
public final class WorkerFiles {
    private WorkerFiles() {
    }

    /** @throws DataException where this machine, which has been asked to read it, does not have it */
    public static void require(String file) {
        if (!Files.exists(Path.of(file))) {
            throw new DataException(Said.of("parts.absent", file));
        }
    }
}
