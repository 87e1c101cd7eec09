package downhill.data;

/**
 * Rows whose numbers lie one behind the other.
 *
 * @param values count × size
 */
record PlainRows(double[] values, int size) implements RowValues {
    /** Rows of fewer numbers are copied one by one: that takes less than the call for a row. */
    private static final int SHORT = 16;

    @Override
    public int count() {
        return size == 0 ? 0 : values.length / size;
    }

    @Override
    public void copy(int row, double[] target, int at) {
        System.arraycopy(values, row * size, target, at, size);
    }

    @Override
    public void copy(int first, int rows, double[] target) {
        System.arraycopy(values, first * size, target, 0, rows * size);
    }

    @Override
    public void copy(int[] rows, double[] target) {
        if (size >= SHORT) {
            RowValues.super.copy(rows, target);
            return;
        }
        int at = 0;
        for (int row : rows) {
            int end = (row + 1) * size;
            for (int from = row * size; from < end; from++) {
                target[at++] = values[from];
            }
        }
    }

    @Override
    public double value(int row, int place) {
        return values[row * size + place];
    }

    @Override
    public RowValues pick(int... rows) {
        double[] picked = new double[rows.length * size];
        for (int i = 0; i < rows.length; i++) {
            copy(rows[i], picked, i * size);
        }
        return new PlainRows(picked, size);
    }

    @Override
    public double[] all() {
        return values;
    }
}
