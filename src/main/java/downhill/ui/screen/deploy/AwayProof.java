package downhill.ui.screen.deploy;

import downhill.store.ExportProof;
import java.nio.file.Path;

/**
 * A file that was taken away.
 *
 * @param rows  that are stored in it
 * @param proof what came of asking it these rows; null where it holds none
 */
record AwayProof(Path file, int rows, ExportProof proof) {
}
