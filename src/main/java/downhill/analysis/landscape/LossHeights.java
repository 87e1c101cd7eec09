package downhill.analysis.landscape;

/**
 * The loss at equally spaced points of a plane.
 *
 * @param plane    what the plane is
 * @param region   the part of it
 * @param z        [rows along b][columns along a], row 0 at the low end of b; NaN and infinities as the model gave them. Never
 *                 written to
 * @param scope    which training rows the loss is the mean of
 * @param complete false for a coarse one that a finer will follow
 */
public record LossHeights(Plane plane, Region region, double[][] z, DataScope scope, boolean complete) {
    /** Points along each axis. */
    public int resolution() {
        return z.length;
    }

    /** The a of a column. */
    public double a(int column) {
        return region.a(column, z[0].length);
    }

    /** The b of a row. */
    public double b(int row) {
        return region.b(row, z.length);
    }

    /** {a, b, loss} of the lowest finite point, or null where there is none. */
    public double[] lowest() {
        double[] best = null;
        for (int row = 0; row < z.length; row++) {
            for (int column = 0; column < z[row].length; column++) {
                double loss = z[row][column];
                if (Double.isFinite(loss) && (best == null || loss < best[2])) {
                    best = new double[] {a(column), b(row), loss};
                }
            }
        }
        return best;
    }
}
