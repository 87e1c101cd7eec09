package downhill.cli;

import downhill.analysis.predict.Scores;
import downhill.data.Table;
import downhill.data.csv.Block;
import downhill.data.csv.CsvExport;
import downhill.data.csv.ImportProblem;
import downhill.data.csv.ProblemKind;
import downhill.data.prepare.Applied;
import downhill.data.prepare.FilledValues;
import downhill.data.prepare.Preprocessing;
import downhill.words.Said;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What must be said about the rows of a file that was scored: all of it to a file where one is asked for, the first of it to the user. */
final class ScoringNotes implements Closeable {
    private static final int SHOWN = 10;
    private static final int MOST_NAMES = 8;
    private static final Set<ProblemKind> FILLED = EnumSet.of(ProblemKind.NOT_A_NUMBER, ProblemKind.NOT_FINITE, ProblemKind.NOT_A_DATE);

    private final Path file;
    private CsvExport csv;
    private final List<ScoredLine> first = new ArrayList<>();
    private final Map<String, Map<String, Long>> unknown = new TreeMap<>();
    private final Map<String, Long> filled = new LinkedHashMap<>();
    private final Set<Said> remarks = new LinkedHashSet<>();
    private Ranges ranges;
    private FilledValues gaps;
    private long noted;
    private long unread;
    private long scored;
    private long unscored;

    /** @param file a temporary file for the whole list, or null for none */
    ScoringNotes(Path file) {
        this.file = file;
    }

    /**
     * Forgets all; the file is read from its start.
     *
     * @param found what the file calls the columns of training that it has
     */
    void begin(Preprocessing preprocessing, Map<String, String> found) throws IOException {
        close();
        filled.clear();
        remarks.clear();
        ranges = new Ranges(preprocessing, found);
        gaps = new FilledValues(preprocessing);
        if (preprocessing.reading() == null) {
            remark(Said.of("cli.earlier"));
        }
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

    void scored(Table table, Scores scores) throws IOException {
        for (int i = 0; i < scores.count(); i++) {
            Said failing = scores.failing(i);
            scored += failing == null ? 1 : 0;
            if (failing != null) {
                unscored++;
                note(ScoredLine.unscored(scores.row(i) < table.rows() ? table.line(scores.row(i)) : 0, failing));
            }
        }
        prepared(scores.rows());
    }

    /** Rows that were made ready: those that could not be, and what the model does not know. */
    void prepared(Applied rows) throws IOException {
        for (Applied.Unscored row : rows.unscored()) {
            unscored++;
            note(ScoredLine.unscored(row.line(), row.reason()));
        }
        rows.unknown().forEach((column, values) -> values.forEach((value, count) ->
                unknown.computeIfAbsent(column, name -> new TreeMap<>()).merge(value, (long) count, Long::sum)));
    }

    /** The table that the scores are of. */
    void read(Block block) {
        ranges.add(block);
        gaps.add(block.table(), block.first());
    }

    void remark(Said sentence) {
        remarks.add(sentence);
    }

    /** Values and how often each is there, the most frequent first. */
    static String counted(Map<String, Long> values) {
        String names = values.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed()).limit(MOST_NAMES)
                .map(each -> "\"" + each.getKey() + "\" × " + each.getValue()).collect(Collectors.joining(", "));
        return names + (values.size() > MOST_NAMES ? ", …" : "");
    }

    void problem(ImportProblem problem) {
        boolean rejected = problem.kind().rejects();
        if (!rejected && !FILLED.contains(problem.kind())) {
            return;
        }
        unread += rejected ? 1 : 0;
        if (!rejected) {
            filled.merge(problem.column(), 1L, Long::sum);
        }
        try {
            note(ScoredLine.of(problem));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void note(ScoredLine line) throws IOException {
        noted++;
        if (first.size() < SHOWN) {
            first.add(line);
        }
        if (csv != null) {
            csv.row(line.line() > 0 ? Long.toString(line.line()) : "", line.scored() ? "yes" : "no", line.reason());
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
    void print(PrintWriter err, Said whereTheRestIs) {
        first.forEach(line -> err.println(line.text(err)));
        if (noted > first.size()) {
            err.println(Said.of("cli.more.lines", noted - first.size(), whereTheRestIs));
        }
        filled.forEach((column, count) -> err.println(Said.of(count == 1 ? "cli.filled.one" : "cli.filled", count, column)));
        gaps.told().ifPresent(err::println);
        unknown.forEach((column, values) -> {
            long count = values.values().stream().mapToLong(Long::longValue).sum();
            err.println(Said.of(count == 1 ? "cli.category.one" : "cli.category", count, column, counted(values)));
        });
        remarks.forEach(err::println);
        ranges.doubts().forEach(err::println);
    }

    @Override
    public void close() throws IOException {
        if (csv != null) {
            csv.close();
            csv = null;
        }
    }
}
