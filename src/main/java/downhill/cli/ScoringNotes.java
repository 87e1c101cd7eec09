package downhill.cli;

import downhill.analysis.predict.Scores;
import downhill.data.Applied;
import downhill.data.csv.CsvExport;
import downhill.data.csv.Problem;
import downhill.data.csv.ProblemKind;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What must be said about the rows of a file that was scored: all of it to a file where one is asked for, the first of it to the user. */
final class ScoringNotes implements Closeable {
    private static final int SHOWN = 10;
    private static final Set<ProblemKind> FILLED = EnumSet.of(ProblemKind.NOT_A_NUMBER, ProblemKind.NOT_FINITE, ProblemKind.NOT_A_DATE);

    private final Path file;
    private CsvExport csv;
    private final List<String> first = new ArrayList<>();
    private final Map<String, Long> unknown = new TreeMap<>();
    private long noted;
    private long unread;
    private long scored;
    private long unscored;

    /** @param file a temporary file for the whole list, or null for none */
    ScoringNotes(Path file) {
        this.file = file;
    }

    /** Forgets all; the file is read from its start. */
    void begin() throws IOException {
        close();
        first.clear();
        unknown.clear();
        noted = 0;
        unread = 0;
        scored = 0;
        unscored = 0;
        if (file != null) {
            csv = CsvExport.to(file, true);
            csv.row("line", "scored", "reason");
        }
    }

    void scored(Scores scores) throws IOException {
        scored += scores.count();
        for (Applied.Unscored row : scores.rows().unscored()) {
            unscored++;
            note(row.line(), false, sentence(row.reason()));
        }
        scores.rows().unknown().forEach((column, count) -> unknown.merge(column, (long) count, Long::sum));
    }

    void problem(Problem problem) {
        boolean rejected = problem.kind().rejects();
        if (!rejected && !FILLED.contains(problem.kind())) {
            return;
        }
        unread += rejected ? 1 : 0;
        try {
            note(problem.line(), !rejected, reason(problem));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the line, which stands before it, and without advice that is for training. */
    private static String reason(Problem problem) {
        String where = "line " + problem.line() + (problem.column() == null ? ": " : ", ");
        String message = problem.message().startsWith(where) ? problem.message().substring(where.length()) : problem.message();
        int advice = problem.kind().rejects() ? -1 : message.indexOf(" To keep it:");
        return advice < 0 ? message : message.substring(0, advice);
    }

    private static String sentence(String reason) {
        return reason.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + reason.substring(1) + ".";
    }

    private void note(long line, boolean wasScored, String reason) throws IOException {
        noted++;
        if (first.size() < SHOWN) {
            first.add((line > 0 ? "line " + line : "after the last line") + (!wasScored ? ": not scored. " : reason.startsWith("column") ? ", " : ": ") + reason);
        }
        if (csv != null) {
            csv.row(line > 0 ? Long.toString(line) : "", wasScored ? "yes" : "no", reason);
        }
    }

    /** Rows with a score. */
    long scoredRows() {
        return scored;
    }

    /** Rows without one, whether they could not be read or lack something. */
    long unscoredRows() {
        return unscored + unread;
    }

    /** Says the first of it. */
    void print(PrintWriter err, String whereTheRestIs) {
        first.forEach(err::println);
        if (noted > first.size()) {
            err.println("… and " + (noted - first.size()) + " more lines like these; " + whereTheRestIs + ".");
        }
        unknown.forEach((column, count) -> err.println(count + (count == 1 ? " row has" : " rows have") + " a category in \"" + column
                + "\" that did not occur in training; the model was given none of the categories it knows."));
    }

    @Override
    public void close() throws IOException {
        if (csv != null) {
            csv.close();
            csv = null;
        }
    }
}
