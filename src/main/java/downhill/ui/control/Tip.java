package downhill.ui.control;

import downhill.ui.i18n.Messages;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/**
 * What a node says where the pointer rests on it; a control's is read out as its help, too. The toolkit's tooltip is a window with a
 * scene of its own that is dressed as soon as it is made: hundreds of them, of which a person sees two or three, would be a tenth of all
 * work on the window. So it is made when the pointer comes.
 */
public final class Tip {
    private static final String KEY = Tip.class.getName();

    private final Node node;
    private final ObservableValue<String> words;
    private Consumer<Tooltip> dress = fresh -> { };
    private Tooltip window;

    private Tip(Node node, ObservableValue<String> words) {
        this.node = node;
        this.words = words;
    }

    /** Gives {@code node} the words of a message key, in place of those that it had. */
    public static Tip on(Node node, String key, Object... arguments) {
        return on(node, Messages.binding(key, arguments));
    }

    /** The same for words that change; while they are empty nothing is shown. */
    public static Tip on(Node node, ObservableValue<String> words) {
        Tip fresh = new Tip(node, words);
        if (node.getProperties().put(KEY, fresh) instanceof Tip before) {
            before.leave();
        } else {
            node.addEventHandler(MouseEvent.MOUSE_ENTERED, event -> of(node).entered());
        }
        if (node instanceof Control) {
            node.accessibleHelpProperty().bind(words);
        }
        return fresh;
    }

    /** The tip of a node; null where it has none. */
    static Tip of(Node node) {
        return (Tip) (node.hasProperties() ? node.getProperties().get(KEY) : null);
    }

    /** What a node says when it is pointed at, by a tip or by a tooltip; empty where it says nothing. */
    public static String told(Node node) {
        Tip tip = of(node);
        if (tip != null && !tip.said().isEmpty()) {
            return tip.said();
        }
        Tooltip other = node instanceof Control control ? control.getTooltip() : null;
        return other == null || other.getText() == null ? "" : other.getText();
    }

    /** Breaks lines at a width in points. */
    Tip wrapped(double width) {
        return dressed(fresh -> {
            fresh.setWrapText(true);
            fresh.setMaxWidth(width);
        });
    }

    /** Does something to the window as soon as there is one. */
    Tip dressed(Consumer<Tooltip> more) {
        dress = dress.andThen(more);
        return this;
    }

    /** The window that shows it, in view or not. */
    public Tooltip window() {
        if (window == null) {
            window = new Tooltip();
            window.textProperty().bind(words);
            dress.accept(window);
        }
        return window;
    }

    /** Takes it out of view, until the pointer moves on. */
    void hide() {
        if (window != null) {
            window.hide();
        }
    }

    private void leave() {
        hide();
        if (window != null) {
            Tooltip.uninstall(node, window);
        }
    }

    private String said() {
        return words.getValue() == null ? "" : words.getValue();
    }

    private void entered() {
        if (said().isEmpty()) {
            leave();
        } else {
            Tooltip.install(node, window());
        }
    }
}
