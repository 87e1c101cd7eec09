package downhill.store;

import downhill.words.Said;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is read must be a file: opening a pipe waits for ever, and a device has no end. */
public final class PlainFile {
    private PlainFile() {
    }

    /**
     * Looks without opening.
     *
     * @throws StoreException where nothing is there, or a link that leads nowhere, a folder, a pipe or a device
     */
    public static void require(Path file) {
        if (Files.isSymbolicLink(file) && !Files.exists(file)) {
            throw new StoreException(Said.of("file.link.document", file));
        }
        if (!Files.exists(file)) {
            throw new StoreException(Said.of("file.missing.document", file));
        }
        if (Files.isDirectory(file)) {
            throw new StoreException(Said.of("file.folder.document", file));
        }
        if (Destination.special(file)) {
            throw new StoreException(Said.of("file.device", file));
        }
    }
}
