package downhill.ui.window;

import downhill.ui.control.Card;
import downhill.ui.screen.Screen;
import downhill.ui.screen.data.DataController;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * What is learned from: the table, what each column is for, the split; the bundled data at the right. All of it is the screens', which let
 * go of it too.
 */
final class DataSpace implements Workspace {
    /** As wide as the name of a sample beside its sketch. */
    private static final double SAMPLES = 280;

    private final Screens screens;
    private final DataController data;
    private final VBox card;
    private final ObjectProperty<Screen> shown;

    DataSpace(Screens screens) {
        this.screens = screens;
        data = screens.data();
        card = Card.plain(data.content());
        card.getStyleClass().add("main-card");
        card.setMinWidth(0);
        VBox.setVgrow(data.content(), Priority.ALWAYS);
        VBox.setVgrow(data.samples(), Priority.ALWAYS);
        shown = new SimpleObjectProperty<>(this, "shown", data);
    }

    @Override
    public List<Node> left() {
        return screens.left();
    }

    @Override
    public Node middle() {
        return card;
    }

    @Override
    public List<Node> right() {
        return List.of(data.samples());
    }

    @Override
    public double rightWidth() {
        return SAMPLES;
    }

    @Override
    public Node foot() {
        return screens.transport().node();
    }

    @Override
    public List<Screen> screens() {
        return List.of(data);
    }

    @Override
    public ObjectProperty<Screen> shownProperty() {
        return shown;
    }

    @Override
    public void setActive(boolean on) {
        data.setActive(on);
    }
}
