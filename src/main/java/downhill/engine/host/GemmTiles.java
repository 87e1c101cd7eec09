package downhill.engine.host;

/**
 * Pieces of a product of which each is small enough for BLAS's kernels for small products. Those read both factors as they lie; its other
 * kernels lay them out anew first, for which they need memory that is given out under one lock for all threads. A piece's terms are added
 * to those of the pieces before it.
 *
 * @param rows    of the result
 * @param columns of the result
 * @param terms   of its sums
 */
record GemmTiles(int rows, int columns, int terms) {
    /** Most multiplications that those kernels take. */
    private static final long SMALL = 1_000_000;
    /** With fewer rows, laying the second factor out row by row takes longer than the product gains. */
    private static final int MANY_ROWS = 256;
    private static final int SIDE = 64;
    /** Most columns that stay together. */
    private static final int WIDE = 96;
    private static final int MOST_ROWS = 256;
    private static final int MOST_TERMS = 128;
    /** Where both factors lie term by term, few of them stay in the cache. */
    private static final int MOST_TERMS_ACROSS = 512;
    private static final int PIECE = 1 << 18;
    private static final int PIECE_ACROSS = 1 << 17;
    private static final int STEP = 16;

    /** The whole product in one. */
    static final GemmTiles WHOLE = new GemmTiles(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

    /** @param turned whether the second factor is laid out row by row before */
    static GemmTiles of(GemmShape shape, boolean turned) {
        boolean across = shape.transposeB && !turned;
        if (across || (long) shape.m * shape.n * shape.k <= SMALL) {
            return WHOLE;
        }
        int columns = shape.n <= WIDE ? shape.n : SIDE;
        if (shape.transposeA) {
            int rows = even(shape.m, SIDE);
            return new GemmTiles(rows, columns, even(shape.k, between(PIECE_ACROSS / (rows * columns), SIDE, MOST_TERMS_ACROSS)));
        }
        int terms = even(shape.k, MOST_TERMS);
        return new GemmTiles(even(shape.m, between(PIECE / (columns * terms), SIDE, MOST_ROWS)), columns, terms);
    }

    /** Whether a second factor that lies column by column is better laid out row by row first. */
    static boolean turns(GemmShape shape) {
        return shape.transposeB && !shape.transposeA && (shape.m >= MANY_ROWS || FloatTurned.pays(shape));
    }

    boolean whole() {
        return rows == WHOLE.rows;
    }

    private static int between(int value, int least, int most) {
        return Math.max(least, Math.min(most, value));
    }

    /** About equal lengths, at most {@code most} but for what is rounded up to whole vectors. */
    private static int even(int length, int most) {
        int pieces = (length + most - 1) / most;
        int each = (length + pieces - 1) / pieces;
        return (each + STEP - 1) / STEP * STEP;
    }
}
