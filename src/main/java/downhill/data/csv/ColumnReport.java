package downhill.data.csv;

import downhill.data.ColumnType;
import downhill.words.Said;

/**
 * What became of one column.
 *
 * @param name     name in the table
 * @param original name in the file, or "" if it had none
 * @param type     what the values are
 * @param why      why they were taken for that
 * @param missing  cells without a value, those that do not fit included
 * @param distinct different values
 * @param bad      cells that do not fit the type
 */
public record ColumnReport(String name, String original, ColumnType type, Said why, int missing, int distinct, long bad) {
}
