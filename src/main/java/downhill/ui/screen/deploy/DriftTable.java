package downhill.ui.screen.deploy;

import downhill.data.Visible;
import downhill.serve.DriftLine;
import downhill.serve.ServeFigures;
import downhill.ui.control.Labels;
import downhill.ui.control.LeastWidths;
import downhill.ui.control.SortKeys;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** What the columns of the models were asked with, beside training; what was far outside stands in the colour of warnings. */
final class DriftTable {
    private static final String NUMERIC = "number";
    private static final double ROW = 27;
    private static final double NUMBER = 62;
    private static final double NAME = 110;
    private static final double HEADER = 34;
    private static final int MOST = 12;
    private static final int DIGITS = 3;

    /** A column of a model. */
    private record Of(String model, DriftLine line) {
    }

    private final TableView<Of> table = new TableView<>();
    /** In which language cells are. */
    private Language said;

    DriftTable() {
        table.setId("deploy-drift");
        table.getStyleClass().addAll("results", "wide");
        table.accessibleTextProperty().bind(Messages.binding("deploy.drift"));
        table.setFixedCellSize(ROW);
        LeastWidths.keep(table);
        SortKeys.on(table);
        table.getColumns().setAll(List.of(
                column("deploy.drift.model", NAME, Comparator.comparing(Of::model), each -> Visible.line(each.model())),
                column("deploy.drift.column", NAME, Comparator.comparing(each -> each.line().column()),
                        each -> Visible.line(each.line().column())),
                number("deploy.drift.values", each -> each.line().values()), number("deploy.drift.missing", each -> each.line().missing()),
                number("deploy.drift.outside", each -> each.line().outside()), number("deploy.drift.far", each -> each.line().far()),
                column("deploy.drift.mean", NUMBER, Comparator.comparingDouble(each -> each.line().mean()),
                        each -> shown(each.line().mean()), NUMERIC),
                column("deploy.drift.training", NAME, Comparator.comparingDouble(each -> each.line().center()), DriftTable::training,
                        NUMERIC)));
        LeastWidths.fit(table);
    }

    TableView<?> node() {
        return table;
    }

    void show(ServeFigures figures) {
        List<Of> lines = new ArrayList<>();
        figures.columns().forEach((model, columns) -> columns.forEach(each -> lines.add(new Of(model, each))));
        if (table.getComparator() != null) {
            lines.sort(table.getComparator());
        }
        if (said != Messages.languageProperty().get()) {
            said = Messages.languageProperty().get();
            table.refresh();
        }
        if (!lines.equals(table.getItems())) {
            table.getItems().setAll(lines);
            double height = HEADER + ROW * Math.max(1, Math.min(MOST, lines.size()));
            table.setMinHeight(height);
            table.setPrefHeight(height);
        }
    }

    private static String shown(double value) {
        return Double.isNaN(value) ? "–" : Numbers.significant(value, DIGITS);
    }

    private static String training(Of of) {
        DriftLine line = of.line();
        return Double.isNaN(line.least()) ? shown(line.center()) : Messages.text("deploy.drift.range", shown(line.center()),
                shown(line.least()), shown(line.greatest()));
    }

    private static TableColumn<Of, Of> number(String key, ToDoubleFunction<Of> value) {
        return column(key, NUMBER, Comparator.comparingDouble(value), each -> Numbers.count((long) value.applyAsDouble(each)), NUMERIC);
    }

    private static TableColumn<Of, Of> column(String key, double least, Comparator<Of> order, Function<Of, String> text,
                                              String... styles) {
        TableColumn<Of, Of> column = new TableColumn<>();
        column.textProperty().bind(Messages.binding(key));
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setComparator(order);
        column.setPrefWidth(least);
        column.setMinWidth(least);
        column.getStyleClass().addAll(styles);
        column.setCellFactory(any -> new TableCell<>() {
            {
                Labels.shortened(this);
                getStyleClass().addAll(styles);
            }

            @Override
            protected void updateItem(Of each, boolean empty) {
                super.updateItem(each, empty);
                setText(empty || each == null ? null : text.apply(each));
                getStyleClass().remove("warning-text");
                if (each != null && each.line().far() > 0) {
                    getStyleClass().add("warning-text");
                }
            }
        });
        return column;
    }
}
