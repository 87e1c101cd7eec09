package downhill.ui.control;

import downhill.data.Visible;
import downhill.ui.fx.EnterKey;
import downhill.ui.i18n.Messages;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Side;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * One of many names: shows the one chosen; typing narrows the list below, Enter takes the first that fits, Escape brings
 * the last back. Up and Down go to the neighbours without opening the list.
 */
public final class SearchChoice extends TextField {
    private static final int ROWS = 10;
    private static final double ROW_HEIGHT = 26;

    private final List<String> names;
    private final IntegerProperty value = new SimpleIntegerProperty(this, "value", 0);
    private final ListView<Integer> list = new ListView<>();
    private final ContextMenu popup = new ContextMenu();
    private boolean quiet;

    /** The first of {@code names} is chosen; {@code name} is what is read out. */
    public SearchChoice(ObservableValue<String> name, List<String> names) {
        Fields.guard(this);
        this.names = names.stream().map(Visible::line).toList();
        getStyleClass().add("search-choice");
        accessibleTextProperty().bind(name);
        promptTextProperty().bind(Messages.binding("search.prompt"));
        list.setCellFactory(view -> new Cell());
        list.setFixedCellSize(ROW_HEIGHT);
        list.setFocusTraversable(false);
        list.setOnMouseClicked(event -> take());
        CustomMenuItem item = new CustomMenuItem(list, false);
        item.getStyleClass().add("search-list");
        popup.getItems().add(item);
        popup.setAutoFix(true);
        value.addListener((source, old, now) -> show());
        textProperty().addListener((source, old, now) -> search(now));
        focusedProperty().addListener((source, was, is) -> {
            if (is) {
                javafx.application.Platform.runLater(this::selectAll);
            } else {
                show();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        show();
    }

    /** Index of the name chosen. */
    public IntegerProperty valueProperty() {
        return value;
    }

    /** The names that contain all the words of {@code text}, by index; case does not count. */
    static List<Integer> matches(List<String> names, String text) {
        String[] words = text.toLowerCase(Locale.ROOT).strip().split("[\\s,\\[\\]]+");
        return IntStream.range(0, names.size()).filter(i -> {
            String name = names.get(i).toLowerCase(Locale.ROOT);
            return java.util.Arrays.stream(words).allMatch(name::contains);
        }).boxed().toList();
    }

    private void show() {
        quiet = true;
        setText(value.get() < names.size() ? names.get(value.get()) : "");
        quiet = false;
        popup.hide();
    }

    private void search(String text) {
        if (quiet || !isFocused()) {
            return;
        }
        list.getItems().setAll(matches(names, text));
        list.getSelectionModel().select(0);
        list.setPrefSize(Math.max(240, getWidth()), ROW_HEIGHT * Math.max(1, Math.min(ROWS, list.getItems().size())) + 4);
        if (!popup.isShowing() && getScene() != null && getScene().getWindow() != null) {
            popup.show(this, Side.BOTTOM, 0, 2);
        }
    }

    private void take() {
        Integer chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null && popup.isShowing()) {
            value.set(chosen);
        }
        show();
        selectAll();
    }

    private void key(KeyEvent event) {
        boolean searching = popup.isShowing() || !getText().equals(names.get(value.get()));
        if (EnterKey.isAlone(event) && searching) {
            take();
        } else if (event.getCode() == KeyCode.ESCAPE && searching) {
            show();
        } else if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
            move(event.getCode() == KeyCode.UP ? -1 : 1);
        } else {
            return;
        }
        event.consume();
    }

    private void move(int by) {
        if (popup.isShowing()) {
            int to = Math.max(0, Math.min(list.getItems().size() - 1, list.getSelectionModel().getSelectedIndex() + by));
            list.getSelectionModel().select(to);
            list.scrollTo(to);
        } else {
            value.set(Math.floorMod(value.get() + by, names.size()));
        }
    }

    private final class Cell extends ListCell<Integer> {
        @Override
        protected void updateItem(Integer item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? "" : names.get(item));
        }
    }
}
