package downhill.ui.fx;

import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;

/** Controls that are made anew because one of them was changed: whoever changed it by keyboard is at its successor afterwards. */
public final class KeptFocus {

    private KeptFocus() {
    }

    /**
     * Does {@code rebuild}; where that takes the control with the focus out of {@code area}, the one of its class that says
     * the same to a screen reader has it then. FX thread.
     */
    public static void across(Parent area, Runnable rebuild) {
        Scene scene = area.getScene();
        Node owner = scene == null ? null : scene.getFocusOwner();
        boolean within = owner != null && isWithin(owner, area);
        rebuild.run();
        if (within) {
            area.applyCss();
            area.layout(); // tables and lists make their cells here
            if (!isWithin(owner, area)) {
                focus(area, owner);
            }
        }
    }

    private static boolean isWithin(Node node, Parent area) {
        Node at = node;
        while (at != null && at != area) {
            at = at.getParent();
        }
        return at == area;
    }

    private static boolean focus(Node at, Node before) {
        if (at.getClass() == before.getClass() && Objects.equals(at.getAccessibleText(), before.getAccessibleText())
                && at.isFocusTraversable()) {
            at.requestFocus();
            return true;
        }
        return at instanceof Parent parent && parent.getChildrenUnmodifiable().stream().anyMatch(child -> focus(child, before));
    }
}
