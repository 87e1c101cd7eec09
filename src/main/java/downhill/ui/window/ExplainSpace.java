package downhill.ui.window;

import downhill.ui.screen.explain.Explain;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * Why a model says what it says. The bar of the race is its foot: whoever goes back along the time line has an earlier step explained, and
 * while the race runs what it explains follows.
 */
final class ExplainSpace extends TabbedSpace {
    private static final double GAP = 12;

    private final Screens screens;
    private final Explain explain;
    private final VBox middle;

    ExplainSpace(Screens screens, Explain explain) {
        super(new Tabs(explain.large()));
        this.screens = screens;
        this.explain = explain;
        HBox below = new HBox(GAP);
        explain.small().forEach(card -> {
            below.getChildren().add(card);
            card.setMinWidth(0);
            card.setPrefWidth(1);
            HBox.setHgrow(card, Priority.ALWAYS);
        });
        middle = above(below);
        means(BesideRace.withRace(screens, tabs(), explain.commands()));
    }

    Explain explain() {
        return explain;
    }

    @Override
    public List<Node> left() {
        return screens.belowData(explain.left());
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
    public Node foot() {
        return screens.transport().node();
    }

    @Override
    public void frame() {
        explain.frame();
    }

    @Override
    public void setActive(boolean on) {
        explain.setActive(on);
        tabs().setActive(on);
    }

    @Override
    public void dispose() {
        tabs().dispose();
        explain.dispose();
    }
}
