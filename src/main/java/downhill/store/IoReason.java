package downhill.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
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

    static String of(Exception e) {
        if (e instanceof AccessDeniedException) {
            return "permission is denied";
        }
        if (e instanceof NoSuchFileException missing) {
            return missing.getFile() == null ? "a part of its path does not exist" : TemporaryFile.told(Path.of(missing.getFile())) + " does not exist";
        }
        if (e instanceof NotDirectoryException) {
            return "a part of its path is not a folder";
        }
        if (e instanceof ReadOnlyFileSystemException) {
            return "the disk is read-only";
        }
        String text = e instanceof FileSystemException file && file.getReason() != null ? file.getReason()
                : String.valueOf(e.getMessage());
        String disk = disk(text.toLowerCase(Locale.ROOT));
        return disk != null ? disk : e.getCause() instanceof IOException inner ? of(inner) : text;
    }

    private static String disk(String text) {
        if (text.contains("no space left") || text.contains("not enough space") || text.contains("quota exceeded")) {
            return "the disk is full";
        }
        return text.contains("read-only file system") ? "the disk is read-only" : null;
    }

    /** The same for writing, with what to do. */
    static String advice(IOException e) {
        String reason = of(e);
        return switch (reason) {
            case "the disk is full" -> reason + "; free some space or choose another folder";
            case "permission is denied", "the disk is read-only" -> reason + "; choose another folder";
            default -> reason;
        };
    }
}
