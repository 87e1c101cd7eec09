package downhill.data;

import java.util.stream.IntStream;

/** Numbers, NaN where missing. */
public final class NumberColumn implements Column {
    private final String name;
    private final double[] values;
    private final int missing;
    private int distinct = -1;

    /** @param values one for each row, NaN where missing; kept, not copied */
    public NumberColumn(String name, double[] values) {
        this.name = name;
        this.values = values;
        int absent = 0;
        for (double value : values) {
            absent += Double.isNaN(value) ? 1 : 0;
        }
        this.missing = absent;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ColumnType type() {
        return ColumnType.NUMBER;
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public boolean isMissing(int row) {
        return Double.isNaN(values[row]);
    }

    @Override
    public int missing() {
        return missing;
    }

    @Override
    public synchronized int distinct() {
        if (distinct < 0) {
            distinct = DistinctNumbers.count(values);
        }
        return distinct;
    }

    @Override
    public String text(int row) {
        return isMissing(row) ? null : Columns.text(values[row]);
    }

    @Override
    public double number(int row) {
        return values[row];
    }

    @Override
    public NumberColumn inOrder(int[] order) {
        return new NumberColumn(name, IntStream.of(order).mapToDouble(row -> values[row]).toArray());
    }

    /** A copy of the values, NaN where missing. */
    public double[] values() {
        return values.clone();
    }
}
