package downhill.ui.control;

import downhill.ui.i18n.Retold;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.control.TextField;

/** Why a field's text cannot be taken: told to who reads the screen, and marked at the field. */
final class Reason {
    private static final String MARK = "invalid";

    private final TextField field;
    private final Retold words = new Retold(this, "problem");

    Reason(TextField field) {
        this.field = field;
        field.accessibleHelpProperty().bind(words.textProperty());
    }

    ReadOnlyStringProperty words() {
        return words.textProperty();
    }

    boolean isGiven() {
        return !words.get().isEmpty();
    }

    /** In whichever language is spoken; empty where the text can be taken. */
    void give(Supplier<String> why) {
        words.say(why);
        field.getStyleClass().remove(MARK);
        if (isGiven()) {
            field.getStyleClass().add(MARK);
        }
    }
}
