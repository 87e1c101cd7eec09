package downhill.ui.fx;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Enter as a control, a list or a sheet takes it. */
public final class EnterKey {
    private EnterKey() {
    }

    /** Whether it is Enter with nothing else held; with Ctrl or Alt it is a key of the window. */
    public static boolean isAlone(KeyEvent event) {
        return event.getCode() == KeyCode.ENTER && !event.isShortcutDown() && !event.isAltDown();
    }
}
