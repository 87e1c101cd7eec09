package downhill.analysis.explain;

import downhill.data.Table;
import downhill.data.prepare.Applied;
import java.util.Arrays;
import java.util.List;

/**
 * Rows as a model sees them, and as the file has them. The arrays are shared, not copied: do not write to them.
 *
 * @param count      number of rows that have all a model needs
 * @param size       numbers in each
 * @param values     [count × size]; which column a number is made of {@link ExplainedColumn} knows
 * @param sourceRows row of the table, from 0, that each comes from; of a time series the one that is predicted, perhaps past the end
 * @param targets    in the target's own unit, or the index of the class; NaN where not known
 * @param weights    what each counts for; empty where all count the same
 * @param table      the cells; null where they are not at hand
 * @param unscored   rows of the table without all that is needed, with the reason
 */
public record ExplainedRows(int count, int size, double[] values, int[] sourceRows, double[] targets, double[] weights, Table table,
                            List<Applied.Unscored> unscored) {
    public ExplainedRows {
        unscored = List.copyOf(unscored);
    }

    /** A copy of one row's numbers. */
    public double[] row(int row) {
        return Arrays.copyOfRange(values, row * size, (row + 1) * size);
    }

    /** Some of them, in this order; one may come more than once. */
    public ExplainedRows pick(int[] rows) {
        double[] picked = new double[rows.length * size];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(values, rows[i] * size, picked, i * size, size);
        }
        return new ExplainedRows(rows.length, size, picked, Arrays.stream(rows).map(row -> sourceRows[row]).toArray(),
                Arrays.stream(rows).mapToDouble(row -> targets[row]).toArray(),
                weights.length == 0 ? weights : Arrays.stream(rows).mapToDouble(row -> weights[row]).toArray(), table, List.of());
    }

    /** Which of these a row of the table is; −1 where it is none. */
    public int of(int sourceRow) {
        for (int i = 0; i < count; i++) {
            if (sourceRows[i] == sourceRow) {
                return i;
            }
        }
        return -1;
    }

    /** What the file has in a cell, else what the model was given, as a person writes it; null where there is nothing to be told. */
    public String text(int row, ExplainedColumn column) {
        boolean cell = table != null && column.times() == 1 && sourceRows[row] < table.rows();
        return cell ? table.column(column.name()).text(sourceRows[row]) : column.text(column.value(values, row * size));
    }
}
