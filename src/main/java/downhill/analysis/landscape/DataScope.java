package downhill.analysis.landscape;

/**
 * Which training rows a landscape's loss is the mean of.
 *
 * @param rows  rows used: all, or a fixed random sample; 0 for a surface, which has none
 * @param total training rows there are
 */
public record DataScope(int rows, int total) {
    /** A function of the parameters alone. */
    public static final DataScope NONE = new DataScope(0, 0);

    /** Whether nothing was left out. */
    public boolean whole() {
        return rows == total;
    }
}
