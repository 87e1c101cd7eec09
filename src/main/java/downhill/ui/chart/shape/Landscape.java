package downhill.ui.chart.shape;

/**
 * Heights over a rectangle of the plane.
 *
 * @param x from the first column's x to the last one's
 * @param y from the first row's y to the last one's
 * @param z {@code [ny][nx]}, at least 2 × 2, row 0 at the low end of y; values that are not finite stay blank. Not copied.
 * @param spacing how the levels between bands are spaced
 */
public record Landscape(Range x, Range y, double[][] z, Spacing spacing) {
    /** How levels are spaced. */
    public enum Spacing {
        /** Equal differences, or growing ones where most of the plane lies near the bottom. */
        AUTO,
        /** Equal differences. */
        LINEAR,
        /** Growing by ratios above the lowest point. */
        LOG,
        /** Heights are days since 1970-01-01, and levels are dates. */
        DATES
    }

    /** Checks the shape. */
    public Landscape {
        if (z.length < 2 || z[0].length < 2) {
            throw new IllegalArgumentException("A landscape has at least 2 × 2 heights");
        }
    }

    /** Rows. */
    public int rows() {
        return z.length;
    }

    /** Columns. */
    public int columns() {
        return z[0].length;
    }

    /** The height at a point by bilinear interpolation; NaN outside. */
    public double at(double atX, double atY) {
        double column = (atX - x.low()) / x.length() * (columns() - 1);
        double row = (atY - y.low()) / y.length() * (rows() - 1);
        if (!(column >= 0 && column <= columns() - 1 && row >= 0 && row <= rows() - 1)) {
            return Double.NaN;
        }
        int i = (int) Math.min(column, columns() - 2);
        int j = (int) Math.min(row, rows() - 2);
        double u = column - i;
        double v = row - j;
        return (1 - v) * ((1 - u) * z[j][i] + u * z[j][i + 1]) + v * ((1 - u) * z[j + 1][i] + u * z[j + 1][i + 1]);
    }
}
