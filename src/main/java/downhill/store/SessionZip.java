package downhill.store;

import downhill.race.SavedCourse;
import downhill.words.Said;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UTFDataFormatException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * A session file being read from its beginning to its end: exactly the entries that a session has, in their order, none larger than
 * it may be, and never unpacked to a disk.
 */
final class SessionZip implements Closeable {
    /** Text shrinks to a tenth and numbers hardly at all; what grows more than this was made to hurt. */
    private static final long MOST_GROWTH = 200;
    private static final long HARMLESS = 1 << 20;

    private final Path file;
    private final long size;
    private final ZipInputStream zip;
    private final InputStream inflated;
    private long read;

    private SessionZip(Path file, long size, InputStream in) {
        this.file = file;
        this.size = size;
        this.zip = new ZipInputStream(new BufferedInputStream(in, 1 << 16));
        this.inflated = new Counted(zip);
    }

    static SessionZip open(Path file) {
        PlainFile.require(file);
        try {
            if (ReportFile.isReport(file)) {
                byte[] inside = ReportFile.session(file);
                return new SessionZip(file, inside.length, new ByteArrayInputStream(inside));
            }
            return new SessionZip(file, Files.size(file), Files.newInputStream(file));
        } catch (IOException e) {
            throw new StoreException(Said.of("file.cannot", file, IoReason.of(e)), e);
        }
    }

    /** Counts what comes out of the zip. */
    private final class Counted extends FilterInputStream {
        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int count = super.read(target, from, length);
            count(Math.max(0, count));
            return count;
        }

        private void count(int more) throws IOException {
            read += more;
            if (read > HARMLESS && read / MOST_GROWTH > size) {
                throw new CourseReader.DamagedException(Said.of("session.bomb"));
            }
        }
    }

    /** A part of a read that may fail. */
    private interface Part<T> {
        T read() throws IOException;
    }

    private <T> T part(Part<T> part) {
        try {
            return part.read();
        } catch (EOFException e) {
            throw damaged(Said.of("damage.early"), e);
        } catch (CourseReader.TooLargeException e) {
            throw new StoreException(Said.of("file.unopened", file, Said.message(e)), e);
        } catch (UTFDataFormatException e) {
            throw damaged(Said.of("session.text"), e);
        } catch (ZipException | CourseReader.DamagedException | IllegalArgumentException e) {
            throw damaged(Damage.of(e), e);
        } catch (IOException e) {
            throw new StoreException(Said.of("file.cannot", file, IoReason.of(e)), e);
        }
    }

    private StoreException damaged(Said how, Exception cause) {
        Path previous = AtomicFiles.previous(file);
        Said damaged = Said.of("store.damaged", file, how);
        return new StoreException(Files.exists(previous) ? Said.sentences(damaged, Said.of("store.previous", previous)) : damaged, cause);
    }

    /** The whole of the next entry, which must have this name. */
    byte[] text(String name) {
        return part(() -> {
            next(name);
            byte[] bytes = inflated.readNBytes((int) Json.MAX_BYTES + 1);
            if (bytes.length > Json.MAX_BYTES) {
                throw new CourseReader.DamagedException(Said.of("session.large", name, Json.MAX_BYTES / 1_000_000));
            }
            return bytes;
        });
    }

    private void next(String name) throws IOException {
        ZipEntry entry = zip.getNextEntry();
        if (entry == null && name.equals(SessionStore.HEAD)) {
            throw new StoreException(Said.of("session.foreign", file));
        }
        if (entry == null) {
            throw new CourseReader.DamagedException(Said.of("session.lacks", name));
        }
        if (!entry.getName().equals(name)) {
            String found = entry.getName().length() > 60 ? entry.getName().substring(0, 60) + "…" : entry.getName();
            throw new StoreException(Said.of("session.foreign.has", file, found, name));
        }
    }

    /**
     * The courses of these contenders, which are the rest of the file; {@code answers} and {@code ranges} as {@link CourseReader}
     * has them.
     */
    List<SavedCourse> courses(List<String> ids, long limit, boolean answers, boolean ranges) {
        return part(() -> {
            List<SavedCourse> courses = new ArrayList<>();
            DataInputStream in = new DataInputStream(new BufferedInputStream(inflated, 1 << 16));
            CourseReader reader = new CourseReader(in, limit, answers, ranges);
            for (int i = 0; i < ids.size(); i++) {
                next(SessionStore.course(i));
                courses.add(reader.read(ids.get(i)));
                if (in.read() >= 0) {
                    throw new CourseReader.DamagedException(Said.of("session.course", SessionStore.course(i)));
                }
            }
            if (zip.getNextEntry() != null) {
                throw new CourseReader.DamagedException(Said.of("session.entries"));
            }
            return courses;
        });
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new StoreException(Said.of("file.cannot", file, IoReason.of(e)), e);
        }
    }
}
