package downhill.export;

import downhill.data.Column;
import downhill.data.ColumnReading;
import downhill.data.ColumnType;
import downhill.data.CounterRandom;
import downhill.data.LabelColumn;
import downhill.data.NumberColumn;
import downhill.data.Table;
import downhill.data.prepare.FeatureStep;
import downhill.data.prepare.Preprocessing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Rows made up for a model whose data are not at hand: numbers between the least and the greatest of training, every category, and a gap
 * now
 * and then where the model knows what to do with one.
 */
public final class MadeRows {
    private static final int GAP_EVERY = 7;

    private MadeRows() {
    }

    /** As many as are kept, and those before them that a window needs. */
    public static Table of(Preprocessing steps) {
        int rows = StoredRows.COUNT + (steps.sequence() == null ? 0 : steps.sequence().reach());
        List<Column> columns = new ArrayList<>();
        for (FeatureStep step : steps.asked()) {
            columns.add(column(steps, step, columns.size(), rows));
        }
        return new Table(columns);
    }

    private static Column column(Preprocessing steps, FeatureStep step, int place, int rows) {
        if (step instanceof FeatureStep.OneHot labels) {
            int[] codes = new int[rows];
            Arrays.setAll(codes, row -> labels.fill() != null && gap(row, place) ? -1 : row % labels.categories().size());
            return new LabelColumn(step.column(), step.type(), codes, labels.categories());
        }
        double[] range = range(steps, step);
        double[] values = new double[rows];
        Arrays.setAll(values, row -> fills(step) && gap(row, place) ? Double.NaN : between(range, row, place));
        return new NumberColumn(step.column(), step.type() == ColumnType.DATE ? floor(values, range[0]) : values);
    }

    private static boolean gap(int row, int place) {
        return (row + place) % GAP_EVERY == GAP_EVERY - 1;
    }

    private static boolean fills(FeatureStep step) {
        return step instanceof FeatureStep.Numeric number && number.fill() != null
                || step instanceof FeatureStep.Relative relative && relative.fill() != null;
    }

    private static double between(double[] range, int row, int place) {
        return range[0] + (range[1] - range[0]) * CounterRandom.uniform(place, CounterRandom.SAMPLING, row);
    }

    /** Whole days, but for the first where times of day were among the dates of training. */
    private static double[] floor(double[] days, double least) {
        return Arrays.stream(days).map(day -> Math.max(Math.floor(day), least)).toArray();
    }

    /** What the numbers lie between. */
    private static double[] range(Preprocessing steps, FeatureStep step) {
        Optional<ColumnReading> read = steps.reading() == null ? Optional.empty() : steps.reading().column(step.column());
        if (read.isPresent() && read.get().least() != null && read.get().greatest() != null) {
            return new double[] {read.get().least(), read.get().greatest()};
        }
        return step instanceof FeatureStep.Numeric number
                ? new double[] {number.center() - number.spread(), number.center() + number.spread()} : new double[] {1, 2};
    }
}
