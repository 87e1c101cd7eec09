package downhill.store;

import downhill.engine.PrivateFiles;
import downhill.race.Checkpoint;
import downhill.words.Said;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where one window keeps the work that is open in it, so that it outlives the program. Each window has a slot of its own, held by a
 * lock that the system takes away from a process that ends in whatever way; so a session in a slot that nobody holds was left by a
 * process that did not end well. For one thread at a time.
 */
public final class Autosave implements AutoCloseable {
    private static final int SLOTS = 16;

    /**
     * Work that was left.
     *
     * @param file    with the session
     * @param info    what it is; null where it cannot be read
     * @param problem why it cannot be read; null where it can
     */
    public record Leftover(Path file, SessionInfo info, Said problem) {
    }

    private final Path file;
    private final FileChannel channel;

    private Autosave(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes a slot: one with work that was left, the newest first, else an empty one.
     *
     * @param folder made where it is not there
     * @throws StoreException where none can be had
     */
    public static Autosave take(Path folder) {
        try {
            PrivateFiles.folder(folder);
            for (Path file : slots(folder)) {
                FileChannel channel = lock(file);
                if (channel != null) {
                    sweep(file);
                    return new Autosave(file, channel);
                }
            }
        } catch (IOException e) {
            throw new StoreException(Said.of("autosave.kept", folder, IoReason.of(e)), e);
        }
        throw new StoreException(Said.of("autosave.windows", SLOTS));
    }

    /** Those with work in them first, newest first. */
    private static List<Path> slots(Path folder) throws IOException {
        List<Path> all = new ArrayList<>();
        List<Path> empty = new ArrayList<>();
        for (int slot = 1; slot <= SLOTS; slot++) {
            Path file = folder.resolve(slot + SessionStore.ENDING);
            (Files.exists(file) ? all : empty).add(file);
        }
        all.sort(Comparator.comparing(Autosave::modified).reversed());
        all.addAll(empty);
        return all;
    }

    private static java.nio.file.attribute.FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return java.nio.file.attribute.FileTime.fromMillis(0);
        }
    }

    /** Null where another window has it. */
    private static FileChannel lock(Path file) throws IOException {
        PrivateFiles.file(lockOf(file));
        FileChannel channel = FileChannel.open(lockOf(file), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException ours) {
            lock = null;
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        return lock == null ? null : channel;
    }

    private static Path lockOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".lock");
    }

    /** A process that is killed while it saves leaves its temporary file. */
    private static void sweep(Path file) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(file.getParent(), file.getFileName() + "-*" + AtomicFiles.TEMPORARY)) {
            for (Path each : left) {
                Files.deleteIfExists(each);
            }
        }
    }

    /** The work that was left in the slot, if there is any; where it cannot be read, the save before it. */
    public Optional<Leftover> leftover() {
        Path previous = AtomicFiles.previous(file);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Leftover newest = look(file);
        Leftover other = newest.problem() == null || !Files.exists(previous) ? newest : look(previous);
        return Optional.of(other.problem() == null ? other : newest);
    }

    private static Leftover look(Path file) {
        try {
            return new Leftover(file, SessionStore.info(file), null);
        } catch (StoreException e) {
            return new Leftover(file, null, e.said());
        }
    }

    /** What was left in slots that nobody holds, without taking any; for those who only want to tell. */
    public static List<Leftover> leftovers(Path folder) {
        List<Leftover> found = new ArrayList<>();
        try {
            for (Path file : Files.isDirectory(folder) ? slots(folder) : List.<Path>of()) {
                if (Files.exists(file)) {
                    FileChannel channel = lock(file);
                    if (channel != null) {
                        found.add(look(file));
                        channel.close();
                    }
                }
            }
        } catch (IOException e) {
            throw new StoreException(Said.of("file.cannot", folder, IoReason.of(e)), e);
        }
        return found;
    }

    /** Saves over what is in the slot; the save before it is kept. */
    public void save(Checkpoint checkpoint, Path folder, SessionPlace place) {
        SessionStore.write(file, checkpoint, folder, place);
        try {
            PrivateFiles.file(file);
        } catch (IOException e) {
            throw new StoreException(Said.of("autosave.closed", file, IoReason.of(e)), e);
        }
    }

    /** Bytes of the work in the slot, 0 where there is none. */
    public long size() {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException gone) {
            return 0;
        }
    }

    /** Puts away what is in the slot, where it stays until the next is put away; gives where. */
    public Path setAside() {
        Path aside = file.resolveSibling(file.getFileName().toString().replace(SessionStore.ENDING, "-declined" + SessionStore.ENDING));
        try {
            if (Files.exists(file)) {
                Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            }
            return aside;
        } catch (IOException e) {
            throw new StoreException(Said.of("autosave.away", file, IoReason.of(e)), e);
        }
    }

    /** The work is safe elsewhere, or nobody wants it. */
    public void clear() {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(AtomicFiles.previous(file));
        } catch (IOException e) {
            throw new StoreException(Said.of("autosave.removed", file, IoReason.of(e)), e);
        }
    }

    /** Gives the slot back. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StoreException(Said.of("autosave.back", file, IoReason.of(e)), e);
        }
    }
}
