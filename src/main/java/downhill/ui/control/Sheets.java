package downhill.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** Where a screen shows a panel over the window. */
public interface Sheets {
    /** Shows {@code content}, {@code width} wide, under a title, with buttons below it. Replaces one that is open. */
    void open(ObservableValue<String> title, double width, Node content, Node... actions);

    /** Shows {@code content} alone, {@code width} wide, near the upper edge; {@code title} is only read out. Replaces one that is open. */
    void openAtTop(ObservableValue<String> title, double width, Node content);

    /** What is done when the sheet now open is closed in any way. */
    void onClosed(Runnable action);

    /** Closes it. */
    void close();
}
