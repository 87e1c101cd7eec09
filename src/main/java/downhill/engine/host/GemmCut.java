package downhill.engine.host;

/**
 * How the products of an instruction are cut into parts for several threads. It depends on their shapes alone and not on how many
 * threads there are, so neither do the bits: each part is one call of BLAS or some, whoever makes it.
 *
 * @param axis   along which each product is cut; null where whole products are dealt out
 * @param parts  of each product; 1 where {@code axis} is null
 * @param group  products of one part; 1 where products are cut
 * @param shares of all products
 * @param large  whether threads are woken for them
 */
record GemmCut(Axis axis, int parts, int group, int shares, boolean large) {
    /** Multiplications that take some ten microseconds. */
    private static final long SHARE = 1L << 18;
    /** Smaller ones stay whole: threads would wait for one another longer than they save. */
    private static final long LEAST = 1L << 20;
    private static final long LARGE = 1L << 22;
    private static final int MOST = 8;
    /** Cuts are made between tiles of BLAS's kernels. */
    private static final int TILE = 16;
    private static final int LEAST_TILES = 2;
    /** Rows or columns of a part beyond the second one: with fewer, BLAS would spend its time laying the other factor out anew. */
    private static final int LEAST_LENGTH = 256;
    /** Where nothing is laid out. */
    private static final int LEAST_IN_PIECES = 64;
    private static final int MOST_TERMS_IN_PIECES = 4;
    /** Sums of parts that are added up afterwards: so many numbers at most. */
    private static final int MOST_SUMS = 1 << 14;
    private static final int LONG = 4;

    /** Rows of the result, columns of the result, or terms of its sums, which are then added up part after part. */
    enum Axis { ROWS, COLUMNS, TERMS }

    /** @param pieces whether BLAS is given pieces that it reads as they lie */
    static GemmCut of(GemmShape shape, boolean pieces) {
        long each = (long) shape.m * shape.n * shape.k;
        if (each * shape.count < LEAST) {
            return new GemmCut(null, 1, Math.max(1, shape.count), Math.min(1, shape.count), false);
        }
        boolean large = each * shape.count >= LARGE;
        Axis axis = axis(shape);
        int parts = parts(axis, shape, each, pieces);
        if (parts < 2) {
            int group = (int) Math.max(1, Math.max(SHARE / each, (shape.count + Helpers.MOST_PARTS - 1) / Helpers.MOST_PARTS));
            return new GemmCut(null, 1, group, (shape.count + group - 1) / group, large);
        }
        return shape.count * parts > Helpers.MOST_PARTS ? new GemmCut(null, 1, 1, shape.count, large)
                : new GemmCut(axis, parts, 1, shape.count * parts, large);
    }

    /** A power of two, which two, four and eight threads share evenly. */
    private static int parts(Axis axis, GemmShape shape, long each, boolean pieces) {
        int length = length(axis, shape);
        int least = pieces ? LEAST_IN_PIECES : LEAST_LENGTH;
        int parts = pieces && axis == Axis.TERMS ? MOST_TERMS_IN_PIECES : MOST;
        long most = Math.min(Math.min(parts, each / SHARE), Math.min(length / TILE / LEAST_TILES, Math.max(2, length / least)));
        return (int) Math.max(1, Long.highestOneBit(most));
    }

    /** Long sums of small results are cut into shorter ones, since rows or columns would have both factors packed anew for each part. */
    private static Axis axis(GemmShape shape) {
        if (shape.k >= LONG * Math.max(shape.m, shape.n) && shape.m * shape.n <= MOST_SUMS) {
            return Axis.TERMS;
        }
        return shape.m >= shape.n ? Axis.ROWS : Axis.COLUMNS;
    }

    private static int length(Axis axis, GemmShape shape) {
        return switch (axis) {
            case ROWS -> shape.m;
            case COLUMNS -> shape.n;
            case TERMS -> shape.k;
        };
    }

    /** Where a part begins along its axis; the number of parts gives the axis' end. */
    int begin(GemmShape shape, int part) {
        int length = length(axis, shape);
        return part == parts ? length : (int) ((long) (length / TILE) * part / parts) * TILE;
    }
}
