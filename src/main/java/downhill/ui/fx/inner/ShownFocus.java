package downhill.ui.fx.inner;

import com.sun.javafx.scene.NodeHelper;
import javafx.scene.Node;
import org.slf4j.LoggerFactory;

/** The focus as the Tab key gives it: with a ring around it, and with the keys that go with the ring. */
public final class ShownFocus {
    private ShownFocus() {
    }

    /** Gives the focus to {@code node}; where it can have none, nothing happens. */
    public static void give(Node node) {
        try {
            NodeHelper.requestFocusVisible(node);
        } catch (LinkageError otherToolkit) {
            LoggerFactory.getLogger(ShownFocus.class).debug("This JavaFX shows no focus that a program gives", otherToolkit);
            node.requestFocus();
        }
    }
}
