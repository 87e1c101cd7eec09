package downhill.ui.control;

import downhill.data.Visible;
import downhill.ui.i18n.Messages;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;

/** Words on the window, bound to their key or to a value. */
public final class Labels {
    private static final double WIDEST_TIP = 480;

    private Labels() {
    }

    /** The words of a message key in the language spoken. */
    public static Label of(String key, Object... arguments) {
        return bound(Messages.binding(key, arguments));
    }

    /** The same in the colour of less important words. */
    public static Label secondary(String key, Object... arguments) {
        return styled(of(key, arguments), "secondary");
    }

    /** A text that changes. */
    public static Label bound(ObservableValue<String> text) {
        Label label = new Label();
        label.textProperty().bind(text.map(Visible::text));
        return label;
    }

    /** A name or number that needs no translation. */
    public static Label plain(String text, String... styles) {
        return styled(new Label(Visible.text(text)), styles);
    }

    /** Ends in an ellipsis where there is too little room, which its tooltip tells in full. */
    public static <L extends Labeled> L shortened(L label) {
        Tip.on(label, label.textProperty()).wrapped(WIDEST_TIP);
        label.setMinWidth(0);
        return label;
    }

    /** Adds style classes and returns the label. */
    public static Label styled(Label label, String... styles) {
        label.getStyleClass().addAll(styles);
        return label;
    }
}
