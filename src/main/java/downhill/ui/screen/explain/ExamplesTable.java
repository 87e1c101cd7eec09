package downhill.ui.screen.explain;

import downhill.analysis.explain.ExplainedColumn;
import downhill.data.Visible;
import downhill.ui.control.LeastWidths;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

/** Rows beside each other, with what the model says of them and what their features are. Enter or two clicks have one explained. */
final class ExamplesTable {
    private static final double NUMBER = 58;
    private static final double WORDS = 92;
    private static final int DIGITS = 3;

    private final TableView<AlikeRows.One> table = new TableView<>();
    private Object shownOf;

    ExamplesTable(ExplainModel model, Subscriptions attached) {
        table.setId("explain-examples");
        table.setMinHeight(0);
        table.accessibleTextProperty().bind(Messages.binding("explain.tab.examples"));
        table.accessibleHelpProperty().bind(Messages.binding("explain.examples.keys"));
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                choose(model);
                event.consume();
            }
        });
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                choose(model);
            }
        });
        LeastWidths.keep(table);
        attached.listen(Messages.languageProperty(), now -> table.refresh());
    }

    private void choose(ExplainModel model) {
        AlikeRows.One one = table.getSelectionModel().getSelectedItem();
        if (one != null) {
            model.choose(one.row().tableRow());
        }
    }

    /** {@code features} are told of each row. */
    TableView<AlikeRows.One> show(AlikeRows found, List<ExplainedColumn> features) {
        List<Object> now = List.of(found.asked().site(), features, Double.isNaN(found.gap()), Messages.languageProperty().get());
        if (!now.equals(shownOf)) {
            shownOf = now;
            List<TableColumn<AlikeRows.One, String>> columns = new ArrayList<>();
            columns.add(number(column(Messages.text("explain.row"), NUMBER, one -> RowText.number(one.row().tableRow()))));
            columns.add(number(column(Messages.text(Double.isNaN(found.gap()) ? "explain.examples.far" : "explain.examples.stands"), WORDS,
                    ExamplesTable::number)));
            boolean classes = found.asked().isOfClasses();
            columns.add(aligned(classes, column(Visible.line(found.asked().prepared().targetName()), WORDS,
                    one -> RowText.value(found.asked().prepared(), one.row().actual()))));
            columns.add(aligned(classes, column(Messages.text("explain.said"), WORDS,
                    one -> RowText.value(found.asked().prepared(), one.row().said()))));
            features.forEach(each -> columns.add(aligned(each.isLabels(), column(Visible.line(each.name()), WORDS,
                    one -> value(one, each)))));
            table.getColumns().setAll(columns);
            LeastWidths.fit(table);
        }
        if (!table.getItems().equals(found.found())) {
            table.getItems().setAll(found.found());
        }
        return table;
    }

    private static String number(AlikeRows.One one) {
        return switch (one.kind()) {
            case OWN -> Messages.text("explain.examples.own");
            case NEAR -> Numbers.significant(one.number(), DIGITS);
            case PROTOTYPE -> RowText.counted("explain.examples.rows", (int) one.number());
            case CRITICISM -> Messages.text("explain.examples.left");
        };
    }

    private static String value(AlikeRows.One one, ExplainedColumn column) {
        String text = one.values().text(0, column);
        return text == null ? "–" : Visible.line(text);
    }

    private static TableColumn<AlikeRows.One, String> aligned(boolean labels, TableColumn<AlikeRows.One, String> column) {
        return labels ? column : number(column);
    }

    private static TableColumn<AlikeRows.One, String> number(TableColumn<AlikeRows.One, String> column) {
        column.getStyleClass().add("number");
        return column;
    }

    private static TableColumn<AlikeRows.One, String> column(String title, double least, Function<AlikeRows.One, String> words) {
        TableColumn<AlikeRows.One, String> column = new TableColumn<>(title);
        column.setMinWidth(least);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(words.apply(cell.getValue())));
        return column;
    }
}
