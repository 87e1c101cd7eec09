package downhill.ui.control;

import downhill.ui.i18n.Messages;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;

/** The note below a field that says what was kept out of it; a window of its own, made when there is something to say. */
final class LeftOut {
    private static final double BELOW = 4;

    private final TextInputControl field;
    private Tooltip note;

    LeftOut(TextInputControl field) {
        this.field = field;
    }

    /** Nobody is told who is not in the field. */
    void tell(String out) {
        if (field.isFocused()) {
            note().setText(Messages.text("field.leftOut", out));
            Platform.runLater(this::show); // after the change, which hides what was said of the last one
        }
    }

    void hide() {
        if (note != null) {
            note.hide();
        }
    }

    private Tooltip note() {
        if (note == null) {
            note = new Tooltip();
            note.setAutoHide(true);
        }
        return note;
    }

    private void show() {
        Bounds place = field.isFocused() && field.getScene().getWindow() != null ? field.localToScreen(field.getBoundsInLocal()) : null;
        if (place != null) {
            note().show(field, place.getMinX(), place.getMaxY() + BELOW);
        }
    }
}
