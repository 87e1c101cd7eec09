package downhill.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * What a file was like when it was read or written last, to see whether another program has written to it since.
 *
 * @param size     in bytes
 * @param modified as the file system says
 * @param sha256   of its content
 */
public record FileStamp(long size, FileTime modified, String sha256) {

    /** Of a file as it is now; null where there is none or it cannot be read. */
    public static FileStamp of(Path file) {
        try {
            return Files.isRegularFile(file) ? new FileStamp(Files.size(file), Files.getLastModifiedTime(file), FileHash.of(file)) : null;
        } catch (IOException unreadable) {
            return null;
        }
    }

    /** Of a file whose content is not looked at yet; as {@link #of(Path)} else. */
    public static FileStamp unread(Path file) {
        try {
            return Files.isRegularFile(file) ? new FileStamp(Files.size(file), Files.getLastModifiedTime(file), "") : null;
        } catch (IOException unreadable) {
            return null;
        }
    }

    /** The same, not read again where size and time are those of {@code before}, which may be null. */
    public static FileStamp of(Path file, FileStamp before) {
        return before != null && before.isUntouched(file) ? before : of(file);
    }

    private boolean isUntouched(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) == size && Files.getLastModifiedTime(file).equals(modified);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Whether the file has another content now. One that is gone has nothing that could be overwritten. */
    public boolean isOutdated(Path file) {
        try {
            boolean there = Files.isRegularFile(file);
            boolean untouched = there && Files.size(file) == size && Files.getLastModifiedTime(file).equals(modified);
            return there && !untouched && !FileHash.of(file).equals(sha256);
        } catch (IOException unreadable) {
            return true;
        }
    }
}
