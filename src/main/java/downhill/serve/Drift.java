package downhill.serve;

import downhill.data.Column;
import downhill.data.ColumnReading;
import downhill.data.LabelColumn;
import downhill.data.Table;
import downhill.data.prepare.FeatureStep;
import downhill.data.prepare.Preprocessing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/**
 * Whether what is asked looks like what was learned from. A number outside the range of training is counted; one further outside than half
 * that range is far, and flagged in the answer, as is a category that training did not have. For any threads.
 */
final class Drift {
    private static final double FAR = 0.5;

    /**
     * A value far outside training.
     *
     * @param row    from 0
     * @param column as training called it
     * @param value  the number, or the text of a category
     * @param least  of training; NaN of a category
     * @param greatest likewise
     */
    record Far(int row, String column, String value, double least, double greatest) {
    }

    private static final class Watched {
        private final Preprocessing preprocessing;
        private final FeatureStep step;
        private final double least;
        private final double greatest;
        private final LongAdder values = new LongAdder();
        private final LongAdder missing = new LongAdder();
        private final LongAdder outside = new LongAdder();
        private final LongAdder far = new LongAdder();
        private final DoubleAdder sum = new DoubleAdder();

        Watched(Preprocessing preprocessing, FeatureStep step, ColumnReading read) {
            this.preprocessing = preprocessing;
            this.step = step;
            boolean known = read != null && read.least() != null && read.greatest() != null;
            least = known ? read.least() : Double.NaN;
            greatest = known ? read.greatest() : Double.NaN;
        }

        void look(Column column, int row, int at, List<Far> flagged) {
            if (column.isMissing(row)) {
                missing.increment();
                return;
            }
            values.increment();
            if (step instanceof FeatureStep.OneHot labels) {
                category(labels, ((LabelColumn) column).text(row), at, flagged);
            } else {
                number(column, row, at, flagged);
            }
        }

        private void category(FeatureStep.OneHot labels, String text, int at, List<Far> flagged) {
            if (!labels.categories().contains(text) && preprocessing.category(labels, text).isEmpty()) {
                outside.increment();
                flag(new Far(at, step.column(), text, Double.NaN, Double.NaN), flagged);
            }
        }

        private void number(Column column, int row, int at, List<Far> flagged) {
            double value = column.number(row);
            sum.add(value);
            if (value < least || value > greatest) {
                outside.increment();
                double margin = FAR * (greatest - least);
                if (value < least - margin || value > greatest + margin) {
                    flag(new Far(at, step.column(), column.text(row), least, greatest), flagged);
                }
            }
        }

        private void flag(Far one, List<Far> flagged) {
            far.increment();
            flagged.add(one);
        }

        DriftLine line() {
            long count = values.sum();
            boolean number = step instanceof FeatureStep.Numeric;
            boolean mean = number && count > 0;
            FeatureStep.Numeric numeric = number ? (FeatureStep.Numeric) step : null;
            return new DriftLine(step.column(), count, missing.sum(), outside.sum(), far.sum(), mean ? sum.sum() / count : Double.NaN,
                    number ? numeric.center() : Double.NaN, number ? numeric.spread() : Double.NaN, least, greatest);
        }
    }

    private final Map<String, Watched> columns = new LinkedHashMap<>();

    Drift(Preprocessing preprocessing) {
        preprocessing.asked().forEach(step -> columns.putIfAbsent(step.column(), new Watched(preprocessing, step,
                preprocessing.reading() == null ? null : preprocessing.reading().column(step.column()).orElse(null))));
    }

    /** Counts the rows of a request's table, and says what is far outside training. */
    List<Far> look(Table table, int from, int to) {
        List<Far> flagged = new ArrayList<>();
        columns.forEach((name, watched) -> {
            Column column = table.column(name);
            for (int row = from; row < to; row++) {
                watched.look(column, row, row - from, flagged);
            }
        });
        return flagged;
    }

    /** By column of training. */
    List<DriftLine> lines() {
        return columns.values().stream().map(Watched::line).toList();
    }
}
