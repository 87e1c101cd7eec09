package downhill.ui.screen.results;

import downhill.ui.i18n.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The results with all their columns, as text to be taken elsewhere, titled in the language of the window.
 *
 * @param header  names of the columns
 * @param numeric which of them are of numbers
 * @param rows    cells, as many in each as in the header; empty where there is no value
 */
record ResultSheet(List<String> header, List<Boolean> numeric, List<List<String>> rows) {
    private record Column(String title, boolean numeric, Function<ResultRow, String> cell) {
        static Column words(String key, Function<ResultRow, String> cell) {
            return new Column(Messages.text(key), false, cell);
        }

        static Column told(String title, Function<ResultRow, String> cell) {
            return new Column(title, true, cell);
        }

        /** With all digits; empty where there is no number. */
        static Column exact(String title, ToDoubleFunction<ResultRow> value) {
            return new Column(title, true, row -> Double.isNaN(value.applyAsDouble(row)) ? "" : Double.toString(value.applyAsDouble(row)));
        }

        /** Of whole numbers. */
        static Column whole(String key, ToDoubleFunction<ResultRow> value) {
            return new Column(Messages.text(key), true, row -> Double.isNaN(value.applyAsDouble(row)) ? ""
                    : Long.toString(Math.round(value.applyAsDouble(row))));
        }
    }

    /**
     * As the table tells them: rounded, and the spread over seeds as there.
     *
     * @param metric title of the metric
     * @param data   whether there are validation rows; a surface has none
     */
    static ResultSheet told(List<ResultRow> rows, String metric, boolean data) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.words("results.contender", ResultRow::name));
        columns.add(Column.told(Messages.text("results.loss"), ResultRow::lossText));
        if (data) {
            columns.add(Column.told(Messages.text("results.validation"), ResultRow::validationText));
            columns.add(Column.told(metric, ResultRow::metricSpreadText));
        }
        columns.add(Column.told(Messages.text("results.rate"), ResultRow::rateText));
        columns.add(Column.told(Messages.text("results.steps"), ResultRow::stepsText));
        if (data) {
            columns.add(Column.told(Messages.text("results.best"), ResultRow::bestText));
            columns.add(Column.told(Messages.text("results.best.step"), ResultRow::bestStepText));
        }
        columns.add(Column.words("results.outcome", ResultRow::outcome));
        if (rows.stream().anyMatch(row -> !row.spread().isEmpty())) {
            columns.add(Column.words("results.spread", ResultRow::spread));
        }
        return of(columns, rows);
    }

    /** The same with all digits, shares as parts of 1, and each figure in a cell of its own. */
    static ResultSheet exact(List<ResultRow> rows, String metric, boolean data) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.words("results.contender", ResultRow::name));
        columns.add(Column.exact(Messages.text("results.loss"), ResultRow::loss));
        if (data) {
            columns.add(Column.exact(Messages.text("results.validation"), ResultRow::validation));
            columns.add(Column.exact(metric, ResultRow::metric));
        }
        columns.add(Column.exact(Messages.text("results.rate"), ResultRow::rate));
        columns.add(Column.whole("results.steps", ResultRow::steps));
        if (data) {
            columns.add(Column.exact(Messages.text("results.best"), row -> row.course().loss()));
            columns.add(Column.whole("results.best.step", row -> row.course().step()));
        }
        columns.add(Column.words("results.outcome", ResultRow::outcome));
        columns.add(Column.whole("results.spread", row -> row.contender().seeds()));
        if (data) {
            columns.add(Column.exact(Messages.text("results.deviation", Messages.text("results.validation")),
                    ResultRow::validationDeviation));
            columns.add(Column.exact(Messages.text("results.deviation", metric), ResultRow::metricDeviation));
        }
        columns.add(Column.exact(Messages.text("results.least"), ResultRow::low));
        columns.add(Column.exact(Messages.text("results.most"), ResultRow::high));
        return of(columns, rows);
    }

    private static ResultSheet of(List<Column> columns, List<ResultRow> rows) {
        return new ResultSheet(columns.stream().map(Column::title).toList(), columns.stream().map(Column::numeric).toList(),
                rows.stream().map(row -> columns.stream().map(column -> column.cell().apply(row)).toList()).toList());
    }
}
