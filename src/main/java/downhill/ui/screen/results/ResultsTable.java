package downhill.ui.screen.results;

import downhill.ui.control.Buttons;
import downhill.ui.control.Rows;
import downhill.ui.control.SortKeys;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.Comparator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Columns of the results; each sorts. */
final class ResultsTable {
    /** Height of a line: a name with its outcome below. */
    private static final double ROW = 38;
    /** Height of a line where the outcome has a column of its own. */
    private static final double LOW_ROW = 27;
    /** Height of the headings. */
    static final double HEAD = 27;
    private static final String WIDE_STYLE = "wide";
    private static final double WIDE = 86;
    /** A mean with its deviation. */
    private static final double SPREAD = 132;
    /** A short name behind its line. */
    private static final double NAME = 98;
    /** What of it goes to the scroll bar where there is one. */
    private static final double BAR = 16;
    private static final int VALIDATION = 2;
    private static final int METRIC = 3;
    private static final int BEST = 6;
    private static final int BEST_STEP = 7;

    private ResultsTable() {
    }

    /** How high a line of this table is at the usual size of type. */
    static double rowHeight(TableView<ResultLine> table) {
        return table.getStyleClass().contains(WIDE_STYLE) ? LOW_ROW : ROW;
    }

    static TableView<ResultLine> create(ObservableValue<String> metricTitle) {
        return create(metricTitle, true);
    }

    private static TableView<ResultLine> create(ObservableValue<String> metricTitle, boolean outcomes) {
        TableView<ResultLine> table = new TableView<>();
        table.getStyleClass().add("results");
        table.getColumns().add(contender(outcomes));
        table.getColumns().add(explained(number(Messages.binding("results.loss"), ResultRow::loss, ResultRow::lossText, 62), "loss.about"));
        table.getColumns().add(number(Messages.binding("results.validation"), ResultRow::validation,
                outcomes ? row -> Numbers.narrow(row.validation()) : ResultRow::validationText, 62));
        table.getColumns().add(number(metricTitle, ResultRow::metric, outcomes ? ResultRow::metricText : ResultRow::metricSpreadText, 57));
        table.getColumns().add(number(Messages.binding("results.rate"), ResultRow::rate, ResultRow::rateText, 46));
        table.accessibleTextProperty().bind(Messages.binding("results.title"));
        table.setPlaceholder(Rows.paragraph(Messages.binding("results.none")));
        SortKeys.on(table);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        return table;
    }

    /** A surface has no validation rows and no metric. */
    static void showData(TableView<ResultLine> table, boolean data) {
        table.getColumns().get(VALIDATION).setVisible(data);
        table.getColumns().get(METRIC).setVisible(data);
        if (table.getStyleClass().contains(WIDE_STYLE)) {
            table.getColumns().get(BEST).setVisible(data);
            table.getColumns().get(BEST_STEP).setVisible(data);
        }
    }

    /** With the rule's steps a second and how it ended. */
    static TableView<ResultLine> wide(ObservableValue<String> metricTitle) {
        TableView<ResultLine> table = create(metricTitle, false);
        table.getStyleClass().add(WIDE_STYLE);
        table.getColumns().add(number(Messages.binding("results.steps"), ResultRow::steps, ResultRow::stepsText, 74));
        table.getColumns().add(explained(number(Messages.binding("results.best"), row -> row.course().loss(),
                ResultRow::bestText, 84), "results.best.about"));
        table.getColumns().add(explained(number(Messages.binding("results.best.step"), row -> row.course().step(),
                ResultRow::bestStepText, 78), "results.best.about"));
        table.getColumns().add(words("results.outcome", ResultRow::outcome, 110));
        table.getColumns().add(words("results.spread", ResultRow::spread, 200));
        table.getColumns().get(0).setPrefWidth(130);
        table.getColumns().subList(1, 5).forEach(column -> column.setPrefWidth(WIDE));
        table.getColumns().subList(VALIDATION, METRIC + 1).forEach(column -> column.setPrefWidth(SPREAD));
        return table;
    }

    private static TableColumn<ResultLine, String> words(String key, Function<ResultRow, String> of, double width) {
        TableColumn<ResultLine, String> column = new TableColumn<>();
        column.textProperty().bind(Messages.binding(key));
        column.getStyleClass().add("words");
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(of.apply(cell.getValue().row())));
        column.setCellFactory(any -> new ResultCell<>(HPos.LEFT, of));
        column.setPrefWidth(width);
        return column;
    }

    private static TableColumn<ResultLine, ResultLine> contender(boolean outcomes) {
        TableColumn<ResultLine, ResultLine> column = new TableColumn<>();
        column.textProperty().bind(Messages.binding("results.contender"));
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setComparator(Comparator.comparing(line -> line.row().name()));
        column.setCellFactory(any -> nameCell(outcomes));
        column.setPrefWidth(NAME);
        column.setMinWidth(NAME - BAR);
        return column;
    }

    private static TableCell<ResultLine, ResultLine> nameCell(boolean outcomes) {
        TableCell<ResultLine, ResultLine> cell = new TableCell<>();
        ResultName name = new ResultName(outcomes);
        name.follow(ResultCell.shown(cell));
        cell.graphicProperty().bind(cell.itemProperty().map(line -> name));
        return cell;
    }

    /** Each of the column's figures says what it is when it is pointed at. */
    private static <T> TableColumn<ResultLine, T> explained(TableColumn<ResultLine, T> column, String key) {
        var cells = column.getCellFactory();
        column.setCellFactory(each -> {
            TableCell<ResultLine, T> cell = cells.call(each);
            cell.setTooltip(Buttons.tooltip(key));
            return cell;
        });
        return column;
    }

    private static TableColumn<ResultLine, Double> number(ObservableValue<String> title, ToDoubleFunction<ResultRow> value,
                                                         Function<ResultRow, String> words, double width) {
        TableColumn<ResultLine, Double> column = new TableColumn<>();
        column.textProperty().bind(title);
        column.getStyleClass().add("number");
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.applyAsDouble(cell.getValue().row())));
        column.setCellFactory(any -> {
            ResultCell<Double> cell = new ResultCell<>(HPos.RIGHT, words);
            cell.getStyleClass().add("number");
            return cell;
        });
        column.setPrefWidth(width);
        column.setMinWidth(width);
        return column;
    }
}
