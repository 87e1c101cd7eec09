package downhill.ui.window;

import downhill.ui.command.Command;
import downhill.ui.screen.Screen;
import downhill.ui.screen.explain.Explain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Why a model says what it says. The bar of the race is its foot: whoever goes back along the time line has an earlier step explained, and
 * while the race runs what it explains follows.
 */
final class ExplainSpace implements Workspace {
    private static final double RIGHT = 320;
    private static final double GAP = 12;
    private static final double LARGE = 1.35;

    private final Screens screens;
    private final Explain explain;
    private final Tabs large;
    private final VBox middle;
    private final BesideRace commands;

    ExplainSpace(Screens screens, Explain explain) {
        this.screens = screens;
        this.explain = explain;
        large = new Tabs(explain.large());
        HBox below = new HBox(GAP);
        explain.small().forEach(card -> {
            below.getChildren().add(card);
            card.setMinWidth(0);
            card.setPrefWidth(1);
            HBox.setHgrow(card, Priority.ALWAYS);
        });
        middle = new VBox(GAP, large.node(), below);
        middle.setMinSize(0, 0);
        share(large.node(), LARGE);
        share(below, 1);
        commands = BesideRace.withRace(screens, large, explain.commands());
    }

    private void share(Region part, double weight) {
        VBox.setVgrow(part, Priority.ALWAYS);
        part.setMinHeight(0);
        part.prefHeightProperty().bind(middle.heightProperty().subtract(GAP).multiply(weight / (LARGE + 1)));
    }

    Explain explain() {
        return explain;
    }

    @Override
    public List<Node> left() {
        List<Node> cards = new ArrayList<>(List.of(screens.dataCard()));
        cards.addAll(explain.left());
        return cards;
    }

    @Override
    public Node middle() {
        return middle;
    }

    @Override
    public List<Node> right() {
        return explain.right();
    }

    @Override
    public double rightWidth() {
        return RIGHT;
    }

    @Override
    public Node foot() {
        return screens.transport().node();
    }

    @Override
    public List<Screen> screens() {
        return large.screens();
    }

    @Override
    public ObjectProperty<Screen> shownProperty() {
        return large.shownProperty();
    }

    @Override
    public Optional<Command> instead(Command command) {
        return commands.instead(command);
    }

    @Override
    public void frame() {
        explain.frame();
    }

    @Override
    public void setActive(boolean on) {
        explain.setActive(on);
        large.setActive(on);
    }

    @Override
    public void dispose() {
        large.dispose();
        explain.dispose();
    }
}
