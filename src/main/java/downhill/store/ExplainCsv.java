package downhill.store;

import java.nio.file.Path;
import java.util.List;

/** An explanation as CSV. */
public final class ExplainCsv {
    private ExplainCsv() {
    }

    /** Replaces a file that is there. */
    public static void write(Path file, List<String> head, List<List<String>> lines) {
        AtomicFiles.write(file, part -> {
            try (CsvRows rows = new CsvRows(part, head.toArray(String[]::new))) {
                lines.forEach(line -> rows.row(line.toArray(String[]::new)));
            }
        }, false);
    }
}
