package downhill.ui.control;

import downhill.ui.theme.Theme;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;

/** A contender's name in its colour; follows the theme. */
public final class ContenderName extends Label {
    private final ObservableValue<Theme> theme = sceneProperty().flatMap(Theme::of).orElse(Theme.LIGHT);
    private int style;

    /** An empty name. */
    public ContenderName() {
        getStyleClass().add("strong");
        setMinWidth(USE_PREF_SIZE);
        theme.addListener((source, old, now) -> colour());
    }

    /** Shows a name in the colour of contender {@code index}. */
    public void show(String name, int index) {
        setText(name);
        style = index;
        colour();
    }

    private void colour() {
        setStyle("-fx-text-fill: " + theme.getValue().palette().contender(style).text().css());
    }
}
