package downhill.store;

import downhill.race.Checkpoint;
import downhill.race.document.Experiment;
import downhill.words.Said;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * Reports as files: a page in which the experiment, or the whole session, stands as a data block that no browser runs, so that the program
 * opens what the page tells of. Of a page nothing else is read.
 */
public final class ReportFile {
    /** Ending of their names. */
    public static final String ENDING = ".html";
    /** By which a page is known as a report. */
    public static final String MARK = "<meta name=\"generator\" content=\"downhill-report\">";
    /** A larger session does not go into a page, which a browser reads as a whole. */
    static final int MOST = 24_000_000;

    private static final String INSIDE = "<meta name=\"downhill-inside\" content=\"";
    private static final String DOCUMENT = "<script type=\"application/json\" id=\"downhill-document\">";
    private static final String SESSION = "<script type=\"text/plain\" id=\"downhill-session\">";
    private static final String END = "</script>";
    private static final int BEGINNING = 1 << 10;
    private static final long MOST_BYTES = 100_000_000;

    /**
     * What the program opens of a page.
     *
     * @param mark   stands in the page's head
     * @param markup stands in its body
     */
    public record Inside(String mark, String markup) {
        /** None, as in the report of a model. */
        public static final Inside NOTHING = of("nothing", "");

        private static Inside of(String kind, String markup) {
            return new Inside(INSIDE + kind + "\">", markup);
        }
    }

    private ReportFile() {
    }

    /**
     * Of a document.
     *
     * @param folder paths of its data files are relative to it
     * @param own    that of the page, to which they are relative there
     */
    public static Inside inside(Experiment experiment, Path folder, Path own) {
        String json = ExperimentStore.text(experiment, folder, own).replace("<", "\\u003c"); // it is in strings only
        return Inside.of("document", DOCUMENT + "\n" + json + END + "\n");
    }

    /** Of a session; of a very large one the document alone. Paths as above. */
    public static Inside inside(Checkpoint checkpoint, Path folder, Path own) {
        byte[] session = SessionStore.bytes(checkpoint, folder, own.toAbsolutePath());
        return session.length > MOST ? inside(checkpoint.experiment(), folder, own)
                : Inside.of("session", SESSION + "\n" + Base64.getMimeEncoder().encodeToString(session) + "\n" + END + "\n");
    }

    /** SHA-256 of the data file of an experiment whose paths are relative to {@code folder}; empty where there is none. */
    public static Optional<String> dataHash(Experiment experiment, Path folder) {
        return DataFiles.csv(experiment).flatMap(csv -> DataFiles.path(csv.path(), folder)).map(DataFiles::hash)
                .filter(hash -> !hash.isEmpty());
    }

    /** Whether a file is a report by its name and its first bytes; false too where it cannot be read. */
    public static boolean isReport(Path file) {
        return beginning(file).contains(MARK);
    }

    /** Whether it is a report with a session. */
    static boolean holdsSession(Path file) {
        String beginning = beginning(file);
        return beginning.contains(MARK) && beginning.contains(INSIDE + "session\"");
    }

    private static String beginning(Path file) {
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(ENDING) || !Files.isRegularFile(file)) {
            return "";
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /** The bytes of the document in a page. */
    static byte[] document(Path file) {
        return block(file, DOCUMENT).getBytes(StandardCharsets.UTF_8);
    }

    /** The bytes of the session in a page. */
    static byte[] session(Path file) {
        try {
            return Base64.getMimeDecoder().decode(block(file, SESSION).strip());
        } catch (IllegalArgumentException e) {
            throw new StoreException(Said.of("report.damaged", file), e);
        }
    }

    private static String block(Path file, String tag) {
        PlainFile.require(file);
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new StoreException(Said.of("json.large", file, Files.size(file) / 1_000_000, MOST_BYTES / 1_000_000));
            }
            String page = Files.readString(file, StandardCharsets.UTF_8);
            int from = page.lastIndexOf(tag);
            int to = from < 0 ? -1 : page.indexOf(END, from);
            if (to < 0) {
                throw new StoreException(Said.of("report.nothing", file));
            }
            return page.substring(from + tag.length(), to);
        } catch (IOException e) {
            throw new StoreException(Said.of("file.cannot", file, IoReason.of(e)), e);
        }
    }
}
