package downhill.report;

import downhill.store.AtomicFiles;
import downhill.store.FileKind;
import downhill.store.Outputs;
import downhill.store.ReportFile;
import downhill.store.ReportTable;
import downhill.store.ResultsStore;
import downhill.words.Said;
import downhill.words.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A report as a folder: the page, and each table, curve and bar of it as CSV with all digits. */
public final class ReportFolder {
    /** What the page is called there. */
    public static final String PAGE = "report.html";

    private final Path folder;

    /** Into {@code folder}, which is made where it is not there. */
    public ReportFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes all of it, each file whole or not at all.
     *
     * @throws downhill.store.StoreException where something else would be lost
     */
    public void write(ReportContent report, ReportFile.Inside inside, Words words, ReportLook look) {
        List<ReportTable> tables = tables(report, words);
        Outputs outputs = new Outputs().writing("--out " + folder, folder.resolve(PAGE), FileKind.PAGE);
        tables.forEach(each -> outputs.writing("--out " + folder, folder.resolve(each.file()), FileKind.TABLE));
        outputs.check();
        ResultsStore store = new ResultsStore(folder);
        AtomicFiles.write(store.file(PAGE), ReportPage.of(report, inside, words, look), false);
        tables.forEach(each -> each.write(store.file(each.file())));
    }

    private static List<ReportTable> tables(ReportContent report, Words words) {
        List<ReportTable> tables = new ArrayList<>();
        report.pieces(ReportPiece.Grid.class).forEach(each -> tables.add(grid(each, words)));
        report.pieces(ReportPiece.Lines.class).forEach(each -> tables.add(lines(each)));
        report.pieces(ReportPiece.Bars.class).forEach(each -> tables.add(bars(each)));
        return tables;
    }

    private static ReportTable grid(ReportPiece.Grid grid, Words words) {
        List<List<String>> rows = new ArrayList<>();
        grid.rows().forEach(row -> rows.add(row.stream().map(cell -> cell(cell, words)).toList()));
        return new ReportTable(grid.file() + ".csv", grid.head().stream().map(words::say).toList(), rows);
    }

    private static String cell(Object cell, Words words) {
        if (cell instanceof Double number) {
            return number(number);
        }
        return cell instanceof Said said ? words.say(said) : cell.toString();
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }

    private static ReportTable lines(ReportPiece.Lines lines) {
        List<List<String>> rows = new ArrayList<>();
        for (ReportPiece.Line line : lines.lines()) {
            for (int i = 0; i < line.x().length; i++) {
                rows.add(List.of(line.name(), number(line.x()[i]), number(line.y()[i])));
            }
        }
        return new ReportTable(lines.file() + ".csv", List.of("name", "x", "y"), rows);
    }

    private static ReportTable bars(ReportPiece.Bars bars) {
        return new ReportTable(bars.file() + ".csv", List.of("name", "note", "value", "low", "high"), bars.bars().stream()
                .map(each -> List.of(each.name(), each.note(), number(each.value()), number(each.low()), number(each.high()))).toList());
    }
}
