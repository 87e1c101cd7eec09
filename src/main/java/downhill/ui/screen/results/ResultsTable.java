package downhill.ui.screen.results;

import downhill.ui.control.StyleSample;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Columns of the results; each sorts. */
final class ResultsTable {
    private static final double WIDE = 86;
    private static final double LARGE = 1e5;
    private static final double SMALL = 1e-4;

    private ResultsTable() {
    }

    /** Three digits, two where a power of ten follows: it fits into a narrow column. */
    private static String brief(double value) {
        double size = Math.abs(value);
        return Numbers.significant(value, size >= LARGE || size < SMALL ? 2 : 3);
    }

    static TableView<ResultRow> create(ObservableValue<String> metricTitle) {
        TableView<ResultRow> table = new TableView<>();
        table.getStyleClass().add("results");
        table.getColumns().add(contender());
        table.getColumns().add(number(Messages.binding("results.loss"), ResultRow::loss, row -> brief(row.loss()), 54));
        table.getColumns().add(number(Messages.binding("results.validation"), ResultRow::validation, row -> brief(row.validation()), 60));
        table.getColumns().add(number(metricTitle, ResultRow::metric, ResultRow::metricText, 57));
        table.accessibleTextProperty().bind(Messages.binding("results.title"));
        table.setFixedCellSize(27);
        return table;
    }

    /** With the rule's steps a second and how it ended. */
    static TableView<ResultRow> wide(ObservableValue<String> metricTitle) {
        TableView<ResultRow> table = create(metricTitle);
        table.getColumns().add(number(Messages.binding("results.steps"), row -> row.standing() == null ? Double.NaN : row.standing().step(),
                row -> row.standing() == null ? "" : Numbers.count(row.standing().step()), 90));
        table.getColumns().add(number(Messages.binding("results.rate"), ResultRow::rate, row -> Numbers.significant(row.rate(), 2), 90));
        TableColumn<ResultRow, String> outcome = new TableColumn<>();
        outcome.textProperty().bind(Messages.binding("results.outcome"));
        outcome.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue().outcome()));
        outcome.setPrefWidth(160);
        table.getColumns().add(outcome);
        table.getColumns().get(0).setPrefWidth(150);
        table.getColumns().subList(1, 4).forEach(column -> column.setPrefWidth(WIDE));
        return table;
    }

    private static TableColumn<ResultRow, ResultRow> contender() {
        TableColumn<ResultRow, ResultRow> column = new TableColumn<>();
        column.textProperty().bind(Messages.binding("results.contender"));
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setComparator(java.util.Comparator.comparing(ResultRow::name));
        column.setCellFactory(any -> new TableCell<>() {
            private final StyleSample sample = new StyleSample(0);

            @Override
            protected void updateItem(ResultRow row, boolean empty) {
                super.updateItem(row, empty);
                setGraphic(empty || row == null ? null : sample);
                setText(empty || row == null ? null : row.name());
                if (row != null) {
                    sample.setStyleIndex(row.contender().style());
                }
            }
        });
        column.setPrefWidth(107);
        return column;
    }

    private static TableColumn<ResultRow, Double> number(ObservableValue<String> title, ToDoubleFunction<ResultRow> value,
                                                         Function<ResultRow, String> words, double width) {
        TableColumn<ResultRow, Double> column = new TableColumn<>();
        column.textProperty().bind(title);
        column.getStyleClass().add("number");
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.applyAsDouble(cell.getValue())));
        column.setCellFactory(any -> new TableCell<>() {
            {
                getStyleClass().add("number");
            }

            @Override
            protected void updateItem(Double number, boolean empty) {
                super.updateItem(number, empty);
                ResultRow row = empty || getTableRow() == null ? null : getTableRow().getItem();
                setText(row == null ? null : words.apply(row));
            }
        });
        column.setPrefWidth(width);
        return column;
    }
}
