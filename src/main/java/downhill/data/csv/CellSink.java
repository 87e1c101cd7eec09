package downhill.data.csv;

import downhill.data.Column;

/** Receives the cells of one column. */
interface CellSink {
    /**
     * Stores a cell; rows come in order, the last may come again if it was rejected.
     *
     * @return what is wrong with it, or null; after {@link ProblemKind#UNDERFLOW} and such the value is kept, else it counts as missing
     */
    ProblemKind put(int row, Shape shape, char[] chars, int start, int end);

    /** The column with its first {@code rows} rows. */
    Column column(String name, int rows);

    /** Cells so far that do not fit. */
    long bad();
}
