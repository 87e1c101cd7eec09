package downhill.data;

/** The values of one column. A missing value is its own thing, never a number or a text. */
public sealed interface Column permits NumberColumn, LabelColumn {
    String name();

    ColumnType type();

    /** Number of rows, missing values included. */
    int size();

    boolean isMissing(int row);

    /** Number of missing values. */
    int missing();

    /** Number of different values, missing ones apart. */
    int distinct();

    /** The value as text, or null if missing. */
    String text(int row);

    /** The value as a number (a date as days since 1970-01-01), or NaN if it is missing or no number. */
    double number(int row);

    /** The values in another order: the first is that of row order[0], and so on. */
    Column inOrder(int[] order);

    /** The same values under another type; what does not fit it becomes missing. */
    default Column as(ColumnType type) {
        return type == type() ? this : Columns.convert(this, type);
    }
}
