package downhill.data.csv;

import downhill.data.Dialect;
import java.io.CharArrayReader;
import java.util.Arrays;
import java.util.List;

/**
 * The cells of a batch of records with all that can be told of each by itself: whether its record is a row, its shape, its number. Any
 * thread may fill one, since nothing here depends on the records of other batches; it can be filled again.
 */
final class CellBatch {
    private final Dialect dialect;
    private final int fields;
    private final RowFilter filter;
    private final KnownShapes shapes;
    private final CellColumn[] columns;
    private final Row row = new Row(true);
    private RecordBatch records;
    private int count;
    private int shown;
    private boolean sound;
    private int[] firsts = new int[1024];
    private int[] lengths = new int[1024];
    private int[] trimmed = new int[1024];
    private RowFilter.Verdict[] verdicts = new RowFilter.Verdict[1024];

    /** @param readers a sink for each column, which are only asked to {@link CellSink#read}; empty where numbers are of no use */
    CellBatch(Dialect dialect, Layout layout, CellShapes shapes, List<CellSink> readers) {
        this.dialect = dialect;
        this.fields = layout.fields();
        this.filter = new RowFilter(layout, shapes);
        this.shapes = new KnownShapes(shapes);
        this.columns = new CellColumn[fields];
        Arrays.setAll(columns, j -> new CellColumn(j, readers.isEmpty() ? null : readers.get(j)));
    }

    /** Takes records apart and looks at their cells. */
    void fill(RecordBatch batch) {
        records = batch;
        if (!split(batch)) {
            parse(batch);
        }
        if (count != batch.lines().size()) {
            throw new IllegalStateException("the parser made " + count + " records of " + batch.lines().size());
        }
        sound = batch.told().isEmpty() && !batch.lines().isMarked();
        for (int record = 0; record < count; record++) {
            verdicts[record] = filter.judge(show(record, 0));
            sound &= verdicts[record] == RowFilter.Verdict.ROW && lengths[record] == fields;
        }
        for (CellColumn column : columns) {
            column.look(row, firsts, lengths, fields, count, shapes);
        }
    }

    /** Without the parser; false where there are quotes, or a delimiter of several characters. */
    private boolean split(RecordBatch batch) {
        if (dialect.delimiter().length() > 1) {
            return false;
        }
        char delimiter = dialect.delimiter().charAt(0);
        char quote = CsvTokens.quote(dialect);
        count = 0;
        row.over(batch.text());
        for (int at = 0; at < batch.length();) {
            at = row.record(at, batch.length(), delimiter, quote);
            if (at < 0) {
                return false;
            }
            add(row);
        }
        return true;
    }

    private void parse(RecordBatch batch) {
        count = 0;
        row.clear();
        if (batch.length() > 0) {
            CharArrayReader text = new CharArrayReader(batch.text(), 0, batch.length());
            for (Row each : CsvTokens.parser(dialect).build(row, text)) {
                add(each);
            }
        }
    }

    private void add(Row each) {
        if (count == firsts.length) {
            firsts = Arrays.copyOf(firsts, count * 2);
            lengths = Arrays.copyOf(lengths, count * 2);
            trimmed = Arrays.copyOf(trimmed, count * 2);
            verdicts = Arrays.copyOf(verdicts, count * 2);
        }
        firsts[count] = each.first();
        lengths[count] = each.fields();
        trimmed[count] = each.trimmed();
        count++;
    }

    private Row show(int record, long line) {
        shown = record;
        row.show(firsts[record], lengths[record], trimmed[record], line);
        return row;
    }

    /** What it was filled with. */
    RecordBatch records() {
        return records;
    }

    int count() {
        return count;
    }

    /** Whether all records are rows of which nothing is to be said, as far as their cells need not be known for that. */
    boolean isSound() {
        return sound;
    }

    CellColumn column(int place) {
        return columns[place];
    }

    /** Cells of all records that had spaces around them. */
    long trimmed() {
        long sum = 0;
        for (int record = 0; record < count; record++) {
            sum += trimmed[record];
        }
        return sum;
    }

    /** A record, which starts at {@code line}; what is returned is reused. */
    Row row(int record, int line) {
        return show(record, line);
    }

    RowFilter.Verdict verdict(int record) {
        return verdicts[record];
    }

    /** The shape of a cell of the row that was asked for last. */
    Shape shape(int column) {
        return columns[column].shape(shown);
    }

    /** The number of a cell of that row, as its sink has read it. */
    double value(int column) {
        return columns[column].value(shown);
    }
}
