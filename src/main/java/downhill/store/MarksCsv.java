package downhill.store;

import downhill.lesson.Grading;
import downhill.lesson.Homework;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Marks as CSV, a row for each hand-in: what became of it, its marks, and of each task the marks and why. */
public final class MarksCsv {
    /** How the first line begins. */
    static final String HEAD = "file,standing,marks,of,note";

    private MarksCsv() {
    }

    /** Replaces a file that is there; what is not known is an empty cell. */
    public static void write(Path file, Homework assignment, Map<String, Grading.Result> handIns) {
        List<String> columns = new ArrayList<>(List.of(HEAD.split(",")));
        assignment.tasks().forEach(task -> columns.addAll(List.of(task.id(), task.id() + ".why")));
        AtomicFiles.write(file, part -> {
            try (CsvRows rows = new CsvRows(part, columns.toArray(String[]::new))) {
                handIns.forEach((name, result) -> rows.row(cells(name, assignment, result, columns.size())));
            }
        }, false);
    }

    private static String[] cells(String name, Homework assignment, Grading.Result result, int width) {
        List<String> cells = new ArrayList<>(List.of(name, result.standing().name().toLowerCase(Locale.ROOT),
                CsvRows.number(result.total()), CsvRows.number(assignment.of()), result.note().toString()));
        result.marks().forEach(mark -> cells.addAll(List.of(CsvRows.number(mark.marks()), mark.why().toString())));
        while (cells.size() < width) {
            cells.add("");
        }
        return cells.toArray(String[]::new);
    }
}
