package downhill.ui.screen.data;

import downhill.data.Column;
import downhill.data.Table;
import downhill.data.Visible;
import downhill.ui.i18n.Messages;
import downhill.ui.theme.TypeScale;
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
    private double scale = 1;

    RowsTable() {
        view.setFixedCellSize(26);
        view.accessibleTextProperty().bind(Messages.binding("data.firstRows"));
        view.setPlaceholder(new Label());
    }

    TableView<Integer> node() {
        return view;
    }

    void show(Table table) {
        if (table == shown && scale == TypeScale.of(view)) {
            return;
        }
        scale = TypeScale.of(view);
        shown = table;
        view.getColumns().clear();
        table.columns().stream().limit(COLUMNS).forEach(column -> view.getColumns().add(column(column)));
        view.setItems(FXCollections.observableArrayList(IntStream.range(0, Math.min(ROWS, table.rows())).boxed().toList()));
        view.refresh(); // else as many rows as before keep the bar below from coming where their columns are wider
    }

    void clear() {
        shown = null;
        view.getColumns().clear();
        view.getItems().clear();
    }

    /** As wide as the longest of the name and the cells in view needs. */
    private static double width(Column values) {
        int letters = values.name().length();
        for (int row = 0; row < Math.min(ROWS, values.size()); row++) {
            letters = values.isMissing(row) ? letters : Math.max(letters, values.text(row).length());
        }
        return Math.max(52, Math.min(180, 24 + 7 * letters));
    }

    private TableColumn<Integer, String> column(Column values) {
        TableColumn<Integer, String> column = new TableColumn<>(Visible.line(values.name()));
        column.setSortable(false);
        column.setPrefWidth(scale * width(values));
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(values.isMissing(cell.getValue()) ? "–"
                : Visible.line(values.text(cell.getValue()))));
        return column;
    }
}
