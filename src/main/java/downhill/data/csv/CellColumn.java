package downhill.data.csv;

import java.util.Arrays;

/**
 * The cells of one column in a batch of records: their shapes, what the sink has read in each, how many there are of each shape; and
 * where the sink wants texts, which cells have the same, so that each different text is asked about once. Any thread may fill it; it can
 * be filled again.
 */
final class CellColumn {
    private final int place;
    private final CellSink reader;
    private final boolean texts;
    private final int[] counts = new int[Shape.values().length];
    private final int[] examples = new int[Shape.values().length];
    private Shape[] shapes = new Shape[0];
    private double[] values = new double[0];
    /** Of each record the number of its text, of each text a record, and by hash of a text its number plus one. */
    private int[] numbers = new int[0];
    private int[] samples = new int[0];
    private int[] slots = new int[0];
    private int different;
    private boolean fits;
    private int count;
    private Row row;
    private int[] firsts;

    /** @param place of the column in the file, @param reader what its cells are read by; null where numbers are of no use */
    CellColumn(int place, CellSink reader) {
        this.place = place;
        this.reader = reader;
        this.texts = reader != null && reader.hashes();
    }

    /**
     * Looks at the column's cells in all records that have {@code fields} or more.
     *
     * @param in      holds all cells
     * @param cells   of each record the place of its first cell
     * @param lengths of each record its cells
     */
    void look(Row in, int[] cells, int[] lengths, int fields, int records, KnownShapes known) {
        row = in;
        firsts = cells;
        clear(records);
        for (int record = 0; record < records; record++) {
            if (lengths[record] < fields) {
                fits = false;
            } else if (texts) {
                text(record, known);
            } else {
                cell(record, known);
            }
        }
    }

    private void clear(int records) {
        Arrays.fill(counts, 0);
        count = records;
        fits = true;
        different = 0;
        if (shapes.length < records) {
            int room = records + records / 4;
            shapes = new Shape[room];
            values = new double[room];
            numbers = new int[texts ? room : 0];
            samples = new int[texts ? room : 0];
            slots = new int[texts ? Integer.highestOneBit(room) * 4 : 0];
        }
        Arrays.fill(slots, 0);
    }

    private void cell(int record, KnownShapes known) {
        char[] chars = row.chars();
        int start = start(record);
        int end = end(record);
        Shape shape = known.of(chars, start, end);
        double value = reader == null ? Double.NaN : reader.read(shape, chars, start, end);
        fits &= reader != null && reader.fits(shape, value, chars, start, end);
        set(record, shape, value);
    }

    private void text(int record, KnownShapes known) {
        char[] chars = row.chars();
        int start = start(record);
        int end = end(record);
        int hash = TextIndex.hash(chars, start, end);
        int mask = slots.length - 1;
        int slot = TextIndex.place(hash, mask);
        while (slots[slot] != 0 && !isSame(samples[slots[slot] - 1], hash, start, end)) {
            slot = slot + 1 & mask;
        }
        boolean isNew = slots[slot] == 0;
        if (isNew) {
            samples[different++] = record;
            slots[slot] = different;
        }
        numbers[record] = slots[slot] - 1;
        set(record, isNew ? known.of(chars, start, end) : shapes[samples[numbers[record]]], hash);
    }

    private boolean isSame(int record, int hash, int start, int end) {
        return (int) values[record] == hash && Arrays.equals(row.chars(), start(record), end(record), row.chars(), start, end);
    }

    private void set(int record, Shape shape, double value) {
        shapes[record] = shape;
        values[record] = value;
        if (counts[shape.ordinal()]++ == 0) {
            examples[shape.ordinal()] = record;
        }
    }

    int count() {
        return count;
    }

    /** Cells of a shape. */
    int count(int shape) {
        return counts[shape];
    }

    /** The first record with a cell of a shape that there is. */
    int example(int shape) {
        return examples[shape];
    }

    /** Whether the shapes say all that is ever asked of the cells. */
    boolean isPlain() {
        int plain = 0;
        for (Shape shape : Shape.values()) {
            plain += ColumnFacts.isPlain(shape) ? counts[shape.ordinal()] : 0;
        }
        return plain == count;
    }

    /** Whether nothing is to be said of any cell, as far as one cell by itself tells. */
    boolean fits() {
        return fits;
    }

    /** Whether its different texts are known; then {@link #value} is the hash of a text. */
    boolean isOfTexts() {
        return texts;
    }

    /** Different texts. */
    int different() {
        return different;
    }

    /** The first record that has a text. */
    int sample(int text) {
        return samples[text];
    }

    /** The number of a record's text. */
    int text(int record) {
        return numbers[record];
    }

    Shape shape(int record) {
        return shapes[record];
    }

    /** What the sink has read in a record's cell. */
    double value(int record) {
        return values[record];
    }

    /** All of these, and more that mean nothing. */
    double[] values() {
        return values;
    }

    char[] chars() {
        return row.chars();
    }

    int start(int record) {
        return row.startOf(firsts[record] + place);
    }

    int end(int record) {
        return row.endOf(firsts[record] + place);
    }

    String string(int record) {
        return new String(row.chars(), start(record), end(record) - start(record));
    }
}
