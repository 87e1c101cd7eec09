package downhill.ui.control;

/**
 * How small the cells of a grid may get, and which shape suits them. Lengths in points of usual type.
 *
 * @param width  least width of a cell
 * @param height least height of a cell
 * @param wider  how many times as wide as high a cell's picture is at its best
 * @param head   height of the words over the picture
 * @param gap    between cells
 */
public record GridSize(double width, double height, double wider, double head, double gap) {
    /** What a scroll bar takes at the right. */
    private static final double BAR = 16;

    /**
     * How cells stand.
     *
     * @param columns of equal width
     * @param height  of every cell
     * @param scrolls whether not all rows are in view
     */
    record Fit(int columns, double height, boolean scrolls) {
        int rows(int count) {
            return (count + columns - 1) / columns;
        }
    }

    /** The same for cells of another shape. */
    public GridSize shaped(double now) {
        return new GridSize(width, height, now, head, gap);
    }

    /** As many columns as make the pictures of {@code count} cells largest; where some cells would be too small, columns to scroll. */
    Fit fit(int count, double wide, double high, double type) {
        Fit best = null;
        double largest = 0;
        for (int columns = 1; columns <= count; columns++) {
            Fit now = whole(count, columns, high);
            double across = share(wide, columns);
            double size = Math.min(across / wider, now.height() - head * type);
            boolean roomy = across >= width * type && now.height() >= height * type || count == 1;
            if (roomy && (best == null || size > largest)) {
                largest = size;
                best = now;
            }
        }
        return best == null ? scrolled(Math.max(1, count), wide - BAR, high, type) : best;
    }

    private Fit whole(int count, int columns, double high) {
        return new Fit(columns, share(high, (count + columns - 1) / columns), false);
    }

    private Fit scrolled(int count, double wide, double high, double type) {
        int columns = Math.min(count, Math.max(1, (int) ((wide + gap) / (width * type + gap))));
        int rows = Math.max(1, (int) ((high + gap) / (height * type + gap)));
        return new Fit(columns, Math.max(height * type, share(high, rows)), true);
    }

    private double share(double whole, int parts) {
        return (whole + gap) / parts - gap;
    }
}
