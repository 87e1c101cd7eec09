package downhill.data;

import downhill.words.Said;

/** Where in a table something is, before what is said about it. */
public final class Where {
    private Where() {
    }

    /**
     * With line and column.
     *
     * @param line   of the file, from 1; 0 where it is not known, or for the whole file
     * @param column or null for the whole row
     */
    public static Said of(long line, String column, Said what) {
        if (line <= 0) {
            return column == null ? what : Said.of("place.column", column, what);
        }
        return column == null ? Said.of("place.line", line, what) : Said.of("place.line.column", line, column, what);
    }
}
