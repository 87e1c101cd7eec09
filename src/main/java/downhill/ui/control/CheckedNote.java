package downhill.ui.control;

import downhill.ui.i18n.Retold;
import downhill.ui.i18n.Spoken;
import downhill.words.Said;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.layout.VBox;

/** What keeps a form as a whole from being taken though each of its fields could be; takes no room while there is nothing to say. */
public final class CheckedNote extends VBox implements Checked {
    private final Supplier<Said> problem;
    private final Retold words = new Retold(this, "problem");

    /** {@code problem} is asked when the form is to be taken; {@link Said#NOTHING} lets it pass. */
    public CheckedNote(Supplier<Said> problem) {
        this.problem = problem;
        getChildren().add(problemLabel());
        managedProperty().bind(words.textProperty().isNotEmpty());
    }

    @Override
    public void take() {
        Said now = problem.get();
        words.say(() -> Spoken.text(now));
    }

    @Override
    public ReadOnlyStringProperty problemProperty() {
        return words.textProperty();
    }
}
