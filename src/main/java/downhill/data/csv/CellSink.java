package downhill.data.csv;

import downhill.data.Column;

/** Receives the cells of one column. */
interface CellSink {
    /**
     * What of a cell can be found out without the others, so that any thread may ask: the number that it is, NaN where it is none that is
     * read at once; or, of a sink that {@link #hashes}, the hash of its text as {@link TextIndex} takes it.
     */
    default double read(Shape shape, char[] chars, int start, int end) {
        return Double.NaN;
    }

    /** Whether {@link #read} gives hashes of texts. */
    default boolean hashes() {
        return false;
    }

    /** Stores a cell that was not yet read. */
    default ProblemKind put(int row, Shape shape, char[] chars, int start, int end) {
        return put(row, shape, read(shape, chars, start, end), chars, start, end);
    }

    /**
     * Stores a cell; rows come in order, the last may come again if it was rejected.
     *
     * @param value what {@link #read} gives for it
     * @return what is wrong with it, or null; after {@link ProblemKind#UNDERFLOW} and such the value is kept, else it counts as missing
     */
    ProblemKind put(int row, Shape shape, double value, char[] chars, int start, int end);

    /** Whether nothing is to be said of a cell for which {@link #read} gave {@code value}; any thread may ask. */
    boolean fits(Shape shape, double value, char[] chars, int start, int end);

    /**
     * Stores the cells of a batch from a row on, if they fit.
     *
     * @return false if one does not; then they are to be stored one by one
     */
    boolean putAll(int row, CellColumn cells);

    /** The column with its first {@code rows} rows. */
    Column column(String name, int rows);

    /** Cells so far that do not fit. */
    long bad();
}
