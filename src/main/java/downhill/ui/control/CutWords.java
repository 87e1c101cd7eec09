package downhill.ui.control;

import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;

/** Words that have no room where they stand, in whatever list, table, button or label, are told in full where the pointer is on them. */
public final class CutWords {
    private static final double ROUNDING = 1;
    private static final double WIDTH = 420;

    private CutWords() {
    }

    /** For all that {@code scene} shows, now and later; running what is given back ends it. */
    public static Runnable tell(Scene scene) {
        EventHandler<MouseEvent> handler = event -> {
            if (event.getTarget() instanceof Labeled words) {
                entered(words);
            }
        };
        scene.addEventFilter(MouseEvent.MOUSE_ENTERED_TARGET, handler);
        return () -> scene.removeEventFilter(MouseEvent.MOUSE_ENTERED_TARGET, handler);
    }

    /** Cells are used for one text after another: what is told goes when the words have room. */
    private static void entered(Labeled words) {
        boolean cut = isCut(words);
        if (Tip.told(words).isEmpty() && cut) {
            words.setTooltip(new Whole(words));
        } else if (words.getTooltip() instanceof Whole && !cut) {
            words.setTooltip(null);
        }
    }

    /** Whether some of the words are not shown. */
    public static boolean isCut(Labeled words) {
        Node shown = words.lookup(".text");
        String whole = words.getText();
        if (whole == null || whole.isBlank() || !(shown instanceof Text text)) {
            return false;
        }
        return words.isWrapText() ? words.getHeight() < words.prefHeight(words.getWidth()) - ROUNDING : !text.getText().equals(whole);
    }

    /** All the words of a node, whatever they become. */
    private static final class Whole extends Tooltip {
        Whole(Labeled words) {
            textProperty().bind(words.textProperty());
            setWrapText(true);
            setMaxWidth(WIDTH);
        }
    }
}
