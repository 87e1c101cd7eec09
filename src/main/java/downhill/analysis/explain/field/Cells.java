package downhill.analysis.explain.field;

import java.util.Arrays;
import java.util.List;

/**
 * Rows of raw values. The array is shared, not copied: do not write to it.
 *
 * @param fields what stands in a row
 * @param count  number of rows
 * @param values [count × fields]: numbers, days since 1970-01-01, or indexes of labels
 */
public record Cells(List<RawField> fields, int count, double[] values) {
    public Cells {
        fields = List.copyOf(fields);
        if (values.length != count * fields.size()) {
            throw new IllegalArgumentException(values.length + " / " + count + " / " + fields.size());
        }
    }

    /** Value of a field in a row. */
    public double of(int row, int field) {
        return values[row * fields.size() + field];
    }

    /** A copy of one row. */
    public double[] row(int row) {
        return Arrays.copyOfRange(values, row * fields.size(), (row + 1) * fields.size());
    }

    /** Some rows, in this order. */
    public Cells pick(int[] rows) {
        int width = fields.size();
        double[] picked = new double[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(values, rows[i] * width, picked, i * width, width);
        }
        return new Cells(fields, rows.length, picked);
    }
}
