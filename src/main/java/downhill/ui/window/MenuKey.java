package downhill.ui.window;

import downhill.ui.fx.Subscriptions;
import downhill.ui.fx.inner.ShownFocus;
import java.util.function.BooleanSupplier;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;

/**
 * Alt, pressed and released alone, leads to the menus; once more, or Escape, leads back to where the focus was, as does a choice. The
 * toolkit's own way selects a menu without moving the focus, so that arrows would step the race as well, and does so beneath a sheet.
 */
final class MenuKey {
    private static final double OUTSIDE = -1;

    private final Scene scene;
    private final MenuBar bar;
    private final BooleanSupplier covered;
    private final EventHandler<KeyEvent> keys = this::key;
    private Window heard;
    private boolean alone;
    private Node before;

    /** {@code covered} says whether a sheet lies over the window. */
    MenuKey(Scene scene, MenuBar bar, BooleanSupplier covered) {
        this.scene = scene;
        this.bar = bar;
        this.covered = covered;
    }

    void install(Subscriptions attached) {
        attached.follow(scene.windowProperty(), this::hear);
        attached.add(() -> hear(null));
    }

    /** To where the focus was before Alt, if it is at the menus now. */
    void leave() {
        Node back = before;
        before = null;
        if (bar.isFocused() && back != null && back.getScene() == scene) {
            ShownFocus.give(back);
        } else if (bar.isFocused()) {
            scene.getRoot().requestFocus();
        }
    }

    /** The window hears keys before the scene does, where the toolkit listens for Alt. */
    private void hear(Window window) {
        if (heard != null) {
            heard.removeEventFilter(KeyEvent.ANY, keys);
        }
        heard = window;
        if (window != null) {
            window.addEventFilter(KeyEvent.ANY, keys);
        }
    }

    private void key(KeyEvent event) {
        boolean pressed = event.getEventType() == KeyEvent.KEY_PRESSED;
        if (event.getCode() == KeyCode.ALT) {
            if (!pressed && alone && !covered.getAsBoolean()) {
                toggle();
            }
            alone = pressed;
            event.consume();
        } else if (pressed) {
            alone = false;
            forgetPointer();
            atMenus(event);
        }
    }

    /**
     * The toolkit takes a menu over which the pointer has passed for chosen, from then on, and gives it Escape and the arrows; a click
     * elsewhere ends that, and here one that nobody made.
     */
    private void forgetPointer() {
        if (!bar.isFocused() && bar.getMenus().stream().noneMatch(Menu::isShowing)) {
            Event.fireEvent(scene, new MouseEvent(MouseEvent.MOUSE_CLICKED, OUTSIDE, OUTSIDE, OUTSIDE, OUTSIDE, MouseButton.NONE, 0, false,
                    false, false,
                    false, false, false, false, true, false, true, null));
        }
    }

    private void toggle() {
        if (bar.isFocused()) {
            leave();
        } else {
            before = scene.getFocusOwner();
            bar.requestFocus();
        }
    }

    private void atMenus(KeyEvent event) {
        if (!bar.isFocused() || bar.getMenus().stream().anyMatch(menu -> menu.isShowing())) {
            return;
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            leave();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            Event.fireEvent(bar, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DOWN, false, false, false, false)); // opens it
            event.consume();
        }
    }
}
