package downhill.ui.panel;

import downhill.ui.command.LocalKey;
import downhill.ui.session.Edits;
import downhill.ui.session.Session;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/** Panels are put into another order by dragging their heads, or with Alt and the arrow keys. */
final class PanelOrder {
    private static final double LIFTED = 0.85;
    private static final double STILL = 5;

    private final Session session;
    private final Supplier<List<ContenderPanel>> panels;
    private final Consumer<ContenderPanel> reveal;
    private double fromX;
    private double fromY;
    private boolean dragging;

    /** {@code reveal} scrolls to a panel. */
    PanelOrder(Session session, Supplier<List<ContenderPanel>> panels, Consumer<ContenderPanel> reveal) {
        this.session = session;
        this.panels = panels;
        this.reveal = reveal;
    }

    void install(ContenderPanel panel) {
        Node head = panel.head();
        head.setCursor(Cursor.OPEN_HAND);
        head.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            fromX = event.getSceneX();
            fromY = event.getSceneY();
        });
        head.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> drag(panel, event));
        head.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> drop(panel, event));
        panel.node().addEventFilter(KeyEvent.KEY_PRESSED, event -> key(panel, event));
    }

    private void drag(ContenderPanel panel, MouseEvent event) {
        dragging = dragging || Math.hypot(event.getSceneX() - fromX, event.getSceneY() - fromY) > STILL;
        if (dragging) {
            panel.node().setViewOrder(-1);
            panel.node().setOpacity(LIFTED);
            panel.node().setTranslateX(event.getSceneX() - fromX);
            panel.node().setTranslateY(event.getSceneY() - fromY);
        }
    }

    private void drop(ContenderPanel panel, MouseEvent event) {
        boolean dropped = dragging;
        dragging = false;
        panel.node().setViewOrder(0);
        panel.node().setOpacity(1);
        panel.node().setTranslateX(0);
        panel.node().setTranslateY(0);
        if (dropped) {
            panels.get().stream().filter(other -> other != panel && contains(other.node(), event)).findFirst()
                    .ifPresent(other -> move(panel.contender(), other.contender()));
        }
    }

    private static boolean contains(Node node, MouseEvent event) {
        return node.contains(node.sceneToLocal(event.getSceneX(), event.getSceneY()));
    }

    private void key(ContenderPanel panel, KeyEvent event) {
        boolean earlier = LocalKey.EARLIER.matches(event);
        if (!earlier && !LocalKey.LATER.matches(event)) {
            return;
        }
        List<ContenderPanel> all = panels.get();
        int to = all.indexOf(panel) + (earlier ? -1 : 1);
        if (to >= 0 && to < all.size()) {
            move(panel.contender(), all.get(to).contender());
            panels.get().stream().filter(other -> other.contender().equals(panel.contender())).findFirst().ifPresent(this::goOn);
        }
        event.consume();
    }

    private void goOn(ContenderPanel panel) {
        panel.focus();
        reveal.accept(panel);
    }

    /** To the place of another; whoever is muted keeps its place between the same neighbours. */
    private void move(String id, String place) {
        session.edit(document -> Edits.moved(document, id, place));
    }
}
