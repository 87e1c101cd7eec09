package downhill.ui.screen.deploy;

import downhill.ui.command.Command;
import downhill.ui.command.Shortcuts;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;

/** What can be done in the workspace, as menus, keys and palette have it. */
public enum DeployDeed {
    /** Makes all forms. */
    MAKE(Shortcuts.ctrlShift(KeyCode.M)),
    STOP(null),
    /** One more form. */
    ADD(Shortcuts.ctrlShift(KeyCode.N)),
    NEXT(Shortcuts.ctrlShift(KeyCode.PAGE_DOWN)),
    PREVIOUS(Shortcuts.ctrlShift(KeyCode.PAGE_UP)),
    /** The form that is chosen becomes a file. */
    SAVE(null),
    /** The form that is chosen becomes a contender. */
    RACE(null),
    /** Begins to serve models, or ends it. */
    SERVE(null),
    /** Writes a report of the race. */
    REPORT(null);

    private final KeyCombination key;

    DeployDeed(KeyCombination key) {
        this.key = key;
    }

    /** Id of its command, which is also the message key of its words. */
    public String id() {
        return "deploy." + name().toLowerCase(Locale.ROOT);
    }

    /** A command of this name and key that does {@code action}. */
    public Command command(Runnable action) {
        Command command = Command.of(id(), id(), action);
        return key == null ? command : command.on(key);
    }
}
