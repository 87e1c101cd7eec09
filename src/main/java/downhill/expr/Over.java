package downhill.expr;

/** Over what a {@link Reduction} goes. Rows of a matrix are outputs, columns inputs, as in PyTorch's weights [outputs × inputs]. */
public enum Over {
    /** All elements of one tensor: a number for each tensor. */
    TENSOR(""),
    /** Each row of a matrix: a column of numbers, one for each row. */
    ROW("row_"),
    /** Each column of a matrix: a row of numbers, one for each column. */
    COLUMN("column_"),
    /** All elements of all tensors: a number for the run. */
    ALL("all_");

    private final String prefix;

    Over(String prefix) {
        this.prefix = prefix;
    }

    /** What stands before the {@linkplain Reduction#word word} of the reduction. */
    public String prefix() {
        return prefix;
    }
}
