package downhill.store;

import java.nio.file.Path;
import java.util.List;

/** Smaller forms of a model as CSV, a row for each. */
public final class VariantsCsv {
    /** How the first line begins. */
    static final String HEAD = "name,bytes,parameters,nonZero";

    /** What is told of a form; {@code file} is null where none was written. */
    public record Row(String name, long bytes, int parameters, long nonZero, double microsecondsBatch1, double microsecondsBatch256,
                      String metric, double value, double low, double high, String file) {
    }

    private VariantsCsv() {
    }

    /** Replaces a file that is there. */
    public static void write(Path file, List<Row> entries) {
        AtomicFiles.write(file, part -> {
            try (CsvRows rows = new CsvRows(part, "name", "bytes", "parameters", "nonZero", "microsecondsBatch1", "microsecondsBatch256",
                    "metric", "value", "low", "high", "file")) {
                entries.forEach(each -> rows.row(each.name(), Long.toString(each.bytes()), Integer.toString(each.parameters()),
                        Long.toString(each.nonZero()), CsvRows.number(each.microsecondsBatch1()),
                        CsvRows.number(each.microsecondsBatch256()), each.metric(), CsvRows.number(each.value()),
                        CsvRows.number(each.low()), CsvRows.number(each.high()), each.file() == null ? "" : each.file()));
            }
        }, false);
    }
}
