package downhill.ui.screen.explain;

import downhill.data.Visible;
import downhill.ui.command.Command;
import downhill.ui.control.Card;
import downhill.ui.control.CommandButton;
import downhill.ui.control.LeastWidths;
import downhill.ui.control.Rows;
import downhill.ui.control.SortKeys;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The rows that the model is asked about: what is so, what it says, how far that is off. The worst stand first, or as a person sorts. */
final class RowsCard {
    private static final Comparator<SaidRow> WORST = Comparator.comparingDouble(SaidRow::off).reversed()
            .thenComparing(SaidRow::tableRow);
    private static final double LEAST = 140;
    private static final double NUMBER = 52;

    private final ExplainModel model;
    private final TableView<SaidRow> table = new TableView<>();
    private final TableColumn<SaidRow, Double> actual;
    private final Card card = new Card(Messages.binding("explain.rows"));
    private final Subscriptions attached = new Subscriptions();
    private SaidRows shown;
    private boolean quiet;

    /** {@code worst} puts the worst first. */
    RowsCard(ExplainModel model, Command worst) {
        this.model = model;
        card.setId("explain-rows");
        card.actions(CommandButton.link("explain.rows.worst", worst));
        table.setId("explain-table");
        table.setMinHeight(LEAST);
        table.accessibleTextProperty().bind(Messages.binding("explain.rows"));
        table.accessibleHelpProperty().bind(Messages.binding("explain.rows.how"));
        table.setPlaceholder(Rows.paragraph(Messages.binding("explain.rows.empty")));
        actual = column(SaidRow::actual, row -> RowText.value(shown.asked().prepared(), row.actual()), 56);
        table.getColumns().setAll(List.of(
                named("explain.row", column(row -> row.tableRow(), row -> RowText.number(row.tableRow()), 52)), actual,
                named("explain.said", column(SaidRow::said, row -> RowText.value(shown.asked().prepared(), row.said()), 56)),
                named("explain.error", column(SaidRow::error, row -> RowText.error(shown.asked().prepared(), row.error()), 56))));
        table.getColumns().get(0).setMaxWidth(NUMBER);
        table.getColumns().get(3).setMaxWidth(NUMBER + 14);
        LeastWidths.keep(table);
        SortKeys.on(table);
        table.setSortPolicy(sorted -> {
            sort();
            return true;
        });
        table.getSelectionModel().selectedItemProperty().addListener((source, old, now) -> choose(now));
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setVgrow(card, Priority.ALWAYS);
        card.setContent(table);
        attached.listen(model.work().said().answerProperty(), now -> show());
        attached.listen(model.session().selection().rowProperty(), now -> mark());
        attached.listen(Messages.languageProperty(), now -> table.refresh());
    }

    VBox node() {
        return card;
    }

    TableView<SaidRow> table() {
        return table;
    }

    private static TableColumn<SaidRow, Double> named(String key, TableColumn<SaidRow, Double> column) {
        column.textProperty().bind(Messages.binding(key));
        return column;
    }

    private static TableColumn<SaidRow, Double> column(ToDoubleFunction<SaidRow> value, Function<SaidRow, String> words, double least) {
        TableColumn<SaidRow, Double> column = new TableColumn<>();
        column.getStyleClass().add("number");
        column.setMinWidth(least);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.applyAsDouble(cell.getValue())));
        column.setCellFactory(made -> new TableCell<>() {
            @Override
            protected void updateItem(Double item, boolean empty) {
                super.updateItem(item, empty);
                SaidRow row = empty || getTableRow() == null ? null : getTableRow().getItem();
                setText(row == null ? "" : words.apply(row));
                if (!getStyleClass().contains("number")) {
                    getStyleClass().add("number");
                }
            }
        });
        return column;
    }

    /** The worst stand first again. */
    void worstFirst() {
        table.getSortOrder().clear();
        sort();
        if (!table.getItems().isEmpty()) {
            table.scrollTo(0);
        }
    }

    /** The next row in the order of the table, or the one before. */
    void choose(int by) {
        SaidRow now = model.row();
        int at = Math.max(0, table.getItems().indexOf(now));
        SaidRow next = table.getItems().get(Math.floorMod(at + by, table.getItems().size()));
        model.choose(next.tableRow());
        table.scrollTo(Math.max(0, table.getItems().indexOf(next) - 3));
    }

    private void choose(SaidRow row) {
        if (!quiet && row != null) {
            model.choose(row.tableRow());
        }
    }

    private void show() {
        SaidRows now = model.work().said().answer();
        quiet = true;
        shown = now;
        if (now == null) {
            table.getItems().clear();
        } else {
            actual.setText(Visible.line(now.asked().prepared().targetName()));
            Comparator<SaidRow> order = table.getComparator() == null ? WORST : table.getComparator();
            table.getItems().setAll(now.rows().stream().sorted(order).toList());
        }
        quiet = false;
        mark();
    }

    private void sort() {
        quiet = true;
        List<SaidRow> sorted = table.getItems().stream().sorted(table.getComparator() == null ? WORST : table.getComparator()).toList();
        table.getItems().setAll(sorted);
        quiet = false;
        mark();
    }

    private void mark() {
        quiet = true;
        SaidRow row = model.row();
        table.getSelectionModel().clearSelection();
        if (row != null && table.getItems().contains(row)) {
            table.getSelectionModel().select(row);
        }
        quiet = false;
    }

    void dispose() {
        attached.dispose();
    }
}
