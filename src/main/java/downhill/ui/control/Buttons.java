package downhill.ui.control;

import downhill.ui.i18n.Messages;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Buttons of each kind; words by message key. */
public final class Buttons {
    private static final String PRIMARY = "primary";

    private Buttons() {
    }

    /** The one that leads on: filled with the accent. */
    public static Button primary(String key, Runnable action) {
        return button(key, action, PRIMARY);
    }

    /** Whether it is the one that leads on. */
    static boolean isPrimary(Button button) {
        return button.getStyleClass().contains(PRIMARY);
    }

    /** An ordinary one: a thin frame. */
    public static Button ghost(String key, Runnable action) {
        return button(key, action);
    }

    /** One that looks like a link; {@code arguments} are what its words tell. */
    public static Button link(String key, Runnable action, Object... arguments) {
        Button button = button(key, action, "link");
        button.textProperty().bind(Messages.binding(key, arguments));
        return button;
    }

    /** Only a picture; its tooltip is also what is read out. */
    public static Button icon(Ikon icon, String key, Runnable action) {
        Button button = picture(icon, action);
        button.accessibleTextProperty().bind(Messages.binding(key));
        Tip.on(button, key);
        return button;
    }

    /** Only a picture; whoever asks for it gives it words. */
    static Button picture(Ikon icon, Runnable action) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().add("icon-button");
        button.setOnAction(e -> action.run());
        return button;
    }

    /** One letter that stays on or off, such as S for solo. */
    public static ToggleButton letterToggle(String letter, String key) {
        ToggleButton button = new ToggleButton(letter);
        button.getStyleClass().add("small-toggle");
        button.accessibleTextProperty().bind(Messages.binding(key));
        Tip.on(button, key);
        return button;
    }

    private static Button button(String key, Runnable action, String... styles) {
        Button button = new Button();
        button.textProperty().bind(Messages.binding(key));
        button.getStyleClass().addAll(styles);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }
}
