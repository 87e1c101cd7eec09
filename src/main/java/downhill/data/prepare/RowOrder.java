package downhill.data.prepare;

import downhill.data.Column;
import downhill.data.ColumnType;
import downhill.data.Table;
import downhill.words.Said;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How the rows of another file come into the order of those of training.
 *
 * @param rows   the row that comes first, then the second, and so on
 * @param remark what a person should know, in a sentence; empty where there is nothing
 */
public record RowOrder(int[] rows, Said remark) {
    /** Whether these rows of a table, which may be a piece of a longer one, are in order as they stand. */
    public static boolean isKept(Table table, Preprocessing preprocessing) {
        Column when = when(table, preprocessing);
        return when == null || TimeOrder.isRising(when) && when.missing() == 0;
    }

    /** The order of all rows of a file. */
    public static RowOrder of(Table table, Preprocessing preprocessing) {
        Column when = when(table, preprocessing);
        if (isKept(table, preprocessing)) {
            return new RowOrder(asTheyAre(table), Said.NOTHING);
        }
        if (when.missing() > 0) {
            return new RowOrder(asTheyAre(table), Said.of("roworder.lacks", when.name(), when.missing(), when.size()));
        }
        if (!TimeOrder.isDistinct(when)) {
            return new RowOrder(asTheyAre(table), Said.of("roworder.twice", when.name()));
        }
        return new RowOrder(TimeOrder.byDate(when), Said.of(TimeOrder.isFalling(when) ? "roworder.newest" : "roworder.other",
                when.name()));
    }

    private static int[] asTheyAre(Table table) {
        return IntStream.range(0, table.rows()).toArray();
    }

    /** What is to be said about a file that has not got the column; {@code found} are the columns of training that it has. */
    public static Optional<Said> absence(Preprocessing preprocessing, Set<String> found) {
        return Optional.ofNullable(preprocessing.order()).filter(column -> !found.contains(column)).map(RowOrder::absent);
    }

    private static Said absent(String column) {
        return Said.of("roworder.absent", column);
    }

    private static Column when(Table table, Preprocessing preprocessing) {
        return preprocessing.order() == null ? null : table.find(preprocessing.order()).map(column -> column.as(ColumnType.DATE))
                .orElse(null);
    }
}
