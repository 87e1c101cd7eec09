package downhill.optim;

/**
 * What kind of value a formula of a rule has, told without knowing any model: one number for the run, or an array whose sides are
 * the rows, columns or all elements of the tensor that is being changed.
 *
 * @param number  whether it is one number for the run that the host computes
 * @param rows    length of the first side
 * @param columns length of the second side
 */
record ValueShape(boolean number, Side rows, Side columns) {
    /** One number for the run. */
    static final ValueShape NUMBER = new ValueShape(true, Side.ONE, Side.ONE);
    /** One number for each tensor. */
    static final ValueShape OF_TENSOR = new ValueShape(false, Side.ONE, Side.ONE);
    /** One number for each parameter. */
    static final ValueShape WHOLE = new ValueShape(false, Side.ROWS, Side.COLUMNS);

    static ValueShape of(Side rows, Side columns) {
        return new ValueShape(false, rows, columns);
    }

    boolean single() {
        return rows.equals(Side.ONE) && columns.equals(Side.ONE);
    }

    ValueShape transposed() {
        return new ValueShape(number, columns, rows);
    }

    /** What two values make element by element, sides of one being stretched; null where they do not fit. */
    ValueShape with(ValueShape other) {
        Side first = stretched(rows, other.rows);
        Side second = stretched(columns, other.columns);
        return first == null || second == null ? null : new ValueShape(number && other.number, first, second);
    }

    private static Side stretched(Side a, Side b) {
        if (a.equals(b) || b.equals(Side.ONE)) {
            return a;
        }
        return a.equals(Side.ONE) ? b : null;
    }

    /** As a message shows it: rows × columns. */
    String shown() {
        return rows.word() + " × " + columns.word();
    }
}
