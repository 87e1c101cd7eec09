package downhill.ui.screen.metrics;

import downhill.ui.fit.Judged;
import downhill.ui.control.Labels;
import downhill.ui.control.LeastWidths;
import downhill.ui.control.SortKeys;
import downhill.ui.control.StyleSample;
import downhill.ui.i18n.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** All contenders with their numbers; each column sorts, and stays sorted while numbers change. */
final class MetricsTable {
    private static final double ROW = 27;
    private static final double HEADER = 32;
    /** The least of a short name behind its line, and of a number. */
    private static final double NAME = 102;
    private static final double NUMBER = 58;

    private final TableView<Judged> table = new TableView<>();
    private List<Measure> measures = List.of();

    MetricsTable() {
        table.getStyleClass().addAll("results", "wide");
        table.accessibleTextProperty().bind(Messages.binding("metrics.table"));
        table.setFixedCellSize(ROW);
        LeastWidths.keep(table);
        SortKeys.on(table);
        columns();
    }

    TableView<Judged> node() {
        return table;
    }

    void show(List<Judged> rows, List<Measure> shown) {
        if (!measures.equals(shown)) {
            measures = shown;
            columns();
        }
        List<Judged> sorted = new ArrayList<>(rows);
        if (table.getComparator() != null) {
            sorted.sort(table.getComparator());
        }
        table.getItems().setAll(sorted);
        double height = HEADER + ROW * Math.max(1, Math.min(6, rows.size()));
        table.setMinHeight(height);
        table.setPrefHeight(height);
        table.setMaxHeight(height);
    }

    private void columns() {
        List<TableColumn<Judged, ?>> columns = new ArrayList<>();
        columns.add(contender());
        measures.forEach(measure -> columns.add(number(measure)));
        table.getColumns().setAll(columns);
        LeastWidths.fit(table);
    }

    private static TableColumn<Judged, Judged> contender() {
        TableColumn<Judged, Judged> column = new TableColumn<>();
        column.textProperty().bind(Messages.binding("results.contender"));
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setComparator(Comparator.comparing(row -> row.one().name()));
        column.setPrefWidth(140);
        column.setMinWidth(NAME);
        column.setCellFactory(any -> new TableCell<>() {
            private final StyleSample sample = new StyleSample(0);

            {
                Labels.shortened(this);
            }

            @Override
            protected void updateItem(Judged row, boolean empty) {
                super.updateItem(row, empty);
                setGraphic(empty || row == null ? null : sample);
                setText(empty || row == null ? null : row.one().name());
                if (row != null) {
                    sample.setStyleIndex(row.one().style());
                }
            }
        });
        return column;
    }

    private static TableColumn<Judged, Judged> number(Measure measure) {
        TableColumn<Judged, Judged> column = new TableColumn<>();
        column.textProperty().bind(Messages.binding(measure.key()));
        column.getStyleClass().add("number");
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setComparator(Comparator.comparingDouble(measure::value));
        column.setPrefWidth(120);
        column.setMinWidth(NUMBER);
        column.setCellFactory(any -> new TableCell<>() {
            {
                getStyleClass().add("number");
            }

            @Override
            protected void updateItem(Judged row, boolean empty) {
                super.updateItem(row, empty);
                setText(empty || row == null ? null : measure.text(row));
            }
        });
        return column;
    }
}
