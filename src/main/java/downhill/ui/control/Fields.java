package downhill.ui.control;

import javafx.event.EventDispatcher;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Where all fields are made in which a person types; a field of a kind of its own is given to {@link #guard}. */
public final class Fields {
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
        LeftOut note = new LeftOut(field);
        field.setTextFormatter(new TextFormatter<>(new Cleaner(field instanceof TextArea, note::tell)));
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
}
