package downhill.ui.control;

import downhill.ui.command.LocalKey;
import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;

/**
 * What a click on a column's head does, by keyboard: O sorts a table by the next column, after the last by none; Shift O the
 * other way round.
 */
public final class SortKeys {

    private SortKeys() {
    }

    /** Gives them to {@code table}. */
    public static void on(TableView<?> table) {
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (LocalKey.SORT_BACK.matches(event)) {
                turn(table);
            } else if (LocalKey.SORT.matches(event)) {
                next(table);
            } else {
                return;
            }
            event.consume();
        });
    }

    private static <T> void next(TableView<T> table) {
        List<? extends TableColumn<T, ?>> columns = table.getVisibleLeafColumns().filtered(TableColumn::isSortable);
        int at = table.getSortOrder().isEmpty() ? -1 : columns.indexOf(table.getSortOrder().get(0));
        if (at + 1 < columns.size()) {
            columns.get(at + 1).setSortType(TableColumn.SortType.ASCENDING);
            table.getSortOrder().setAll(List.of(columns.get(at + 1)));
        } else {
            table.getSortOrder().clear();
        }
    }

    private static void turn(TableView<?> table) {
        if (!table.getSortOrder().isEmpty()) {
            TableColumn<?, ?> first = table.getSortOrder().get(0);
            first.setSortType(first.getSortType() == TableColumn.SortType.ASCENDING ? TableColumn.SortType.DESCENDING
                    : TableColumn.SortType.ASCENDING);
        }
    }
}
