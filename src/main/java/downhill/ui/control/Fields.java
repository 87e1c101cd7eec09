package downhill.ui.control;

import downhill.ui.i18n.Messages;
import javafx.application.Platform;
import javafx.event.EventDispatcher;
import javafx.geometry.Bounds;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Where all fields are made in which a person types; a field of a kind of its own is given to {@link #guard}. */
public final class Fields {
    private static final double BELOW = 4;

    private Fields() {
    }

    /** One line, empty at first. */
    public static TextField line() {
        return line("");
    }

    /** One line that begins with {@code start}. */
    public static TextField line(String start) {
        TextField field = guard(new TextField());
        field.setText(start);
        return field;
    }

    /** Several lines. */
    public static TextArea area() {
        return guard(new TextArea());
    }

    /** Keeps out of a field what nobody can see; where that is done while a person is in it, a note below the field says so. */
    static <T extends TextInputControl> T guard(T field) {
        Tooltip note = new Tooltip();
        note.setAutoHide(true);
        field.setTextFormatter(new TextFormatter<>(new Cleaner(field instanceof TextArea, out -> tell(field, note, out))));
        field.textProperty().addListener((source, old, now) -> note.hide());
        leaveEscape(field);
        return field;
    }

    /** The toolkit keeps Escape to a field with a formatter, to bring its value back; here it is the sheet's or the field's own. */
    private static void leaveEscape(TextInputControl field) {
        EventDispatcher usual = field.getEventDispatcher();
        field.setEventDispatcher((event, tail) -> {
            if (!(event instanceof KeyEvent key) || key.getCode() != KeyCode.ESCAPE) {
                return usual.dispatchEvent(event, tail);
            }
            TextFormatter<?> formatter = field.getTextFormatter();
            field.setTextFormatter(null);
            try {
                return usual.dispatchEvent(event, tail);
            } finally {
                field.setTextFormatter(formatter);
            }
        });
    }

    private static void tell(TextInputControl field, Tooltip note, String out) {
        if (field.isFocused()) {
            note.setText(Messages.text("field.leftOut", out));
            Platform.runLater(() -> show(field, note)); // after the change, which hides what was said of the last one
        }
    }

    private static void show(TextInputControl field, Tooltip note) {
        Bounds place = field.isFocused() && field.getScene().getWindow() != null ? field.localToScreen(field.getBoundsInLocal()) : null;
        if (place != null) {
            note.show(field, place.getMinX(), place.getMaxY() + BELOW);
        }
    }
}
