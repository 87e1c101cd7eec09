package downhill.ui.screen.explain;

import downhill.ui.command.Command;
import downhill.ui.command.Shortcuts;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;

/** What can be done in the workspace, as menus, keys and palette have it. */
public enum ExplainDeed {
    NEXT(Shortcuts.ctrl(KeyCode.PAGE_DOWN)),
    PREVIOUS(Shortcuts.ctrl(KeyCode.PAGE_UP)),
    /** The rows that are furthest off stand first. */
    WORST(null),
    /** Which columns may change. */
    KEEP(null),
    /** How it was learned, step by step. */
    FILM(Shortcuts.ctrlShift(KeyCode.Y)),
    /** The tree as a text, in SQL, in Java. */
    TREE(Shortcuts.ctrlShift(KeyCode.J));

    private final KeyCombination key;

    ExplainDeed(KeyCombination key) {
        this.key = key;
    }

    /** Id of its command, which is also the message key of its words. */
    public String id() {
        return "explain." + name().toLowerCase(Locale.ROOT);
    }

    /** A command of this name and key that does {@code action}. */
    public Command command(Runnable action) {
        Command command = Command.of(id(), id(), action);
        return key == null ? command : command.on(key);
    }
}
