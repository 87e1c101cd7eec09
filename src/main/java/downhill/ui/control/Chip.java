package downhill.ui.control;

import java.util.Locale;
import javafx.scene.control.Label;

/** A short word in a box: a column, a state. */
public final class Chip extends Label {
    /** What it stands for. */
    public enum Kind { PLAIN, TARGET, IGNORED, WARNING, DANGER, PILL }

    /** A chip of one kind. */
    public Chip(String text, Kind kind) {
        super(text);
        getStyleClass().add("chip");
        setMinWidth(USE_PREF_SIZE);
        setKind(kind);
    }

    /** Turns it into another kind. */
    public void setKind(Kind kind) {
        for (Kind other : Kind.values()) {
            getStyleClass().remove(style(other));
        }
        getStyleClass().add(style(kind));
    }

    private static String style(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
