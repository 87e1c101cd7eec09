package downhill.ui.control;

import downhill.ui.i18n.Retold;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One line about something that went wrong or is worth knowing; stays until it is dismissed. Hidden at first. */
public final class NoticeBar extends HBox {
    /** How bad it is. */
    public enum Kind { INFO, WARNING, ERROR }

    private final Retold said = new Retold(this, "said");
    private final Label words = Labels.bound(said.textProperty());
    private final FontIcon icon = new FontIcon(Feather.INFO);

    /** A hidden notice. */
    public NoticeBar() {
        getStyleClass().add("notice");
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button dismiss = Buttons.icon(Feather.X, "notice.dismiss", this::dismiss);
        getChildren().addAll(icon, words, dismiss);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /** Shows {@code message}, in whichever language is spoken: what was found, where, what to do. */
    public void show(Kind kind, Supplier<String> message) {
        getStyleClass().removeAll("warning", "error");
        if (kind != Kind.INFO) {
            getStyleClass().add(kind == Kind.ERROR ? "error" : "warning");
        }
        icon.setIconCode(switch (kind) {
            case INFO -> Feather.INFO;
            case WARNING -> Feather.ALERT_TRIANGLE;
            case ERROR -> Feather.ALERT_CIRCLE;
        });
        said.say(message);
        setVisible(true);
    }

    /** Shows what is worth knowing. */
    public void tell(Supplier<String> message) {
        show(Kind.INFO, message);
    }

    /** Shows what went wrong; nothing where {@code message} is empty. */
    public void complain(Supplier<String> message) {
        if (message.get().isEmpty()) {
            dismiss();
        } else {
            show(Kind.ERROR, message);
        }
    }

    /** What it says now; empty while hidden. */
    public String message() {
        return isVisible() ? said.get() : "";
    }

    /** Hides it. */
    public void dismiss() {
        setVisible(false);
    }
}
