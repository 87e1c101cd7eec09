package downhill.data.csv;

/**
 * Of a table of which only a sample was read.
 *
 * @param rows rows drawn and imported
 * @param of   rows that there are
 * @param seed the same seed draws the same rows from the same file
 */
public record Drawn(long rows, long of, long seed) {
}
