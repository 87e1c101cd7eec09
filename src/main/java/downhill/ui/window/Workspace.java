package downhill.ui.window;

import downhill.ui.screen.Screen;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;

/**
 * A stage of the work: what stands beside the rail while it is chosen, from left to right, and the bar below. Nodes may be shared by
 * workspaces of one experiment; only the one that is chosen has them.
 */
interface Workspace {
    /** The cards of the left column, from above to below. */
    List<Node> left();

    /** The large view, and what is below it. */
    Node middle();

    /** The cards of the right column; empty where there is none. */
    List<Node> right();

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

    /** It is chosen now, or no longer: out of view its views cost nothing. */
    void setActive(boolean on);

    /** Detaches everything, its views too. */
    void dispose();
}
