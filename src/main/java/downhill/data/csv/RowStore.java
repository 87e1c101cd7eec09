package downhill.data.csv;

import java.util.Arrays;
import java.util.List;

/** Where a pass puts the cells of its rows: a sink for each column, and the line that each row starts at. */
class RowStore {
    private static final int FIRST_ROWS = 1024;

    private List<CellSink> sinks;
    private int[] lines = new int[FIRST_ROWS];
    private int rows;

    RowStore(List<CellSink> sinks) {
        this.sinks = sinks;
    }

    /** Puts a cell of the row that is being read; it counts once the row is kept. */
    final ProblemKind put(int column, Shape shape, char[] chars, int start, int end) {
        return sinks.get(column).put(rows, shape, chars, start, end);
    }

    final ProblemKind put(int column, Shape shape, double value, char[] chars, int start, int end) {
        return sinks.get(column).put(rows, shape, value, chars, start, end);
    }

    /** Whether cells may come column by column. */
    boolean byColumn() {
        return true;
    }

    /** Puts all rows of a batch; false if a cell of it does not fit, and then no row counts. */
    final boolean putAll(CellBatch batch) {
        for (int j = 0; j < sinks.size(); j++) {
            if (!sinks.get(j).putAll(rows, batch.column(j))) {
                return false;
            }
        }
        for (int row = 0; row < batch.count(); row++) {
            add(batch.records().lines().next());
        }
        return true;
    }

    /** The row whose cells were put last is one of the table. */
    void keep(Row row) {
        add(row.line());
    }

    final void add(long line) {
        if (rows == lines.length) {
            lines = Arrays.copyOf(lines, rows * 2);
        }
        lines[rows++] = (int) Math.min(Integer.MAX_VALUE, line);
    }

    /** Begins anew with other sinks. */
    final void clear(List<CellSink> others) {
        sinks = others;
        rows = 0;
    }

    final int rows() {
        return rows;
    }

    final int[] lines() {
        return Arrays.copyOf(lines, rows);
    }

    final List<CellSink> sinks() {
        return sinks;
    }
}
