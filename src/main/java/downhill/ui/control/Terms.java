package downhill.ui.control;

import downhill.ui.i18n.Term;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
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
        words.setOnMouseClicked(event -> show(words.getTooltip(), words));
        return words;
    }

    /** The same for words of which a click does something else, such as a heading that sorts. */
    public static <L extends Label> L markPointed(L words, Term term) {
        Tooltip told = told(term);
        words.getStyleClass().add("term");
        words.setTooltip(told);
        words.accessibleHelpProperty().bind(told.textProperty());
        return words;
    }

    /** The same, and Shift+F1 anywhere within {@code row}, in which the words stand; any other key lets it go again. */
    public static <N extends Node> N explain(N row, Label words, Term term) {
        Tooltip told = mark(words, term).getTooltip();
        row.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.F1 && event.isShiftDown()) {
                show(told, words);
                event.consume();
            } else if (event.getCode() != KeyCode.SHIFT) {
                told.hide();
            }
        });
        return row;
    }

    private static Tooltip told(Term term) {
        Tooltip told = new Tooltip();
        told.setWrapText(true);
        told.setMaxWidth(WIDEST);
        told.setAutoHide(true);
        told.setHideOnEscape(false); // Escape is the sheet’s, and takes the tip along
        told.textProperty().bind(term.told());
        return told;
    }

    private static void show(Tooltip told, Node words) {
        Bounds place = words.localToScreen(words.getBoundsInLocal());
        if (place != null && words.getScene().getWindow() != null) {
            told.show(words, place.getMinX(), place.getMaxY() + 4);
        }
    }
}
