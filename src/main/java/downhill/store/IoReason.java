package downhill.store;

import downhill.words.Said;
import downhill.words.Saying;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;

/** Why reading or writing failed, in words. */
final class IoReason {
    private IoReason() {
    }

    static Said of(Exception e) {
        if (e instanceof AccessDeniedException) {
            return Said.of("io.denied");
        }
        if (e instanceof NoSuchFileException missing) {
            return missing.getFile() == null ? Said.of("path.gone") : Said.of("io.missing",
                    TemporaryFile.told(Path.of(missing.getFile())));
        }
        if (e instanceof RefusingFolderException) {
            return Said.of("io.refused");
        }
        if (e instanceof NotDirectoryException) {
            return Said.of("io.notFolder");
        }
        if (e instanceof FileAlreadyExistsException) {
            return Said.of("io.taken");
        }
        if (e instanceof ReadOnlyFileSystemException) {
            return Said.of("io.readonly");
        }
        String text = e instanceof FileSystemException file && file.getReason() != null ? file.getReason()
                : String.valueOf(e.getMessage());
        Said disk = disk(text.toLowerCase(Locale.ROOT));
        if (disk != null) {
            return disk;
        }
        if (e.getCause() instanceof IOException inner) {
            return of(inner);
        }
        return e instanceof Saying ? Said.message(e) : Said.plain(text);
    }

    private static Said disk(String text) {
        if (text.contains("no space left") || text.contains("not enough space") || text.contains("quota exceeded")) {
            return Said.of("io.full");
        }
        return text.contains("read-only file system") ? Said.of("io.readonly") : null;
    }

    /** The same for writing, with what to do. */
    static Said advice(IOException e) {
        Said reason = of(e);
        return switch (reason.key()) {
            case "io.full" -> Said.of("io.space", reason);
            case "io.denied", "io.readonly", "io.taken", "io.refused" -> Said.of("io.choose", reason);
            default -> reason;
        };
    }
}
