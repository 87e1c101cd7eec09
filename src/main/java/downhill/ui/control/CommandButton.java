package downhill.ui.control;

import downhill.ui.command.Command;
import downhill.ui.i18n.Messages;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import org.kordamp.ikonli.Ikon;

/** Buttons that do what a command does: tooltip, key and what is read out are the command's. */
public final class CommandButton {
    private CommandButton() {
    }

    /** An ordinary one with words of its own, shorter than the command's. */
    public static Button ghost(String key, Command command) {
        return explained(Buttons.ghost(key, command::run), command);
    }

    /** One that looks like a link, with words of its own. */
    public static Button link(String key, Command command) {
        return explained(Buttons.link(key, command::run), command);
    }

    /** Only a picture. */
    public static Button icon(Ikon icon, Command command) {
        Button button = Buttons.picture(icon, command::run);
        button.accessibleTextProperty().bind(command.words());
        return explained(button, command);
    }

    /** Gives {@code button} the tooltip of a command. */
    public static <B extends Control> B explained(B button, Command command) {
        Tip.on(button, Messages.following(command::tooltip, command.words()));
        return button;
    }
}
