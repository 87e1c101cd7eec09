package downhill.ui.window;

import downhill.ui.command.Command;
import downhill.ui.screen.Screen;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A workspace beside the race whose large view is one of several in tabs. */
abstract class TabbedSpace implements Workspace {
    private static final double RIGHT = 320;
    private static final double GAP = 12;
    /** Of the height, to that of what is below as 1. */
    private static final double LARGE = 1.35;

    private final Tabs tabs;
    private BesideRace commands;

    TabbedSpace(Tabs tabs) {
        this.tabs = tabs;
    }

    final Tabs tabs() {
        return tabs;
    }

    /** What commands of the race mean here. */
    final void means(BesideRace meaning) {
        commands = meaning;
    }

    /** The tabs above and something smaller below. */
    final VBox above(Region small) {
        VBox both = new VBox(GAP, tabs.node(), small);
        both.setMinSize(0, 0);
        share(both, tabs.node(), LARGE);
        share(both, small, 1);
        return both;
    }

    private static void share(VBox whole, Region part, double weight) {
        VBox.setVgrow(part, Priority.ALWAYS);
        part.setMinHeight(0);
        part.prefHeightProperty().bind(whole.heightProperty().subtract(GAP).multiply(weight / (LARGE + 1)));
    }

    @Override
    public final double rightWidth() {
        return RIGHT;
    }

    @Override
    public final List<Screen> screens() {
        return tabs.screens();
    }

    @Override
    public final ObjectProperty<Screen> shownProperty() {
        return tabs.shownProperty();
    }

    @Override
    public final Optional<Command> instead(Command command) {
        return commands.instead(command);
    }
}
