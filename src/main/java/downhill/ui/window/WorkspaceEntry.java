package downhill.ui.window;

import downhill.ui.command.Shortcuts;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;

/**
 * A line of the rail. A further workspace is one more of these in {@link MainWindow}, and its words under {@code workspace.ID}.
 *
 * @param id    also the id of its button, behind {@code rail-}
 * @param icon  above its name
 * @param digit key that leads there together with Ctrl; the eight stages of the work have one to eight, whether they exist yet or not
 * @param view  makes what is shown, when it is chosen for the first time
 */
record WorkspaceEntry(String id, Ikon icon, KeyCode digit, Supplier<Workspace> view) {
    static final String DATA = "data";
    static final String TRAIN = "train";
    static final String LAB = "lab";
    static final String TUNE = "tune";
    static final String EVALUATE = "evaluate";
    static final String EXPLAIN = "explain";
    static final String LESSONS = "lessons";
    static final String DEPLOY = "deploy";

    /** Message key of its name. */
    String titleKey() {
        return "workspace." + id;
    }

    /** Leads there. */
    KeyCombination key() {
        return Shortcuts.ctrl(digit);
    }
}
