package downhill.ui.screen.tune;

import downhill.ui.command.Command;
import downhill.ui.command.Shortcuts;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;

/** What can be done with a search, as menus, keys and palette have it. */
public enum TuneDeed {
    /** Begins, waits, goes on. */
    RUN(Shortcuts.ctrl(KeyCode.ENTER)),
    STOP(Shortcuts.ctrlShift(KeyCode.ENTER)),
    KNOB(Shortcuts.ctrlShift(KeyCode.K)),
    SEARCH(Shortcuts.ctrlShift(KeyCode.T)),
    PLACE(null),
    NEXT(Shortcuts.ctrl(KeyCode.DOWN)),
    PREVIOUS(Shortcuts.ctrl(KeyCode.UP)),
    BRUSH(Shortcuts.ctrl(KeyCode.B)),
    UNBRUSH(Shortcuts.ctrlShift(KeyCode.B)),
    AUTOML(null),
    RACE(null),
    EVALUATE(null),
    DEFAULTS(null),
    EXPORT(null);

    private final KeyCombination key;

    TuneDeed(KeyCombination key) {
        this.key = key;
    }

    /** Id of its command, which is also the message key of its words. */
    public String id() {
        return "tune." + name().toLowerCase(Locale.ROOT);
    }

    /** A command of this name and key that does {@code action}. */
    public Command command(Runnable action) {
        Command command = Command.of(id(), id(), action);
        return key == null ? command : command.on(key);
    }
}
