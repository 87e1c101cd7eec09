package downhill.ui.chart;

import downhill.ui.fx.Subscriptions;
import javafx.scene.Node;
import javafx.scene.Parent;

/** Watches whether a node and all above it are visible, which JavaFX keeps to itself. */
final class Visibility {
    private final Node node;
    private final Runnable changed;
    private final Subscriptions chain = new Subscriptions();

    Visibility(Node node, Runnable changed) {
        this.node = node;
        this.changed = changed;
    }

    boolean isSeen() {
        for (Node up = node; up != null; up = up.getParent()) {
            if (!up.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Follows the node and its present ancestors, and theirs where one moves. */
    void attach() {
        detach();
        for (Node up = node; up != null; up = up.getParent()) {
            chain.listen(up.visibleProperty(), now -> changed.run());
            chain.listen(up.parentProperty(), this::moved);
        }
    }

    void detach() {
        chain.dispose();
    }

    private void moved(Parent parent) {
        if (node.getScene() != null) {
            attach();
            changed.run();
        }
    }
}
