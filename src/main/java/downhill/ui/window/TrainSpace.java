package downhill.ui.window;

import downhill.ui.screen.Screen;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The race: its views over small panels, the rule and the results at the right. */
final class TrainSpace implements Workspace {
    private final WindowModel model;
    private final Screens screens;
    private final Tabs tabs;
    private final Middle middle;
    private final BigScreen big;
    private boolean active;

    TrainSpace(WindowModel model, Screens screens) {
        this.model = model;
        this.screens = screens;
        tabs = new Tabs(screens.tabs());
        middle = new Middle(model, tabs, screens.multiples().node(), screens.results().projected());
        big = new BigScreen(model, tabs.shownProperty(), screens.compare(), screens.multiples());
        VBox.setVgrow(screens.results().node(), Priority.ALWAYS);
    }

    /** What the panels show below the view is shown in its place. */
    BigScreen big() {
        return big;
    }

    /** Panels that are not in view cost nothing. */
    void showPanels() {
        boolean table = model.projectedProperty().get() && model.tableProperty().get();
        screens.multiples().setActive(active && shownProperty().get().overMultiples() && !table);
    }

    /** The tab of one of its views. */
    Node tab(Screen screen) {
        return tabs.tab(screen);
    }

    /** Whether results and panels would have their place, but for the height of the window. */
    boolean isTooLow() {
        return middle.isTooLow();
    }

    @Override
    public List<Node> left() {
        return screens.left();
    }

    @Override
    public Node middle() {
        return middle.node();
    }

    @Override
    public List<Node> right() {
        return screens.right();
    }

    @Override
    public Node foot() {
        return screens.transport().node();
    }

    @Override
    public List<Screen> screens() {
        return tabs.screens();
    }

    @Override
    public ObjectProperty<Screen> shownProperty() {
        return tabs.shownProperty();
    }

    @Override
    public boolean hasPanels() {
        return true;
    }

    @Override
    public void setActive(boolean on) {
        active = on;
        tabs.setActive(on);
        screens.rule().setActive(on);
        screens.doctor().setActive(on);
        showPanels();
    }

    @Override
    public void dispose() {
        middle.dispose();
        tabs.dispose();
    }
}
