package downhill.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Files that stand beside another until it is whole. Where there is no other yet, the system gives the new one its permissions and
 * group, as it does for every program: the umask and a folder's set-group bit are honoured. Where there is one, its owner, group and
 * permissions are kept.
 */
final class TemporaryFile {
    /** Bytes of the other's name: with the rest it stays below every file system's limit. */
    private static final int NAME_BYTES = 80;
    /** Bytes of the longest name that Linux, macOS and Windows take. */
    private static final int LONGEST_NAME = 255;
    private static final int ATTEMPTS = 100;

    private TemporaryFile() {
    }

    /** A new, empty one in the same folder; what programs that were killed left of the same file goes. */
    static Path beside(Path target) throws IOException {
        Path made = made(target);
        LeftFiles.sweep(made, target);
        return made;
    }

    private static Path made(Path target) throws IOException {
        for (int attempt = 1; ; attempt++) {
            Path file = name(target, "");
            try {
                make(file, Destination.occupied(target));
                return file;
            } catch (NoSuchFileException missing) {
                Path folder = target.toAbsolutePath().getParent();
                throw Files.isDirectory(folder) ? new RefusingFolderException(folder) : missing;
            } catch (FileAlreadyExistsException taken) {
                if (attempt == ATTEMPTS) {
                    throw taken;
                }
            }
        }
    }

    /** A name that nobody has, made of the other's. */
    static Path name(Path target, String what) {
        return target.resolveSibling(stem(target) + LeftFiles.number() + what + AtomicFiles.TEMPORARY);
    }

    /** With what the names of all temporary files of the other begin. */
    static String stem(Path target) {
        return cut(target.getFileName().toString(), NAME_BYTES) + "-";
    }

    /** A file as a person is told of it: under the name that it will have. */
    static Path told(Path file) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.replaceAll("(-\\d+(-old)?" + Pattern.quote(AtomicFiles.TEMPORARY) + ")+$", ""));
    }

    /** The name with an ending more, shortened where no file system would take it. */
    static Path withEnding(Path target, String ending) {
        return target.resolveSibling(cut(target.getFileName().toString(), LONGEST_NAME - ending.length()) + ending);
    }

    private static String cut(String name, int bytes) {
        int used = 0;
        int end = 0;
        while (end < name.length()) {
            int character = name.codePointAt(end);
            used += Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (used > bytes) {
                break;
            }
            end += Character.charCount(character);
        }
        return name.substring(0, end);
    }

    /** Nobody else may look into it while what it replaces is perhaps private. */
    private static void make(Path file, boolean replaces) throws IOException {
        if (replaces && posix(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)).close();
        }
    }

    private static boolean posix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Makes it like the one that it is about to replace. */
    static void resemble(Path file, Path replaced) throws IOException {
        if (!posix(file) || !Files.exists(replaced)) {
            return;
        }
        PosixFileAttributes wanted = Files.readAttributes(replaced, PosixFileAttributes.class);
        PosixFileAttributes now = Files.readAttributes(file, PosixFileAttributes.class);
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (!now.group().equals(wanted.group())) {
            attempt(() -> view.setGroup(wanted.group()));
        }
        if (!now.owner().equals(wanted.owner())) {
            attempt(() -> view.setOwner(wanted.owner()));
        }
        view.setPermissions(wanted.permissions());
    }

    private interface Change {
        void make() throws IOException;
    }

    /** Only some may give files away, and a save is not refused for that. */
    private static void attempt(Change change) {
        try {
            change.make();
        } catch (IOException notAllowed) {
            // It stays ours.
        }
    }
}
