package downhill.data.csv;

import downhill.data.Column;

/** Receives the cells of one column. */
interface CellSink {
    /**
     * Stores a cell.
     *
     * @return what is wrong with it, or null; after {@link ProblemKind#UNDERFLOW} and such the value is kept, else it counts as missing
     */
    ProblemKind put(int row, char[] chars, int start, int end);

    /** The column with its first {@code rows} rows. */
    Column column(String name, int rows);

    /** Cells so far that do not fit. */
    long bad();
}
