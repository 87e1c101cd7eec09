package downhill.ui.chart;

import downhill.ui.fx.Subscriptions;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;

/** Watches whether a node and all above it are visible and it is not scrolled out of view, which JavaFX keeps to itself. */
final class Visibility {
    private final Node node;
    private final Runnable changed;
    private final Subscriptions chain = new Subscriptions();
    private boolean inView;

    Visibility(Node node, Runnable changed) {
        this.node = node;
        this.changed = changed;
    }

    boolean isSeen() {
        for (Node up = node; up != null; up = up.getParent()) {
            if (!up.isVisible() || up instanceof ScrollPane pane && !isInView(pane)) {
                return false;
            }
        }
        return true;
    }

    /** Whether some of the node is in the part of {@code pane} that is shown now. */
    private boolean isInView(ScrollPane pane) {
        Bounds shown = pane.localToScene(pane.getLayoutBounds());
        return shown.intersects(node.localToScene(node.getLayoutBounds()));
    }

    /** Follows the node and its present ancestors, and theirs where one moves. */
    void attach() {
        detach();
        for (Node up = node; up != null; up = up.getParent()) {
            chain.listen(up.visibleProperty(), now -> changed.run());
            chain.listen(up.parentProperty(), this::moved);
            if (up instanceof ScrollPane pane) {
                inView = isSeen();
                chain.listen(node.localToSceneTransformProperty(), now -> scrolled());
                chain.listen(pane.viewportBoundsProperty(), now -> scrolled());
            }
        }
    }

    void detach() {
        chain.dispose();
    }

    /** What comes into view was not drawn while it was out of it. */
    private void scrolled() {
        boolean was = inView;
        inView = isSeen();
        if (inView && !was) {
            changed.run();
        }
    }

    private void moved(Parent parent) {
        if (node.getScene() != null) {
            attach();
            changed.run();
        }
    }
}
