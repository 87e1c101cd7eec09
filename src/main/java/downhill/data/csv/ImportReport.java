package downhill.data.csv;

import downhill.data.Dialect;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that happened on reading a file. No cell is changed, dropped or guessed without being counted here:
 * {@code imported + rejected + skipped = records}.
 *
 * @param file      path or name
 * @param bytes     size of the file
 * @param dialect   how the file was read
 * @param decisions why it was read so
 * @param records   records of the file: rows, header, blank lines, comments and lines before the table
 * @param imported  rows of the table
 * @param rejected  rows left out because something is wrong with them
 * @param skipped   header, blank lines, comments, lines before the table, rows not drawn into a sample
 * @param skippedAs the skipped records by what they are
 * @param columns   what became of each column
 * @param problems  the first {@value #MAX_PROBLEMS} of them, in the order of the file
 * @param counts    how often each kind of problem occurred
 * @param sample    how many rows were drawn of how many, or null if all were read
 * @param byteOrderMark whether the file starts with one
 * @param lineEnds  in what its records end: LF, CRLF, CR, mixed, or empty where there is no line end
 */
public record ImportReport(String file, long bytes, Dialect dialect, List<Decision> decisions, long records,
                           long imported, long rejected, long skipped, Map<String, Long> skippedAs,
                           List<ColumnReport> columns, List<ImportProblem> problems, Map<ProblemKind, Long> counts, Drawn sample,
                           boolean byteOrderMark, String lineEnds) {
    /** Most problems that are listed one by one. */
    public static final int MAX_PROBLEMS = 10_000;

    public ImportReport {
        decisions = List.copyOf(decisions);
        skippedAs = Collections.unmodifiableMap(new LinkedHashMap<>(skippedAs));
        columns = List.copyOf(columns);
        problems = List.copyOf(problems);
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }

    /** Whether a person should look at a decision before trusting the table. */
    public boolean needsALook() {
        return decisions.stream().anyMatch(decision -> !decision.sure());
    }

    /** Number of problems of all kinds, listed or not. */
    public long problemCount() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Number of problems of one kind. */
    public long count(ProblemKind kind) {
        return counts.getOrDefault(kind, 0L);
    }
}
