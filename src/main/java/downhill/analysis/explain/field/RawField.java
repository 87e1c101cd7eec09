package downhill.analysis.explain.field;

import downhill.data.ColumnType;
import downhill.data.Columns;
import downhill.data.Dates;
import java.util.List;

/**
 * A value of a row that rules can speak of.
 *
 * @param column     of the file
 * @param back       rows before the last of a window, 0 where there is none
 * @param type       what its cells are read as
 * @param categories its labels, by their index; empty for numbers and dates
 * @param fill       what the model takes where a cell is empty, in the same unit; null where such a row cannot be scored
 */
public record RawField(String column, int back, ColumnType type, List<String> categories, Double fill) {
    public RawField {
        categories = List.copyOf(categories);
    }

    /** A number without a fill. */
    public static RawField number(String column) {
        return new RawField(column, 0, ColumnType.NUMBER, List.of(), null);
    }

    /** Labels without a fill. */
    public static RawField labels(String column, String... categories) {
        return new RawField(column, 0, ColumnType.CATEGORY, List.of(categories), null);
    }

    /** Whether its values are indexes of labels; −1 is a label that did not occur in training. */
    public boolean isLabels() {
        return !categories.isEmpty();
    }

    /** Whether its values are days since 1970-01-01. */
    public boolean isDate() {
        return type == ColumnType.DATE;
    }

    /** The column, and of a window how many rows before its last: {@code load[-3]}. */
    public String name() {
        return back == 0 ? column : column + "[-" + back + "]";
    }

    /** A value as a person writes it; null for a label that did not occur in training. */
    public String text(double value) {
        if (isLabels()) {
            return value < 0 ? null : categories.get((int) value);
        }
        String date = isDate() ? Dates.text(value, value != Math.rint(value)) : null;
        return date == null ? Columns.text(value) : date;
    }
}
