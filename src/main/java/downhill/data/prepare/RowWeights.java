package downhill.data.prepare;

import downhill.data.Column;
import downhill.data.Columns;
import downhill.data.DataException;
import downhill.data.Notice;
import downhill.data.Table;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What each row of a table counts for, from the column with the role weight: numbers of 0 or more, of which a row of 0 is left out. */
final class RowWeights {
    /** Smaller shares of the largest weight would be lost in float32. */
    private static final double LEAST_SHARE = 1e-15;
    /** Sums of a million weights within are numbers that have lost no digits. */
    private static final double SMALLEST = 1e-290;
    private static final double LARGEST = 1e290;

    private final Table table;
    private final Column column;

    /** @param column of the table, as numbers */
    RowWeights(Table table, Column column) {
        this.table = table;
        this.column = column;
    }

    /**
     * The weight of a row.
     *
     * @throws DataException with its line where it is none
     */
    double of(int row) {
        double weight = column.number(row);
        if (Double.isNaN(weight)) {
            throw new DataException(place(row) + "the weight is missing or no number. " + advice());
        }
        if (weight < 0) {
            throw new DataException(place(row) + "the weight " + Columns.text(weight) + " is negative. " + advice());
        }
        if (Double.isInfinite(weight)) {
            throw new DataException(place(row) + "the weight is infinite. " + advice());
        }
        return weight;
    }

    private String place(int row) {
        return (table.line(row) > 0 ? "line " + table.line(row) : "row " + (row + 1)) + ", column \"" + column.name() + "\": ";
    }

    private static String advice() {
        return "Each row that is used needs a weight of 0 or more; correct it, or give the column another role.";
    }

    /** Those of these rows that count for something. */
    int[] counting(int[] rows) {
        int[] counting = IntStream.of(rows).filter(row -> of(row) > 0).toArray();
        if (counting.length == 0 && rows.length > 0) {
            throw new DataException("Each weight in \"" + column.name() + "\" is 0, so that no row counts. Choose another column of weights, or none.");
        }
        double least = IntStream.of(counting).mapToDouble(this::of).min().orElse(1);
        double most = IntStream.of(counting).mapToDouble(this::of).max().orElse(1);
        if (counting.length > 0 && !(most >= SMALLEST && most <= LARGEST)) {
            throw new DataException("The largest weight in \"" + column.name() + "\" is " + most + "; weights are computed with from " + SMALLEST + " to "
                    + LARGEST + ". Only their ratios matter, so divide them all by one number.");
        }
        if (least / most < LEAST_SHARE) {
            throw new DataException("The weights in \"" + column.name() + "\" reach from " + least + " to " + most
                    + ", which is too far to be computed with. Weights below " + LEAST_SHARE + " of the largest may be set to 0.");
        }
        return counting;
    }

    /** The weights of some rows. */
    double[] of(int[] rows) {
        return IntStream.of(rows).mapToDouble(this::of).toArray();
    }

    /** How the rows that are used count, in words; {@code fitted} says whether constants are weighted, too. */
    List<Notice> told(int[] rows, boolean fitted) {
        double[] weights = of(rows);
        String range = "Rows count by \"" + column.name() + "\": " + rows.length + " rows with weights from " + Columns.text(Arrays.stream(weights).min().orElse(0))
                + " to " + Columns.text(Arrays.stream(weights).max().orElse(0)) + ", " + Columns.text(Arrays.stream(weights).sum()) + " in all. ";
        String what = fitted ? "Losses, metrics, scaling and filled values are weighted; the split and batches count each row once."
                : "Losses and metrics are weighted; the split, batches, scaling and filled values count each row once.";
        return List.of(new Notice(column.name(), range + what, Notice.About.WEIGHT));
    }
}
