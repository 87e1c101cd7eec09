package downhill.store;

import downhill.race.Checkpoint;
import downhill.race.SavedCourse;
import downhill.race.document.Experiment;
import downhill.words.Said;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Sessions in files: a zip of {@code session.json} (the head), {@code experiment.json} (the document, as {@link ExperimentStore}
 * writes it) and {@code course-0.bin}, {@code course-1.bin}, ... (history and key-frames of each contender that had begun). See
 * {@code docs/saved-work.md} for the format. What is read back goes on bit for bit.
 */
public final class SessionStore {
    /** Ending of the files. */
    public static final String ENDING = ".downhill";
    static final String HEAD = "session.json";
    static final String DOCUMENT = "experiment.json";
    static final String FORMAT = "downhill-session";

    /**
     * The head of a file.
     *
     * @param saved   when, by ISO 8601
     * @param courses ids of the contenders whose courses follow, in their order
     * @param answers whether the points of their ways say where each was asked
     * @param ranges  whether validations of several seeds have their range
     */
    record Head(String format, int version, String application, String saved, long clock, long spacing, List<Long> echoes,
                List<Integer> watched, List<String> courses, boolean answers, boolean ranges, SessionPlace place) {
    }

    private SessionStore() {
    }

    static String course(int number) {
        return "course-" + number + ".bin";
    }

    /** Whether a file is a session by its first bytes, whatever it is called, or a report with one; false too where it cannot be read. */
    public static boolean isSession(Path file) {
        if (!Files.isRegularFile(file) || file.toString().toLowerCase(Locale.ROOT).endsWith(ModelStore.ENDING)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == 'P' && in.read() == 'K' || ReportFile.holdsSession(file);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Saves a session; what was there before is kept beside it.
     *
     * @param folder paths of data files are relative to it; the document names them relatively to its own folder
     */
    public static void write(Path target, Checkpoint checkpoint, Path folder, SessionPlace place) {
        write(target, checkpoint, folder, place, null);
    }

    /** @param dataHash SHA-256 of its data file as it was read; null where that is not known: then of what the file contains now */
    public static void write(Path target, Checkpoint checkpoint, Path folder, SessionPlace place, String dataHash) {
        write(target, checkpoint, folder, place, dataHash, out -> out);
    }

    /** @param disk stands between the file and what is written, for tests of disks that fail */
    static void write(Path target, Checkpoint checkpoint, Path folder, SessionPlace place, String dataHash,
                      UnaryOperator<OutputStream> disk) {
        DataFiles.spare(checkpoint.experiment(), folder, target);
        Entries entries = entries(checkpoint, folder, place, dataHash, target.toAbsolutePath().getParent());
        AtomicFiles.write(target, file -> {
            try (OutputStream out = disk.apply(Files.newOutputStream(file)); ZipOutputStream zip =
                    new ZipOutputStream(new BufferedOutputStream(out, 1 << 16))) {
                zip(zip, entries);
            }
        }, true);
    }

    /** A session as the bytes of a file that would lie in the folder {@code own}. */
    static byte[] bytes(Checkpoint checkpoint, Path folder, Path own) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip(zip, entries(checkpoint, folder, SessionPlace.NOWHERE, null, own));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // there is no disk
        }
        return bytes.toByteArray();
    }

    /** What goes into the zip. */
    private record Entries(byte[] head, byte[] document, List<SavedCourse> courses) {
    }

    private static Entries entries(Checkpoint checkpoint, Path folder, SessionPlace place, String dataHash, Path own) {
        Experiment moved = DataFiles.moved(checkpoint.experiment(), folder, own);
        byte[] document = ExperimentStore.text(moved, own, dataHash).getBytes(StandardCharsets.UTF_8);
        Head head = new Head(FORMAT, Migrations.sessionVersion(), Application.version(), Instant.now().toString(), checkpoint.clock(),
                checkpoint.spacing(), checkpoint.echoes(), checkpoint.watched(),
                        checkpoint.courses().stream().map(SavedCourse::id).toList(), true, true,
                place);
        return new Entries(Json.text(RecordWriter.tree(head)).getBytes(StandardCharsets.UTF_8), document, checkpoint.courses());
    }

    /** Numbers hardly shrink, and the window waits for its disk. */
    private static void zip(ZipOutputStream zip, Entries entries) throws IOException {
        zip.setLevel(Deflater.BEST_SPEED);
        entry(zip, HEAD, entries.head());
        entry(zip, DOCUMENT, entries.document());
        List<SavedCourse> courses = entries.courses();
        for (int i = 0; i < courses.size(); i++) {
            zip.putNextEntry(new ZipEntry(course(i)));
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(zip, 1 << 16));
            new CourseWriter(out).write(courses.get(i));
            out.flush();
            zip.closeEntry();
        }
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    /**
     * Whether the directory at the end of its zip is whole, of which reading a session needs nothing; true too of a report, which is
     * no zip.
     *
     * @throws StoreException where it cannot be read at all
     */
    public static boolean isWhole(Path file) {
        try (ZipFile zip = ReportFile.isReport(file) ? null : new ZipFile(file.toFile())) {
            return zip == null || zip.size() > 0;
        } catch (ZipException cut) {
            return false;
        } catch (IOException e) {
            throw new StoreException(Said.of("file.cannot", file, IoReason.of(e)), e);
        }
    }

    /**
     * Opens a session.
     *
     * @throws StoreException with one sentence where it cannot be
     */
    public static OpenedSession read(Path file) {
        return read(file, Runtime.getRuntime().maxMemory() / 2);
    }

    /** @param limit bytes of memory for its numbers */
    static OpenedSession read(Path file, long limit) {
        return opened(file, () -> whole(file, limit));
    }

    /** What is wrong in a text, with what to do. */
    private static <T> T opened(Path file, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (MalformedException e) {
            throw e.advising(file, Said.of("advice.session"));
        }
    }

    private static OpenedSession whole(Path file, long limit) {
        try (SessionZip zip = SessionZip.open(file)) {
            Head head = head(zip.text(HEAD), file + " (" + HEAD + ")");
            Path own = file.toAbsolutePath().getParent();
            OpenedExperiment opened = ExperimentStore.read(new String(zip.text(DOCUMENT), StandardCharsets.UTF_8),
                    file + " (" + DOCUMENT + ")", own);
            check(head, file.toString());
            List<SavedCourse> courses = zip.courses(head.courses(), limit, head.answers(), head.ranges());
            Checkpoint checkpoint = new Checkpoint(opened.experiment(), head.clock(), head.spacing(), head.echoes(), head.watched(),
                    courses);
            return new OpenedSession(checkpoint, own, head.place(), saved(head, file.toString()), opened.notices(), opened.missing());
        }
    }

    /** Only the document. */
    static OpenedExperiment document(Path file) {
        return opened(file, () -> documentOnly(file));
    }

    private static OpenedExperiment documentOnly(Path file) {
        return ExperimentStore.read(new String(text(file), StandardCharsets.UTF_8), file + " (" + DOCUMENT + ")",
                file.toAbsolutePath().getParent());
    }

    /** The bytes of the document in a session. */
    static byte[] text(Path file) {
        try (SessionZip zip = SessionZip.open(file)) {
            head(zip.text(HEAD), file + " (" + HEAD + ")");
            return zip.text(DOCUMENT);
        }
    }

    /** What is in the file, to tell a person: its title, when it was saved and at which step. No data file is looked at. */
    public static SessionInfo info(Path file) {
        try (SessionZip zip = SessionZip.open(file)) {
            Head head = head(zip.text(HEAD), file + " (" + HEAD + ")");
            String title = ExperimentStore.title(new String(zip.text(DOCUMENT), StandardCharsets.UTF_8), file + " (" + DOCUMENT + ")");
            return new SessionInfo(title, head.clock(), saved(head, file.toString()));
        }
    }

    private static Head head(byte[] json, String name) {
        var tree = Json.parse(json, name);
        int version = Versions.of(tree, name, FORMAT, Said.of("kind.session"), Migrations.sessionVersion());
        return new RecordReader(name, json).read(Head.class,
                Migrations.session((tools.jackson.databind.node.ObjectNode) tree, version), "");
    }

    private static void check(Head head, String name) {
        boolean fits = head.clock() >= 0 && head.spacing() > 0 && head.courses().size() <= ExperimentCheck.MAX_CONTENDERS
                && new HashSet<>(head.courses()).size() == head.courses().size() && head.watched().stream().allMatch(index -> index >= 0);
        if (!fits) {
            throw new StoreException(Said.of("session.numbers", name, HEAD));
        }
    }

    private static Instant saved(Head head, String name) {
        try {
            return Instant.parse(head.saved());
        } catch (DateTimeException e) {
            throw new StoreException(Said.of("session.when", name, HEAD, head.saved()), e);
        }
    }
}
