package downhill.data.prepare;

import downhill.data.Column;
import downhill.data.ColumnType;
import downhill.data.DataSpec;
import downhill.data.Table;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Puts the rows of a time series in the order of the column that has a date in every row, no date twice. All other tables have the order
 * of their file.
 */
public final class TimeOrder {
    private TimeOrder() {
    }

    /** The table in the order that the specification asks for; the table itself where it has that order. */
    public static Table arranged(Table table, DataSpec spec) {
        Optional<Column> when = column(table, spec);
        if (when.isPresent()) {
            return isRising(when.get()) ? table : table.inOrder(byDate(when.get()));
        }
        return isAsInFile(table) ? table : table.inOrder(sorted(table.rows(), Comparator.comparingInt(table::line)));
    }

    /** The column of dates that the rows are in the order of, if the specification asks for one and there is one. */
    static Optional<Column> column(Table table, DataSpec spec) {
        return spec.sequence() != null && spec.edition().isSecond() ? dates(table).filter(TimeOrder::isDistinct) : Optional.empty();
    }

    /** The rows from the earliest date to the latest. */
    static int[] byDate(Column when) {
        return sorted(when.size(), Comparator.comparingDouble(when::number));
    }

    private static int[] sorted(int rows, Comparator<Integer> order) {
        return IntStream.range(0, rows).boxed().sorted(order).mapToInt(Integer::intValue).toArray();
    }

    static boolean isAsInFile(Table table) {
        return IntStream.range(1, table.rows()).allMatch(row -> table.line(row) >= table.line(row - 1));
    }

    /** The first column of dates that lacks none. */
    static Optional<Column> dates(Table table) {
        return table.columns().stream().filter(column -> column.type() == ColumnType.DATE && column.missing() == 0).findFirst();
    }

    static boolean isDistinct(Column column) {
        return column.distinct() == column.size();
    }

    static boolean isRising(Column column) {
        return IntStream.range(1, column.size()).allMatch(row -> column.number(row) >= column.number(row - 1));
    }

    static boolean isFalling(Column column) {
        return IntStream.range(1, column.size()).allMatch(row -> column.number(row) <= column.number(row - 1));
    }
}
