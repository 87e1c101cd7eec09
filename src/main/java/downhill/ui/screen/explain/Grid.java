package downhill.ui.screen.explain;

import downhill.analysis.explain.ExplainedColumn;
import downhill.analysis.explain.ExplainedRows;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Values of a column along which what is said is told. */
final class Grid {
    private static final int POINTS = 40;

    private Grid() {
    }

    /** Every label, or numbers evenly from the least to the greatest of some rows; fewer than two where all are the same. */
    static double[] of(ExplainedColumn column, ExplainedRows rows) {
        return of(column, rows, POINTS);
    }

    /** The same with so many numbers. */
    static double[] of(ExplainedColumn column, ExplainedRows rows, int points) {
        if (column.isLabels()) {
            return IntStream.range(0, column.categories().size()).asDoubleStream().toArray();
        }
        double[] there = there(column, rows);
        if (there.length == 0 || !(there[0] < there[there.length - 1])) {
            return Arrays.copyOf(there, Math.min(1, there.length));
        }
        double low = there[0];
        double high = there[there.length - 1];
        return IntStream.range(0, points).mapToDouble(i -> i == points - 1 ? high : low + (high - low) * i / (points - 1)).toArray();
    }

    /** Values that rows have, in order. */
    static double[] there(ExplainedColumn column, ExplainedRows rows) {
        return IntStream.range(0, rows.count()).mapToDouble(row -> column.value(rows.values(), row * rows.size()))
                .filter(Double::isFinite).sorted().toArray();
    }
}
