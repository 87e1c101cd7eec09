package downhill.store;

import downhill.words.Said;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.ByteBuffer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Saves that leave either the old file or the new one, whatever happens: a temporary file in the same folder, forced to the
 * disk, then renamed over the old one, then the folder forced to the disk.
 */
public final class AtomicFiles {
    /** Ending of the temporary files, for those who sweep a folder. */
    public static final String TEMPORARY = ".downhill-tmp";
    /** Ending of the copy of what was there before. */
    public static final String PREVIOUS = ".previous";
    private static final int ATTEMPTS = 5;
    private static final long FIRST_DELAY_MILLIS = 20;

    private AtomicFiles() {
    }

    /** Writes the content of a temporary file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Path file) throws IOException;
    }

    /** Saves a text in UTF-8. */
    public static void write(Path target, String text, boolean keepPrevious) {
        write(target, text.getBytes(StandardCharsets.UTF_8), keepPrevious);
    }

    /** Saves bytes. */
    public static void write(Path target, byte[] bytes, boolean keepPrevious) {
        write(target, file -> {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            }
        }, keepPrevious);
    }

    /**
     * Saves what {@code content} writes.
     *
     * @param keepPrevious keep the file that was there under its name with {@value #PREVIOUS} at the end
     * @throws StoreException where it cannot be saved; the old file is then as it was
     */
    public static void write(Path target, Content content, boolean keepPrevious) {
        try {
            save(Destination.of(target), content, keepPrevious);
        } catch (IOException e) {
            throw new StoreException(Said.of("store.unsaved", TemporaryFile.told(target), IoReason.advice(e)), e);
        }
    }

    /** Where the content that a save replaces is kept. */
    static Path previous(Path target) {
        return TemporaryFile.withEnding(target, PREVIOUS);
    }

    private static void save(Path target, Content content, boolean keepPrevious) throws IOException {
        Path folder = target.getParent();
        Files.createDirectories(folder);
        Path temporary = Unfinished.begin(() -> TemporaryFile.beside(target));
        try {
            content.writeTo(temporary);
            force(temporary, StandardOpenOption.WRITE);
            TemporaryFile.resemble(temporary, target);
            if (keepPrevious && Files.exists(target)) {
                keep(target);
            }
            move(temporary, target);
            forceFolder(folder);
        } finally {
            Files.deleteIfExists(temporary);
            Unfinished.end(temporary);
        }
    }

    /** A second name for the old file costs nothing, however large it is; where there are none, a copy. Neither is ever seen half done. */
    private static void keep(Path target) throws IOException {
        Path second = TemporaryFile.name(target, "-old");
        Path previous = Destination.of(previous(target));
        try {
            Unfinished.begin(() -> second(second, target));
            move(second, previous);
        } finally {
            Files.deleteIfExists(second);
            Unfinished.end(second);
        }
    }

    private static Path second(Path second, Path target) throws IOException {
        try {
            return Files.createLink(second, target);
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            return Files.copy(target, second, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void force(Path file, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(file, option)) {
            channel.force(true);
        }
    }

    /** A folder cannot be opened on Windows, where renaming is durable without it. */
    private static void forceFolder(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            force(folder, StandardOpenOption.READ);
        }
    }

    /** Virus scanners and indexers hold files for moments; a few attempts get past them. */
    private static void move(Path from, Path to) throws IOException {
        long delay = FIRST_DELAY_MILLIS;
        for (int attempt = 1; ; attempt++) {
            try {
                Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return;
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
                return;
            } catch (FileSystemException e) {
                if (attempt == ATTEMPTS || !Files.exists(from, LinkOption.NOFOLLOW_LINKS)) {
                    throw e;
                }
            }
            pause(delay);
            delay *= 2;
        }
    }

    private static void pause(long millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
