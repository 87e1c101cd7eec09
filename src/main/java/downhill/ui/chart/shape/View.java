package downhill.ui.chart.shape;

/**
 * The part of the plane that a person zoomed to.
 *
 * @param x what is shown of x, null for all
 * @param y what is shown of y, null for all
 */
public record View(Range x, Range y) {
    /** Everything. */
    public static final View ALL = new View(null, null);

    /** Whether nothing is zoomed. */
    public boolean isAll() {
        return x == null && y == null;
    }
}
