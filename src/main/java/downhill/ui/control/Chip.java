package downhill.ui.control;

import downhill.data.Visible;
import java.util.Locale;
import javafx.scene.control.Label;

/** A short word in a box: a column, a state. */
public final class Chip extends Label {
    /** What it stands for. */
    public enum Kind { PLAIN, TARGET, IGNORED, WARNING, DANGER, PILL }

    private double widest = Double.MAX_VALUE;

    /** A chip of one kind. */
    public Chip(String text, Kind kind) {
        super(Visible.line(text));
        getStyleClass().add("chip");
        setMinWidth(USE_PREF_SIZE);
        setKind(kind);
    }

    /** A chip at most so wide: a longer text ends in an ellipsis and is told when pointed at. */
    public Chip within(double width) {
        widest = width;
        setMaxWidth(width);
        return Labels.shortened(this);
    }

    /** Rows that wrap ask for this alone. */
    @Override
    protected double computePrefWidth(double height) {
        return Math.min(widest, super.computePrefWidth(height));
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
