package downhill.store;

import java.nio.file.Path;
import java.util.List;

/**
 * A table of a report as CSV; cells that a spreadsheet would run are made harmless.
 *
 * @param file its name
 * @param rows of as many cells as there are columns
 */
public record ReportTable(String file, List<String> columns, List<List<String>> rows) {

    /** Replaces a file that is there. */
    public void write(Path target) {
        AtomicFiles.write(target, part -> {
            try (CsvRows csv = new CsvRows(part, columns.toArray(String[]::new))) {
                rows.forEach(row -> csv.row(row.toArray(String[]::new)));
            }
        }, false);
    }
}
