package downhill.ui.screen.results;

import downhill.ui.control.Rows;
import downhill.ui.control.SortKeys;
import downhill.ui.control.Tip;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.Comparator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
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
    /** A short name behind its line; with the other columns as wide as the card where its column scrolls. */
    private static final double NAME = 94;
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

    /**
     * Of the usual columns.
     *
     * @param metric   key of the metric's title
     * @param weighted by what losses are weighted, empty where they are not
     */
    static TableView<ResultLine> create(ObservableValue<String> metric, ObservableValue<String> weighted) {
        return create(metric, weighted, true);
    }

    private static TableView<ResultLine> create(ObservableValue<String> metric, ObservableValue<String> weighted, boolean outcomes) {
        TableView<ResultLine> table = new TableView<>();
        ObservableValue<String> words = following(weighted);
        table.getStyleClass().add("results");
        table.getColumns().add(contender(outcomes));
        table.getColumns().add(explained(number("results.loss", ResultRow::loss, ResultRow::lossText, 56),
                with("loss.about", words)));
        table.getColumns().add(explained(number("results.validation", ResultRow::validation,
                outcomes ? row -> Numbers.narrow(row.validation()) : ResultRow::validationText, 57), words));
        table.getColumns().add(number(following(metric), ResultRow::metric,
                outcomes ? ResultRow::metricText : ResultRow::metricSpreadText, 56));
        table.getColumns().add(number("results.rate", ResultRow::rate, ResultRow::rateText, 45));
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
    static TableView<ResultLine> wide(ObservableValue<String> metric, ObservableValue<String> weighted) {
        TableView<ResultLine> table = create(metric, weighted, false);
        table.getStyleClass().add(WIDE_STYLE);
        table.getColumns().add(number("results.steps", ResultRow::steps, ResultRow::stepsText, 74));
        table.getColumns().add(explained(number("results.best", row -> row.course().loss(),
                ResultRow::bestText, 84), with("results.best.about", following(weighted))));
        table.getColumns().add(explained(number("results.best.step", row -> row.course().step(),
                ResultRow::bestStepText, 78), Messages.binding("results.best.about")));
        table.getColumns().add(words("results.outcome", ResultRow::outcome, 110));
        table.getColumns().add(words("results.spread", ResultRow::spread, 200));
        table.getColumns().get(0).setPrefWidth(130);
        table.getColumns().subList(1, 5).forEach(column -> column.setPrefWidth(WIDE));
        table.getColumns().subList(VALIDATION, METRIC + 1).forEach(column -> column.setPrefWidth(SPREAD));
        return table;
    }

    private static TableColumn<ResultLine, String> words(String key, Function<ResultRow, String> of, double width) {
        TableColumn<ResultLine, String> column = new TableColumn<>();
        TermHeading.put(column, new ReadOnlyStringWrapper(key));
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

    /** The same for one table: what listens to it goes with the table, not with the card that outlives it. */
    private static ObservableValue<String> following(ObservableValue<String> words) {
        StringProperty own = new SimpleStringProperty();
        own.bind(words);
        return own;
    }

    private static ObservableValue<String> with(String key, ObservableValue<String> weighted) {
        return weighted.flatMap(words -> Messages.binding(key).map(about -> words.isEmpty() ? about : about + " " + words));
    }

    /** Each of the column's figures says what it is when it is pointed at, where there is something to say. */
    private static <T> TableColumn<ResultLine, T> explained(TableColumn<ResultLine, T> column, ObservableValue<String> words) {
        var cells = column.getCellFactory();
        column.setCellFactory(each -> {
            TableCell<ResultLine, T> cell = cells.call(each);
            Tip.on(cell, words);
            return cell;
        });
        return column;
    }

    private static TableColumn<ResultLine, Double> number(String key, ToDoubleFunction<ResultRow> value,
                                                         Function<ResultRow, String> words, double width) {
        return number(new ReadOnlyStringWrapper(key), value, words, width);
    }

    private static TableColumn<ResultLine, Double> number(ObservableValue<String> key, ToDoubleFunction<ResultRow> value,
                                                         Function<ResultRow, String> words, double width) {
        TableColumn<ResultLine, Double> column = new TableColumn<>();
        TermHeading.put(column, key);
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
