package downhill.ui.window;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;

/** Where the Tab key goes in an open window. FX thread. */
final class Tabbing {
    /** Nobody presses Tab more often. */
    private static final int MOST = 400;

    private Tabbing() {
    }

    /** All that Tab comes to, from {@code first} on, until it is where it was before, or stays where it is. */
    static List<Node> ring(OpenWindow open, Node first) {
        return ring(open, first, false);
    }

    /** All that Shift and Tab come to. */
    static List<Node> ringBack(OpenWindow open, Node first) {
        return ring(open, first, true);
    }

    private static List<Node> ring(OpenWindow open, Node first, boolean back) {
        List<Node> ring = new ArrayList<>();
        first.requestFocus();
        for (Node now = first; !ring.contains(now) && ring.size() < MOST; now = open.window.scene().getFocusOwner()) {
            ring.add(now);
            tab(open, back);
        }
        return ring;
    }

    /** Presses Tab as a person does who wants to go on: in a text of several lines Tab alone is text. */
    static void tab(OpenWindow open, boolean back) {
        boolean text = open.window.scene().getFocusOwner() instanceof TextArea;
        if (back) {
            open.press(KeyCode.TAB, text ? new KeyCode[] {KeyCode.SHIFT, KeyCode.CONTROL} : new KeyCode[] {KeyCode.SHIFT});
        } else {
            open.press(KeyCode.TAB, text ? new KeyCode[] {KeyCode.CONTROL} : new KeyCode[0]);
        }
    }
}
