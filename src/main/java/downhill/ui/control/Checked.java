package downhill.ui.control;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.control.Label;

/** A field whose text may be one that cannot be taken. It then says why, and a form around it does not go on before it is mended. */
public interface Checked {
    /** Takes the text as it stands, or says why it cannot be taken. */
    void take();

    /** Why the text cannot be taken; empty where it can. */
    ReadOnlyStringProperty problemProperty();

    /** Words below the field that say why an entry was not taken; takes no room while there is nothing to say. */
    default Label problemLabel() {
        Label label = Labels.styled(Labels.bound(problemProperty()), "invalid-note");
        label.visibleProperty().bind(problemProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }
}
