package downhill.store;

import downhill.analysis.curve.CurveRow;
import java.nio.file.Path;
import java.util.List;

/** Curves of held out rows as CSV, one row for each place. */
public final class CurvesCsv {
    private CurvesCsv() {
    }

    /** Replaces a file that is there. */
    public static void write(Path file, List<CurveRow> curves) {
        AtomicFiles.write(file, part -> {
            try (CsvRows rows = new CsvRows(part, "curve", "contender", "of", "x", "mean", "low", "high", "runs")) {
                curves.forEach(each -> rows.row(each.curve(), each.contender(), each.of(), each.x(), CsvRows.number(each.mean()),
                        CsvRows.number(each.low()), CsvRows.number(each.high()), Integer.toString(each.runs())));
            }
        }, false);
    }
}
