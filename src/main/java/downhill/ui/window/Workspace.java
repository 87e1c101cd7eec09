package downhill.ui.window;

import downhill.ui.command.Command;
import downhill.ui.command.Section;
import downhill.ui.screen.Screen;
import downhill.ui.screen.lecture.CaptionBar;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/**
 * A stage of the work: what stands beside the rail while it is chosen, from left to right, and the bar below. Nodes may be shared by
 * workspaces of one experiment; only the one that is chosen has them.
 */
interface Workspace {
    /** The cards of the left column, from above to below. */
    List<Node> left();

    /** Whether what is to be done stands in the left column, so that it stays open where the window is projected. */
    default boolean leadsFromLeft() {
        return false;
    }

    /** The large view, and what is below it. */
    Node middle();

    /** The cards of the right column; empty where there is none. */
    List<Node> right();

    /** How wide the left column is, in points. */
    default double leftWidth() {
        return Zones.LEFT;
    }

    /** How wide the right column is, in points. */
    default double rightWidth() {
        return Zones.RIGHT;
    }

    /** The bar below. */
    Node foot();

    /** Its views, at least one; a view belongs to one workspace. */
    List<Screen> screens();

    /** The view that is seen while the workspace is. */
    ObjectProperty<Screen> shownProperty();

    /** What it is about, above the window; empty for the experiment that is open. */
    default Optional<ObservableValue<String>> title() {
        return Optional.empty();
    }

    /** What a command means here, where it means something of its own. */
    default Optional<Command> instead(Command command) {
        return Optional.empty();
    }

    /** What commands that come and go are here, where they are of its own. */
    default Optional<Section> instead(Section section) {
        return Optional.empty();
    }

    /** Whether there are panels and results below its views. */
    default boolean hasPanels() {
        return false;
    }

    /** What is told of it in a lecture, where it is not the race; empty for the race. */
    default Optional<CaptionBar> caption() {
        return Optional.empty();
    }

    /** Once a frame, in view or not. */
    default void frame() {
    }

    /** It is chosen now, or no longer: out of view its views cost nothing. */
    void setActive(boolean on);

    /** Detaches everything that is its own, its views too. */
    default void dispose() {
    }
}
