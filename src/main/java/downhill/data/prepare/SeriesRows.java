package downhill.data.prepare;

import downhill.data.Room;
import downhill.data.RowValues;

/** The rows of a series that windows are cut of, each written once, when the first window needs it. */
final class SeriesRows {
    private final RowWriter writer;
    private final int told;
    private final double[] numbers;
    private final int[] codes;
    private final boolean[] written;
    /** Name of the first column without a value; null for rows that have all. */
    private final String[] absent;
    private final UnknownCategories unknown = new UnknownCategories();
    private final RowValues values;

    /**
     * @param told  first row whose unknown categories are counted
     * @param width inputs of a row
     */
    SeriesRows(RowWriter writer, int rows, int told, int width) {
        RowLayout layout = writer.layout();
        Checks.room(rows, width, layout.cost(), Room.here());
        this.writer = writer;
        this.told = told;
        numbers = new double[rows * layout.numbers()];
        codes = new int[rows * layout.codes()];
        written = new boolean[rows];
        absent = new String[rows];
        values = layout.rows(rows, numbers, codes);
    }

    /** Name of the first column that some rows lack, in the first row that lacks one; null where all have all. */
    String absent(int start, int length) {
        for (int row = start; row < start + length; row++) {
            if (!written[row]) {
                write(row);
            }
            if (absent[row] != null) {
                return absent[row];
            }
        }
        return null;
    }

    private void write(int row) {
        RowLayout layout = writer.layout();
        absent[row] = writer.write(row, numbers, row * layout.numbers(), codes, row * layout.codes(), row < told ? null : unknown);
        written[row] = true;
    }

    RowValues values() {
        return values;
    }

    UnknownCategories unknown() {
        return unknown;
    }
}
