package downhill.ui.control;

import downhill.ui.theme.Theme;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;

/** A contender's name in its colour; follows the theme. Where there is too little room its tooltip tells it. */
public final class ContenderName extends Label {
    private final ObservableValue<Theme> theme = sceneProperty().flatMap(Theme::of).orElse(Theme.LIGHT);
    private int style;

    /** An empty name. */
    public ContenderName() {
        getStyleClass().add("strong");
        Labels.shortened(this);
        theme.addListener((source, old, now) -> colour());
    }

    /** Shows a name in the colour of contender {@code index}, that of plain words below 0. */
    public void show(String name, int index) {
        setText(name);
        style = index;
        colour();
    }

    private void colour() {
        setStyle(style < 0 ? "" : "-fx-text-fill: " + theme.getValue().palette().contender(style).text().css());
    }
}
