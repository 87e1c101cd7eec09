package downhill.ui.screen.results;

import downhill.data.csv.CsvExport;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** What the results can be taken away as. */
enum SheetFormat {
    /** All digits; texts that a spreadsheet would run are made harmless. */
    CSV("csv"),
    /** As the table tells them, in columns. */
    MARKDOWN("md"),
    /** As the table tells them, for the package booktabs. */
    LATEX("tex");

    private final String ending;

    SheetFormat(String ending) {
        this.ending = ending;
    }

    /** Of a file, without a dot. */
    String ending() {
        return ending;
    }

    /** The last part of its message keys. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The text of {@link ResultSheet}s made of the same. */
    String text(List<ResultRow> rows, String metric, boolean data) {
        return switch (this) {
            case CSV -> csv(ResultSheet.exact(rows, metric, data));
            case MARKDOWN -> MarkdownTable.of(ResultSheet.told(rows, metric, data));
            case LATEX -> LatexTable.of(ResultSheet.told(rows, metric, data));
        };
    }

    private static String csv(ResultSheet sheet) {
        StringWriter text = new StringWriter();
        try (CsvExport csv = CsvExport.to(text, true)) {
            csv.row(sheet.header());
            for (List<String> row : sheet.rows()) {
                csv.row(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
