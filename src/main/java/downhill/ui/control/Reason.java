package downhill.ui.control;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TextField;

/** Why a field's text cannot be taken: told to who reads the screen, and marked at the field. */
final class Reason {
    private static final String MARK = "invalid";

    private final TextField field;
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(this, "problem", "");

    Reason(TextField field) {
        this.field = field;
        field.accessibleHelpProperty().bind(words.getReadOnlyProperty());
    }

    ReadOnlyStringProperty words() {
        return words.getReadOnlyProperty();
    }

    boolean isGiven() {
        return !words.get().isEmpty();
    }

    /** Empty where the text can be taken. */
    void give(String why) {
        words.set(why);
        field.getStyleClass().remove(MARK);
        if (isGiven()) {
            field.getStyleClass().add(MARK);
        }
    }
}
