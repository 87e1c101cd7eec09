package downhill.data.csv;

import downhill.data.ColumnType;
import downhill.data.DataException;
import downhill.data.ImportOptions;
import downhill.data.Progress;
import downhill.words.Said;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads delimited text files. What is not said is found out: encoding, delimiter, quotes, header, marks in numbers, types; every
 * decision and everything that was not taken as it stands is in the report. Types are decided on all cells; the file is read again
 * where its beginning was misleading.
 */
public final class CsvImport {
    /** Files larger than this are read only if it was said how: as a sample, or whole. */
    private static final long COMFORTABLE_BYTES = 1L << 30;
    private static final String COMFORTABLE = "downhill.comfortableBytes";

    private CsvImport() {
    }

    /**
     * Whether a person should decide how to read this file: it is larger than 1 GB (or than the system property
     * {@code downhill.comfortableBytes}), and the options say neither how many rows to draw nor to read all of them.
     *
     * @throws DataException if there is no such file
     */
    public static boolean isTooLarge(Path file, ImportOptions options) {
        return options.sampleRows() == 0 && FileSource.of(file).size() > Long.getLong(COMFORTABLE, COMFORTABLE_BYTES);
    }

    /** Reads a file with everything found out. */
    public static Imported read(Path file) {
        return read(file, ImportOptions.DEFAULT, Map.of(), Progress.NONE);
    }

    /**
     * Reads a file.
     *
     * @param types types chosen by column name; the others are found out
     * @throws DataException if nothing can be read; the message names the file, what was found and what to do
     * @throws java.util.concurrent.CancellationException if progress asked to end
     */
    public static Imported read(Path file, ImportOptions options, Map<String, ColumnType> types, Progress progress) {
        FileSource source = FileSource.of(file);
        if (isTooLarge(file, options)) {
            throw new DataException(Said.of("file.large", file, String.format(Locale.ROOT, "%.1f", source.size() / (double) (1 << 30))));
        }
        try {
            return new ImportJob(source, options, types, progress).run();
        } catch (IOException e) {
            throw FileSource.failure(file, e);
        }
    }

    /**
     * Reads the beginning of a file, to show how it would be read under these options. Quick whatever the size of the file; types and
     * marks in numbers may still turn out otherwise on the whole file.
     *
     * @throws DataException as {@link #read}
     */
    public static Imported preview(Path file, ImportOptions options, Map<String, ColumnType> types) {
        FileSource source = FileSource.of(file);
        try {
            return new ImportJob(Beginning.of(source), options.withSampleRows(0), types, Progress.NONE).run();
        } catch (IOException e) {
            throw FileSource.failure(file, e);
        }
    }

    /**
     * Reads a file again and tells of every problem, also of those beyond the {@value ImportReport#MAX_PROBLEMS} that a report lists.
     *
     * @throws DataException as {@link #read}
     */
    public static ImportReport problems(Path file, ImportOptions options, Map<String, ColumnType> types, Progress progress,
                                        Consumer<? super ImportProblem> each) {
        FileSource source = FileSource.of(file);
        try {
            return new ImportJob(source, options, types, progress).telling(each).run().report();
        } catch (IOException e) {
            throw FileSource.failure(file, e);
        }
    }

    /** Reads from memory or the class path; the name is for messages. */
    public static Imported read(InputStream stream, String name, ImportOptions options, Map<String, ColumnType> types,
                                Progress progress) throws IOException {
        return new ImportJob(ByteSource.of(name, stream.readAllBytes()), options, types, progress).run();
    }
}
