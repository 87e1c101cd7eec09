package downhill.ui.screen.explain;

import downhill.analysis.explain.ExplainedColumn;
import downhill.analysis.explain.ExplainedRows;
import downhill.analysis.explain.gradient.Sensitivity;
import java.util.Arrays;
import java.util.List;

/**
 * What slopes say of one row.
 *
 * @param asked   which model
 * @param row     alone
 * @param columns the features
 * @param output  index of the class that is told about; 0 of numbers
 * @param found   by number of the row
 */
record RowSlopes(Asked asked, ExplainedRows row, List<ExplainedColumn> columns, int output, Sensitivity found) {
    RowSlopes {
        columns = List.copyOf(columns);
    }

    /** Told so [size]. */
    double[] numbers(SlopeKind kind) {
        return switch (kind) {
            case INTEGRATED -> found.integrated();
            case TIMES -> found.timesInput();
            default -> smooth();
        };
    }

    private double[] smooth() {
        double[] times = new double[row.size()];
        Arrays.setAll(times, i -> found.smooth()[i] * row.values()[i]);
        return times;
    }

    /** Sums by column. */
    double[] byColumn(SlopeKind kind) {
        return Sensitivity.byColumn(numbers(kind), columns);
    }

    /** Of an image what its pixels have, in the unit of the file [size]. */
    double[] pixels() {
        return pixels(columns, row.values(), 0);
    }

    /** The same of a row among others. */
    static double[] pixels(List<ExplainedColumn> columns, double[] rows, int from) {
        return columns.stream().mapToDouble(column -> column.value(rows, from)).toArray();
    }

    /** Numbers of an image as it lies [row][column], sums over its channels; {@code shape} is channels, height, width. */
    static double[][] laid(double[] numbers, int[] shape) {
        double[][] laid = new double[shape[1]][shape[2]];
        for (int i = 0; i < shape[0] * shape[1] * shape[2]; i++) {
            laid[i / shape[2] % shape[1]][i % shape[2]] += numbers[i];
        }
        return laid;
    }
}
