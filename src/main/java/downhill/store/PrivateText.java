package downhill.store;

import downhill.engine.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;

/** Small texts that the program keeps for itself, in files that only their owner may read. */
public final class PrivateText {
    private PrivateText() {
    }

    /**
     * Writes a file whole, with the folders above it that are missing.
     *
     * @throws IOException    where the folder is not to be had, or the file cannot be closed to others
     * @throws StoreException where the file cannot be written
     */
    public static void write(Path file, String text) throws IOException {
        PrivateFiles.folder(file.toAbsolutePath().getParent());
        AtomicFiles.write(file, text, false);
        PrivateFiles.file(file);
    }
}
