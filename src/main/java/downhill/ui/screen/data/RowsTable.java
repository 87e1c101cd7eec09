package downhill.ui.screen.data;

import downhill.data.Column;
import downhill.data.Table;
import downhill.ui.i18n.Messages;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The first rows of a table, as they were read. */
final class RowsTable {
    private static final int ROWS = 50;
    private static final int COLUMNS = 40;

    private final TableView<Integer> view = new TableView<>();
    private Table shown;

    RowsTable() {
        view.setFixedCellSize(26);
        view.accessibleTextProperty().bind(Messages.binding("data.firstRows"));
        view.setPlaceholder(new Label());
    }

    TableView<Integer> node() {
        return view;
    }

    void show(Table table) {
        if (table == shown) {
            return;
        }
        shown = table;
        view.getColumns().clear();
        table.columns().stream().limit(COLUMNS).forEach(column -> view.getColumns().add(column(column)));
        view.setItems(FXCollections.observableArrayList(IntStream.range(0, Math.min(ROWS, table.rows())).boxed().toList()));
    }

    private static TableColumn<Integer, String> column(Column values) {
        TableColumn<Integer, String> column = new TableColumn<>(values.name());
        column.setSortable(false);
        column.setPrefWidth(Math.max(72, Math.min(160, 10 + 8 * values.name().length())));
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(values.isMissing(cell.getValue()) ? "–" : values.text(cell.getValue())));
        return column;
    }
}
