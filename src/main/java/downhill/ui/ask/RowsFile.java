package downhill.ui.ask;

import downhill.data.DataException;
import downhill.data.DialectChoice;
import downhill.data.ImportOptions;
import downhill.data.Progress;
import downhill.data.Reading;
import downhill.data.Table;
import downhill.data.csv.Block;
import downhill.data.csv.BlockListener;
import downhill.data.csv.CsvStream;
import downhill.data.csv.ImportProblem;
import downhill.data.prepare.Preprocessing;
import downhill.data.prepare.RowOrder;
import downhill.ui.i18n.Messages;
import downhill.words.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a file of rows to ask about as {@code predict} does: by the reading of the model's training file. */
public final class RowsFile implements BlockListener {
    private static final long LARGEST = 64L << 20;

    private final String name;
    private final Preprocessing preprocessing;
    private final Map<String, Integer> places = new HashMap<>();
    private final Set<Said> remarks = new LinkedHashSet<>();
    private Block block;
    private long left;

    private RowsFile(String name, Preprocessing preprocessing) {
        this.name = name;
        this.preprocessing = preprocessing;
    }

    /**
     * All its rows, as a table of the columns that the model has.
     *
     * @throws DataException where it cannot be read so, or lacks a column
     */
    public static Table table(Path file, Preprocessing preprocessing, Progress progress) throws IOException {
        return read(file, preprocessing, progress).table();
    }

    /**
     * All its rows.
     *
     * @throws DataException where it cannot be read so, or lacks a column
     */
    static GivenRows read(Path file, Preprocessing preprocessing, Progress progress) throws IOException {
        RowsFile rows = new RowsFile(file.getFileName().toString(), preprocessing);
        if (Files.isRegularFile(file) && Files.size(file) > LARGEST) {
            throw new DataException(Said.plain(Messages.text("scoring.file.large", rows.name)));
        }
        CsvStream.read(file, options(preprocessing.reading()), preprocessing.wanted(true), CsvStream.WHOLE, progress, rows);
        return rows.given();
    }

    private static ImportOptions options(Reading reading) {
        return reading == null ? ImportOptions.DEFAULT : reading.options().withDialect(DialectChoice.OPEN.withHeader(reading.header()));
    }

    @Override
    public void begin(List<String> columns, Map<String, String> found) {
        preprocessing.checkColumns(found.keySet(), columns);
        places.clear();
        remarks.clear();
        left = 0;
        found.forEach((wanted, here) -> places.put(wanted, columns.indexOf(here)));
        RowOrder.absence(preprocessing, found.keySet()).ifPresent(remarks::add);
    }

    @Override
    public void rows(Block all) {
        block = all;
    }

    @Override
    public void problem(ImportProblem problem) {
        left += problem.kind().rejects() ? 1 : 0;
    }

    @Override
    public void remark(Said sentence) {
        remarks.add(sentence);
    }

    private GivenRows given() {
        RowOrder order = RowOrder.of(block.table(), preprocessing);
        List<Said> all = new ArrayList<>(remarks);
        if (!order.remark().isEmpty()) {
            all.add(order.remark());
        }
        Block arranged = block.piece(order.rows(), 0, order.rows().length, 0);
        return new GivenRows(name, arranged.table(), arranged.cells(), Map.copyOf(places), List.copyOf(all), left);
    }
}
