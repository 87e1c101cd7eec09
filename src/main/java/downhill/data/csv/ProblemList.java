package downhill.data.csv;

import downhill.data.ColumnType;
import downhill.data.ImportOptions;
import downhill.data.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The problems of an import as a table that can be saved: line (0 for the whole file), column, kind, text concerned, message. */
public final class ProblemList {
    private static final List<String> HEADER = List.of("line", "column", "kind", "text", "message");

    private ProblemList() {
    }

    /** Writes the problems that a report lists; formulas in them are neutralised. */
    public static void write(Path target, ImportReport report) throws IOException {
        try (CsvExport csv = CsvExport.to(target, true)) {
            csv.row(HEADER);
            for (ImportProblem problem : report.problems()) {
                csv.row(cells(problem));
            }
        }
    }

    /** Reads the file again and writes every problem, also those beyond the list in a report. */
    public static void writeAll(Path target, Path file, ImportOptions options, Map<String, ColumnType> types, Progress progress)
            throws IOException {
        try (CsvExport csv = CsvExport.to(target, true)) {
            csv.row(HEADER);
            CsvImport.problems(file, options, types, progress, problem -> add(csv, problem));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void add(CsvExport csv, ImportProblem problem) {
        try {
            csv.row(cells(problem));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(ImportProblem problem) {
        return List.of(Long.toString(problem.line()), problem.column() == null ? "" : problem.column(),
                problem.kind().title(), problem.raw(), problem.message());
    }
}
