package downhill.ui.control;

import downhill.ui.i18n.Term;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Words with a dotted line below them, which tell what they mean: when pointed at, at a click, and by Shift+F1 where the focus is
 * beside them.
 */
public final class Terms {
    private static final double WIDEST = 380;

    private Terms() {
    }

    /** Makes {@code words} tell what {@code term} means. */
    public static <L extends Label> L mark(L words, Term term) {
        markPointed(words, term);
        words.setOnMouseClicked(event -> show(words));
        return words;
    }

    /** The same for words of which a click does something else, such as a heading that sorts. */
    public static <L extends Label> L markPointed(L words, Term term) {
        words.getStyleClass().add("term");
        Tip.on(words, term.told()).wrapped(WIDEST).dressed(told -> {
            told.setAutoHide(true);
            told.setHideOnEscape(false); // Escape is the sheet’s, and takes the tip along
        });
        return words;
    }

    /** The same, and Shift+F1 anywhere within {@code row}, in which the words stand; any other key lets it go again. */
    public static <N extends Node> N explain(N row, Label words, Term term) {
        mark(words, term);
        row.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.F1 && event.isShiftDown()) {
                show(words);
                event.consume();
            } else if (event.getCode() != KeyCode.SHIFT) {
                Tip.of(words).hide();
            }
        });
        return row;
    }

    private static void show(Node words) {
        Bounds place = words.localToScreen(words.getBoundsInLocal());
        if (place != null && words.getScene().getWindow() != null) {
            Tip.of(words).window().show(words, place.getMinX(), place.getMaxY() + 4);
        }
    }
}
