package downhill.ui.control;

import downhill.ui.i18n.Messages;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** In place of an empty view: what will be here and how to get it. */
public final class EmptyState extends VBox {
    /** A title, a sentence, and perhaps what leads out of emptiness. */
    public EmptyState(String titleKey, String textKey, Node... actions) {
        getStyleClass().add("empty-state");
        Label text = Labels.styled(Labels.bound(Messages.binding(textKey)), "empty-text");
        text.setWrapText(true);
        text.setMaxWidth(420);
        text.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(Labels.styled(Labels.of(titleKey), "empty-title"), text);
        getChildren().addAll(actions);
    }
}
