package downhill.data.prepare;

import downhill.data.Column;
import downhill.data.Columns;
import downhill.data.DataException;
import downhill.data.Notice;
import downhill.data.Table;
import downhill.data.Where;
import downhill.words.Said;
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
            throw new DataException(at(row, Said.of("weight.missing")));
        }
        if (weight < 0) {
            throw new DataException(at(row, Said.of("weight.negative", Columns.text(weight))));
        }
        if (Double.isInfinite(weight)) {
            throw new DataException(at(row, Said.of("weight.infinite")));
        }
        return weight;
    }

    private Said at(int row, Said what) {
        int line = table.line(row);
        return line > 0 ? Where.of(line, column.name(), what) : Said.of("place.row.column", row + 1, column.name(), what);
    }

    /** Those of these rows that count for something. */
    int[] counting(int[] rows) {
        int[] counting = IntStream.of(rows).filter(row -> of(row) > 0).toArray();
        if (counting.length == 0 && rows.length > 0) {
            throw new DataException(Said.of("weight.nothing", column.name()));
        }
        double least = IntStream.of(counting).mapToDouble(this::of).min().orElse(1);
        double most = IntStream.of(counting).mapToDouble(this::of).max().orElse(1);
        if (counting.length > 0 && !(most >= SMALLEST && most <= LARGEST)) {
            throw new DataException(Said.of("weight.size", column.name(), most, SMALLEST, LARGEST));
        }
        if (least / most < LEAST_SHARE) {
            throw new DataException(Said.of("weight.far", column.name(), least, most, LEAST_SHARE));
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
        Said told = Said.of(fitted ? "weight.told" : "weight.told.series", column.name(), rows.length,
                Columns.text(Arrays.stream(weights).min().orElse(0)),
                Columns.text(Arrays.stream(weights).max().orElse(0)), Columns.text(Arrays.stream(weights).sum()));
        return List.of(new Notice(column.name(), told, Notice.About.WEIGHT));
    }
}
