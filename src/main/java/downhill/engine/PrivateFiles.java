package downhill.engine;

import downhill.words.Said;
import downhill.words.SaidIOException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the program keeps for itself is nobody else's: natives are run, and work that is open may be anything. Elsewhere than on
 * POSIX the home is private.
 */
public final class PrivateFiles {
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private static final String OWNER = "unix:uid";
    private static final String DEVICE = "unix:dev";
    /** Whose a new file is, by the disk that one was made on: that of another machine may know us by another number. */
    private static final Map<Object, Object> US = new ConcurrentHashMap<>();

    private PrivateFiles() {
    }

    /**
     * Makes a folder that only its owner may enter, with those above it that are missing; one that is there already is closed to others.
     *
     * @throws IOException where it cannot be made, or belongs to somebody else, who could change what is in it
     */
    public static void folder(Path folder) throws IOException {
        if (!posix(folder)) {
            Files.createDirectories(folder);
            return;
        }
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER));
        close(folder, FOLDER);
        requireOurs(folder);
    }

    /** Closes a file to others, or makes it, empty, where it is not there. */
    public static void file(Path file) throws IOException {
        if (!posix(file)) {
            return;
        }
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            make(file);
        }
        close(file, FILE);
    }

    private static void make(Path file) throws IOException {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(FILE));
        } catch (FileAlreadyExistsException meanwhile) {
            // Another window has made it.
        }
    }

    /** Only an owner may, and some file systems know no permissions: then it stays as it is. */
    private static void close(Path path, Set<PosixFilePermission> most) {
        try {
            Set<PosixFilePermission> now = Files.getPosixFilePermissions(path);
            if (!most.containsAll(now)) {
                now.retainAll(most);
                Files.setPosixFilePermissions(path, now);
            }
        } catch (IOException notAllowed) {
            // It stays as it is.
        }
    }

    /** The administrator's is as good as ours, and who is the administrator may use anybody's. */
    private static void requireOurs(Path folder) throws IOException {
        Object device = Files.getAttribute(folder, DEVICE);
        Object known = US.get(device);
        Object us = known == null ? us(folder) : known;
        US.putIfAbsent(device, us);
        Object owner = Files.getAttribute(folder, OWNER);
        if (!owner.equals(us) && !owner.equals(0) && !us.equals(0)) {
            throw new SaidIOException(Said.of("private.owner", Files.getOwner(folder).getName()));
        }
    }

    /** Whether a folder, which must be one to write into, is the own one of who runs the program. */
    static boolean isOurs(Path folder) throws IOException {
        return !posix(folder) || Files.getAttribute(folder, OWNER).equals(us(folder));
    }

    /** Java does not tell who runs it; whose a new file is does. */
    private static Object us(Path folder) throws IOException {
        Path trial = Files.createTempFile(folder, "owner", ".tmp");
        try {
            return Files.getAttribute(trial, OWNER);
        } finally {
            Files.deleteIfExists(trial);
        }
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
