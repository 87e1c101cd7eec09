package downhill.ui.control;

import javafx.scene.input.KeyCode;

/** A control with keys of its own, which go before those of the window once it was reached by keyboard. */
public interface OwnKeys {
    /** Whether this key, pressed alone, is one of them. */
    boolean isOwn(KeyCode code);
}
