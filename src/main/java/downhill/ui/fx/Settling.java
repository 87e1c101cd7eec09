package downhill.ui.fx;

import javafx.scene.Node;
import javafx.scene.Parent;

/** Brings nodes that draw themselves in the background up to date at once, before a picture is taken of them. */
public final class Settling {
    private Settling() {
    }

    /** A node that draws in the background and can be asked to be done with it. */
    public interface Settles {
        /** Is up to date, at {@code scale} pixels a point or more, when this returns. On the FX thread. */
        void settle(double scale);
    }

    /** Lays out {@code node} and settles it and everything below it. */
    public static void settle(Node node, double scale) {
        if (node instanceof Parent parent) {
            parent.applyCss();
            parent.layout();
        }
        visit(node, scale);
    }

    private static void visit(Node node, double scale) {
        if (node instanceof Settles slow) {
            slow.settle(scale);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> visit(child, scale));
        }
    }
}
