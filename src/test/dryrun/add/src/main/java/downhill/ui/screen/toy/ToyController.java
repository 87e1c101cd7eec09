package downhill.ui.screen.toy;

import downhill.ui.control.EmptyState;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.LiveScreen;
import downhill.ui.session.Session;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** The step of the race, large. */
public final class ToyController extends LiveScreen {
    private final Session session;
    private final Label step = new Label();
    private final StackPane content = new StackPane();
    private final HBox options = new HBox();

    /** The screen of {@code session}. */
    public ToyController(Session session) {
        this.session = session;
        attached.listen(session.snapshotProperty(), now -> refresh());
        attached.listen(Messages.languageProperty(), now -> refresh());
    }

    @Override
    public String titleKey() {
        return "tab.toy";
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public Node options() {
        return options;
    }

    @Override
    protected void refresh() {
        boolean begun = session.snapshotProperty().get().step() > 0;
        step.setText(Messages.text("toy.step", String.valueOf(session.snapshotProperty().get().step())));
        content.getChildren().setAll(begun ? step : new EmptyState("toy.none", "toy.none.how"));
    }
}
