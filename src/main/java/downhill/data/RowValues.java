package downhill.data;

/**
 * Rows of numbers [count × size], kept in whatever form costs least and laid out row by row when they are asked for. Nobody writes to
 * them; any number of threads may ask at once.
 */
public interface RowValues {
    /** No rows. */
    RowValues NONE = of(new double[0], 0);

    /** Number of rows. */
    int count();

    /** Numbers of a row. */
    int size();

    /** Writes a row into {@code target}, its first number at {@code at}. */
    void copy(int row, double[] target, int at);

    /** One number of a row. */
    double value(int row, int place);

    /** Some rows, in this order, kept in the same form. */
    RowValues pick(int... rows);

    /** A row. */
    default double[] row(int row) {
        double[] values = new double[size()];
        copy(row, values, 0);
        return values;
    }

    /** Writes {@code rows} rows from {@code first} on into {@code target}, one behind the other from its start. */
    default void copy(int first, int rows, double[] target) {
        for (int i = 0; i < rows; i++) {
            copy(first + i, target, i * size());
        }
    }

    /** Writes some rows into {@code target}, in this order, one behind the other from its start. */
    default void copy(int[] rows, double[] target) {
        for (int i = 0; i < rows.length; i++) {
            copy(rows[i], target, i * size());
        }
    }

    /**
     * All numbers, row-major; do not write to them.
     *
     * @throws ArithmeticException where no array is so long
     */
    default double[] all() {
        double[] all = new double[Math.multiplyExact(count(), size())];
        copy(0, count(), all);
        return all;
    }

    /** Numbers that lie row by row already; kept, not copied. */
    static RowValues of(double[] values, int size) {
        return new PlainRows(values, size);
    }
}
