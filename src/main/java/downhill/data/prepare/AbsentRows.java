package downhill.data.prepare;

import downhill.data.RowValues;

/** Rows that are elsewhere: how many there are and how wide they are is all that is known here. */
record AbsentRows(int count, int size) implements RowValues {
    @Override
    public void copy(int row, double[] target, int at) {
        throw elsewhere();
    }

    @Override
    public double value(int row, int place) {
        throw elsewhere();
    }

    @Override
    public RowValues pick(int... rows) {
        throw elsewhere();
    }

    private static IllegalStateException elsewhere() {
        return new IllegalStateException("the rows are elsewhere");
    }
}
