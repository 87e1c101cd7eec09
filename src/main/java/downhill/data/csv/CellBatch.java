package downhill.data.csv;

import de.siegmar.fastcsv.reader.CsvReader;
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
    private final List<CellSink> readers;
    private final Row row = new Row(true);
    private RecordBatch records;
    private int count;
    private int[] firsts = new int[1024];
    private int[] lengths = new int[1024];
    private int[] trimmed = new int[1024];
    private RowFilter.Verdict[] verdicts = new RowFilter.Verdict[1024];
    private Shape[] shapesOfCells = new Shape[8192];
    private double[] values = new double[8192];

    /** @param readers a sink for each column, which are only asked to {@link CellSink#read}; empty where numbers are of no use */
    CellBatch(Dialect dialect, Layout layout, CellShapes shapes, List<CellSink> readers) {
        this.dialect = dialect;
        this.fields = layout.fields();
        this.filter = new RowFilter(layout, shapes);
        this.shapes = new KnownShapes(shapes);
        this.readers = readers;
    }

    /** Takes records apart and looks at their cells. */
    void fill(RecordBatch batch) {
        records = batch;
        count = 0;
        row.clear();
        if (batch.length() > 0) {
            for (Row each : parser(batch)) {
                add(each);
            }
        }
        if (count != batch.lines().size()) {
            throw new IllegalStateException("the parser made " + count + " records of " + batch.lines().size());
        }
        for (int record = 0; record < count; record++) {
            look(record);
        }
    }

    private CsvReader<Row> parser(RecordBatch batch) {
        return CsvTokens.parser(dialect).build(row, new CharArrayReader(batch.text(), 0, batch.length()));
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

    private void look(int record) {
        Row each = show(record, 0);
        verdicts[record] = filter.judge(each);
        if (each.fields() < fields) {
            return;
        }
        if (each.first() + fields > values.length) {
            int size = Math.max(each.first() + fields, values.length * 2);
            values = Arrays.copyOf(values, size);
            shapesOfCells = Arrays.copyOf(shapesOfCells, size);
        }
        char[] chars = each.chars();
        for (int j = 0; j < fields; j++) {
            int start = each.start(j);
            int end = each.end(j);
            Shape shape = shapes.of(chars, start, end);
            shapesOfCells[each.first() + j] = shape;
            if (!readers.isEmpty()) {
                values[each.first() + j] = readers.get(j).read(shape, chars, start, end);
            }
        }
    }

    private Row show(int record, long line) {
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

    /** A record, which starts at {@code line}; what is returned is reused. */
    Row row(int record, int line) {
        return show(record, line);
    }

    RowFilter.Verdict verdict(int record) {
        return verdicts[record];
    }

    /** The shape of a cell of the row. */
    Shape shape(Row of, int column) {
        return shapesOfCells[of.first() + column];
    }

    /** The number of a cell of the row, as its sink has read it. */
    double value(Row of, int column) {
        return readers.isEmpty() ? Double.NaN : values[of.first() + column];
    }
}
