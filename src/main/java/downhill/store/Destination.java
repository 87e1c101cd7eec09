package downhill.store;

import downhill.words.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Where a save ends up: links are followed, and what is not a plain file is refused, for it could only be lost. */
final class Destination {
    /** As many as Linux follows. */
    private static final int MOST_LINKS = 40;

    private Destination() {
    }

    /**
     * The file itself, absolute. A link stays a link: what it points to is written, whether it is there already or not.
     *
     * @throws StoreException where a folder, a pipe, a device or a ring of links is there
     */
    static Path of(Path target) throws IOException {
        Path file = followed(target.toAbsolutePath(), target);
        if (Files.isDirectory(file)) {
            throw new StoreException(Said.of("store.folder", target));
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new StoreException(Said.of("store.device", target));
        }
        return file;
    }

    private static Path followed(Path start, Path target) throws IOException {
        Path file = start;
        for (int links = 0; Files.isSymbolicLink(file); links++) {
            if (links == MOST_LINKS) {
                throw new StoreException(Said.of("store.loop", target));
            }
            if (Files.exists(file)) {
                return file.toRealPath();
            }
            file = file.resolveSibling(Files.readSymbolicLink(file));
        }
        return file;
    }

    /**
     * Whether two paths are one file, under whatever names: links of both kinds are seen through, and for a file that is not there yet its
     * folder and name count.
     */
    static boolean same(Path one, Path other) {
        try {
            Path first = followed(one.toAbsolutePath(), one);
            Path second = followed(other.toAbsolutePath(), other);
            boolean there = Files.exists(first);
            if (there != Files.exists(second)) {
                return false;
            }
            return there ? Files.isSameFile(first, second) : place(first).equals(place(second));
        } catch (IOException | StoreException unreadable) {
            return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
        }
    }

    /** Equal for paths that are one file, as {@link #same} says; null where a file is there of which the system tells nothing such. */
    static Object key(Path path) {
        try {
            Path file = followed(path.toAbsolutePath(), path);
            return Files.exists(file) ? Files.readAttributes(file, BasicFileAttributes.class).fileKey() : place(file);
        } catch (IOException | StoreException unreadable) {
            return path.toAbsolutePath().normalize();
        }
    }

    private static Path place(Path file) throws IOException {
        Path folder = file.getParent();
        while (folder != null && !Files.exists(folder)) {
            folder = folder.getParent();
        }
        return folder == null ? file.normalize() : folder.toRealPath().resolve(folder.relativize(file)).normalize();
    }

    /** Whether there is something at all, be it a link to nowhere. */
    static boolean occupied(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Neither a file nor a folder, such as a pipe; false where nothing is there. */
    static boolean special(Path file) {
        try {
            BasicFileAttributes there = Files.readAttributes(file, BasicFileAttributes.class);
            return there.isOther();
        } catch (IOException nothing) {
            return false;
        }
    }
}
