package downhill.ui.command;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** Combinations of keys, written shortly. */
public final class Shortcuts {
    private Shortcuts() {
    }

    /** The key alone. */
    public static KeyCombination key(KeyCode code) {
        return new KeyCodeCombination(code);
    }

    /** With Shift. */
    public static KeyCombination shift(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHIFT_DOWN);
    }

    /** With Ctrl; Command on a Mac. */
    public static KeyCombination ctrl(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }

    /** With Ctrl and Shift; Command and Shift on a Mac. */
    public static KeyCombination ctrlShift(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    }
}
