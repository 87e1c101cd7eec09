package downhill.data;

import java.util.stream.IntStream;

/** Neighbouring rows of others. */
record RowSlice(RowValues rows, int from, int count) implements RowValues {
    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public void copy(int row, double[] target, int at) {
        rows.copy(from + row, target, at);
    }

    @Override
    public double value(int row, int place) {
        return rows.value(from + row, place);
    }

    @Override
    public RowValues pick(int... picked) {
        return rows.pick(IntStream.of(picked).map(row -> from + row).toArray());
    }
}
