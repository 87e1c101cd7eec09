package downhill.ui.screen.explain;

import downhill.analysis.explain.Companions;
import downhill.analysis.explain.ExplainedColumn;
import downhill.analysis.explain.ExplainedRows;
import downhill.analysis.explain.ShapValues;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much each column moved what is said of each of some rows: Shapley values; of images slopes times pixels.
 *
 * @param asked   which model
 * @param columns the features
 * @param rows    that it was asked about
 * @param base    what is said on average over the background
 * @param values  [row][column], in the unit of what is predicted
 * @param noise   greatest standard error of a value; 0 where they are exact
 * @param behind  rows of the background
 * @param way     how they were had; null of images
 * @param alike   columns that go together in what it learned from, the closest first
 */
record MovedRows(Asked asked, List<ExplainedColumn> columns, ExplainedRows rows, double base, double[][] values, double noise, int behind,
              ShapValues.Way way, List<Companions.Pair> alike) {
    MovedRows {
        columns = List.copyOf(columns);
        alike = List.copyOf(alike);
    }

    /** Mean size of a column's values. */
    double mean(int column) {
        return Arrays.stream(values).mapToDouble(row -> Math.abs(row[column])).average().orElse(0);
    }

    /** Columns, the one that moves most first. */
    List<Integer> order() {
        double[] means = IntStream.range(0, columns.size()).mapToDouble(this::mean).toArray();
        return IntStream.range(0, means.length).boxed().sorted(Comparator.comparingDouble((Integer i) -> -means[i])).toList();
    }

    /** Values of one column. */
    double[] of(int column) {
        return Arrays.stream(values).mapToDouble(row -> row[column]).toArray();
    }

    /** Where each row stands among the values of a column, 0 for the least to 1 for the greatest; NaN for labels. */
    double[] shades(int column) {
        double[] there = new double[rows.count()];
        Arrays.setAll(there, row -> columns.get(column).value(rows.values(), row * rows.size()));
        double[] sorted = Arrays.stream(there).sorted().toArray();
        boolean ordered = !columns.get(column).isLabels() && sorted.length > 0 && sorted[0] < sorted[sorted.length - 1];
        return Arrays.stream(there).map(value -> ordered ? rank(sorted, value) : Double.NaN).toArray();
    }

    private static double rank(double[] sorted, double value) {
        int below = 0;
        int equal = 0;
        for (double each : sorted) {
            below += each < value ? 1 : 0;
            equal += each == value ? 1 : 0;
        }
        return equal == sorted.length ? 0.5 : (below + (equal - 1) / 2.0) / (sorted.length - 1);
    }
}
