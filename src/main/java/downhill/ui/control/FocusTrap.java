package downhill.ui.control;

import downhill.ui.fx.inner.ShownFocus;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/** Keeps the focus within a panel: after the last control Tab comes to the first, and a focus that strays comes back. */
final class FocusTrap {
    /** From them the toolkit itself goes on to the first or the last control, and scrolls there. */
    private final Region start = edge();
    private final Region end = edge();
    private final Parent inside;
    private final ChangeListener<Node> guard = (source, old, now) -> moved(now);
    private Node last;
    private boolean held;

    FocusTrap(Parent inside) {
        this.inside = inside;
        inside.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /** To stand before everything in the panel. */
    Region start() {
        return start;
    }

    /** To stand behind everything in the panel. */
    Region end() {
        return end;
    }

    void hold() {
        if (!held && inside.getScene() != null) {
            held = true;
            inside.getScene().focusOwnerProperty().addListener(guard);
        }
    }

    void release() {
        if (held) {
            held = false;
            last = null;
            inside.getScene().focusOwnerProperty().removeListener(guard);
        }
    }

    private static Region edge() {
        Region edge = new Region();
        edge.setManaged(false);
        edge.setMouseTransparent(true);
        return edge;
    }

    private void key(KeyEvent event) {
        Node now = inside.getScene().getFocusOwner();
        if (event.getCode() == KeyCode.TAB && now != start && now != end) {
            tab(event, now);
        } else if (isStep(event, now)) {
            Nearest.of(now, event.getCode(), stops(inside)).ifPresent(ShownFocus::give);
            event.consume();
        }
    }

    private void tab(KeyEvent event, Node now) {
        boolean isText = now instanceof TextArea && !event.isControlDown() && !event.isShiftDown();
        List<Node> stops = stops(inside);
        boolean back = event.isShiftDown();
        if (!isText && (stops.isEmpty() || isWithin(now, stops.get(back ? 0 : stops.size() - 1)))) {
            event.consume();
            goTo(back, stops);
        }
    }

    /** From a button an arrow goes to the nearest control, which for the toolkit may be one behind. */
    private static boolean isStep(KeyEvent event, Node now) {
        boolean across = event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT;
        boolean arrow = across || event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN;
        boolean plain = !event.isShortcutDown() && !event.isAltDown();
        return plain && (arrow && now instanceof ButtonBase && !(now.getParent() instanceof Segments) || across
                && now instanceof ComboBoxBase);
    }

    private void goTo(boolean last, List<Node> stops) {
        if (!stops.isEmpty()) {
            Region from = last ? end : start;
            from.requestFocus();
            Event.fireEvent(from, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, last, false, false, false));
        }
    }

    private void moved(Node now) {
        if (isWithin(now, inside)) {
            last = now;
        } else {
            Platform.runLater(this::bringBack);
        }
    }

    /** A control that had the focus and can have it no longer hands it to the next of the window, which may be one behind. */
    private void bringBack() {
        if (!held || inside.getScene() == null || isWithin(inside.getScene().getFocusOwner(), inside)) {
            return;
        }
        List<Node> stops = stops(inside);
        if (stops.contains(last)) {
            ShownFocus.give(last);
        } else if (stops.isEmpty()) {
            start.requestFocus();
        } else {
            goTo(false, stops);
        }
    }

    /** All that Tab can come to, in the order in which it does. */
    static List<Node> stops(Node within) {
        List<Node> stops = new ArrayList<>();
        collect(within, stops);
        return stops;
    }

    private static void collect(Node node, List<Node> stops) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable()) {
            stops.add(node);
        }
        // parts of a control are the control
        if (node instanceof Parent parent && (!(node instanceof Control) || node instanceof ScrollPane)) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, stops));
        }
    }

    static boolean isWithin(Node node, Node above) {
        Node up = node;
        while (up != null && up != above) {
            up = up.getParent();
        }
        return up != null;
    }
}
