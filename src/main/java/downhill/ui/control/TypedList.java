package downhill.ui.control;

import downhill.ui.i18n.Messages;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * A field and the list that is searched by what is typed in it. Up and Down go through the list while the letters go into the field.
 *
 * @param <T> what is listed
 */
public final class TypedList<T> {
    /** Lines left in view above the chosen one. */
    private static final int ABOVE = 2;

    private final TextField field = Fields.line();
    private final ListView<T> list = new ListView<>();

    /**
     * The ids of the two are {@code id} with {@code -search} and {@code -list} behind it; the others are message keys of what the field
     * asks for, what the list is called, and what it says where nothing is found.
     */
    public TypedList(String id, String searchKey, String nameKey, String noneKey) {
        field.setId(id + "-search");
        field.promptTextProperty().bind(Messages.binding(searchKey));
        field.accessibleTextProperty().bind(Messages.binding(searchKey));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
        list.setId(id + "-list");
        list.accessibleTextProperty().bind(Messages.binding(nameKey));
        list.setPlaceholder(Labels.of(noneKey));
    }

    /** Calls {@code search} with each letter, and {@code respell} when another language is spoken. */
    public void follow(Runnable search, Runnable respell) {
        field.promptTextProperty().addListener((source, old, now) -> respell.run());
        field.textProperty().addListener((source, old, now) -> search.run());
    }

    /** Where one types. */
    public TextField field() {
        return field;
    }

    /** What was found. */
    public ListView<T> list() {
        return list;
    }

    /** What was typed. */
    public String typed() {
        return field.getText();
    }

    /** What is chosen in the list; null where nothing is. */
    public T chosen() {
        return list.getSelectionModel().getSelectedItem();
    }

    private void walk(KeyEvent event) {
        if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
            int to = list.getSelectionModel().getSelectedIndex() + (event.getCode() == KeyCode.UP ? -1 : 1);
            if (to >= 0 && to < list.getItems().size()) {
                list.getSelectionModel().select(to);
                list.scrollTo(Math.max(0, to - ABOVE));
            }
            event.consume();
        }
    }
}
