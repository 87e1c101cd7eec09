package downhill.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.fx.FxTest;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.event.Event;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

/** Tables are sorted without a mouse. */
class SortKeysTest extends FxTest {
    private final TableView<String> table = onFx(SortKeysTest::table);

    private static TableView<String> table() {
        TableView<String> table = new TableView<>(FXCollections.observableArrayList("b3", "c1", "a2"));
        for (int i = 0; i < 2; i++) {
            int at = i;
            TableColumn<String, Character> column = new TableColumn<>("column " + i);
            column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue().charAt(at)));
            table.getColumns().add(column);
        }
        SortKeys.on(table);
        return table;
    }

    private List<String> after(boolean shift) {
        return onFx(() -> {
            Event.fireEvent(table, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.O, shift, false, false, false));
            return List.copyOf(table.getItems());
        });
    }

    @Test
    void eachPressSortsByTheNextColumnAndShiftTurnsItRound() {
        assertThat(after(true)).as("sorted by none").containsExactly("b3", "c1", "a2");
        assertThat(after(false)).containsExactly("a2", "b3", "c1");
        assertThat(after(true)).containsExactly("c1", "b3", "a2");
        assertThat(after(false)).containsExactly("c1", "a2", "b3");
        assertThat(after(false)).as("by none again").hasSize(3);
        assertThat(onFx(() -> table.getSortOrder().isEmpty())).isTrue();
        assertThat(after(false)).containsExactly("a2", "b3", "c1");
    }
}
