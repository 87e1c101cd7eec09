package downhill.engine.host;

/** How the parts of a sum or a largest value that different blocks give are put together. */
enum SumForm {
    /** Whole rows, one below the other: a block gives a number for each column. */
    FOLDED,
    /** Whole rows: each gives one number. */
    ROWS,
    /** Rows longer than a block: each block gives a number, or two where a row ends in it. */
    PIECES,
    /** Number by number: a block has to know the total, in which columns do not meet. */
    COLUMNS,
    /** The same where they do. */
    NUMBERS;

    private static final int PIECES_OF_BLOCK = 2;

    /** @param block that is walked at once, in a space of more than one */
    static SumForm of(OperandWalk walk, boolean maximum, int block) {
        boolean whole = walk.inner() <= block;
        if (whole && !maximum && walk.periodic()) {
            return FOLDED;
        }
        if (walk.innerStride() == 0) {
            return whole ? ROWS : PIECES;
        }
        return walk.periodic() ? COLUMNS : NUMBERS;
    }

    /** Whether what a block gives is kept until it is added. */
    boolean apart() {
        return this != COLUMNS && this != NUMBERS;
    }

    /** Numbers that are kept of each block until all are added. */
    int kept(OperandWalk walk, int block) {
        return switch (this) {
            case FOLDED -> walk.inner();
            case ROWS -> block / walk.inner();
            case PIECES -> PIECES_OF_BLOCK;
            default -> 0;
        };
    }
}
