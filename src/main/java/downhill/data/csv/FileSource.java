package downhill.data.csv;

import downhill.data.DataException;
import downhill.words.Said;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/** A plain file, remembered by size and time of change. */
final class FileSource implements ByteSource {
    private final Path file;
    private final long size;
    private final FileTime changed;

    private FileSource(Path file, BasicFileAttributes attributes) {
        this.file = file;
        this.size = attributes.size();
        this.changed = attributes.lastModifiedTime();
    }

    /**
     * Looks at the file without opening it, so that a pipe does not block.
     *
     * @throws DataException if it cannot be a table: not there, a folder, a pipe or device, not readable, empty
     */
    static FileSource of(Path file) {
        BasicFileAttributes attributes = attributes(file);
        if (attributes.isDirectory()) {
            throw new DataException(Said.of("file.folder", file));
        }
        if (!attributes.isRegularFile()) {
            throw new DataException(Said.of("file.device", file));
        }
        if (!Files.isReadable(file)) {
            throw new DataException(Said.of("file.forbidden", file));
        }
        if (attributes.size() == 0) {
            throw new DataException(Said.of("file.empty", file));
        }
        return new FileSource(file, attributes);
    }

    private static BasicFileAttributes attributes(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            throw new DataException(Said.of("file.missing", file), e);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /** One sentence about why the file cannot be read. */
    static DataException failure(Path file, IOException e) {
        if (e instanceof AccessDeniedException) {
            return new DataException(Said.of("file.forbidden", file), e);
        }
        String reason = e instanceof FileSystemException f && f.getReason() != null ? f.getReason() : e.getMessage();
        String text = String.valueOf(reason);
        if (e instanceof FileSystemLoopException || text.contains("symbolic links")) {
            return new DataException(Said.of("file.loop", file), e);
        }
        if (text.contains("used by another process")) {
            return new DataException(Said.of("file.busy", file), e);
        }
        return new DataException(Said.of("file.unreadable", file, text), e);
    }

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(file);
    }

    @Override
    public void checkUnchanged() throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        if (now.size() != size || !now.lastModifiedTime().equals(changed)) {
            throw new DataException(Said.of("file.changed", file));
        }
    }
}
