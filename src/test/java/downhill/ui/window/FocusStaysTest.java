package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.RaceState;
import downhill.ui.fx.FxTest;
import downhill.ui.screen.Screen;
import downhill.ui.session.Demo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Spinner;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever changes a value by keyboard is still at that value afterwards, though what stands around it changes. */
class FocusStaysTest extends FxTest {
    private static OpenWindow open;

    @BeforeAll
    static void openWindow() {
        open = OpenWindow.live(1440, 900);
        open.open(Demo.experiment("Iris"));
        await("the race is ready", () -> open.session.race().isOpen() && open.session.snapshotProperty().get().state() == RaceState.PAUSED);
        runFx(() -> open.session.race().step(40));
        await("the race has stepped", () -> open.session.snapshotProperty().get().step() == 40);
    }

    @AfterAll
    static void closeWindow() {
        open.close();
    }

    /** What stands around the screens is tried beside the first of them. */
    @Test
    void onEveryScreen() {
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < open.window.screens().size(); i++) {
            int tab = i;
            runFx(() -> open.window.shownProperty().set(open.window.screens().get(tab)));
            settle();
            Screen screen = open.window.screens().get(tab);
            List<Node> tried = tab == 0 ? List.of(open.window.scene().getRoot()) : List.of(screen.content(), screen.options());
            tried.forEach(within -> change(screen.titleKey(), (Parent) within, wrong));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void inEverySheet() {
        List<String> wrong = new ArrayList<>();
        sheets().forEach((name, show) -> {
            runFx(show);
            await(name + " is open", () -> open.window.sheets().isVisible());
            nextFrame();
            change(name, open.window.sheets(), wrong);
            runFx(() -> open.window.sheets().close());
        });
        assertThat(wrong).isEmpty();
    }

    private static Map<String, Runnable> sheets() {
        Map<String, Runnable> sheets = new LinkedHashMap<>();
        sheets.put("contender", () -> open.window.parts().contenders().edit());
        sheets.put("model", open.window.parts()::editModel);
        sheets.put("training", open.window.parts()::editTraining);
        sheets.put("workshop", () -> open.window.tools().workshop().open());
        sheets.put("fork", () -> open.window.parts().fork());
        return sheets;
    }

    private static void settle() {
        for (int i = 0; i < 4; i++) {
            nextFrame();
        }
    }

    /** Goes to each control in turn, by its place, since some are made anew. */
    private static void change(String where, Parent within, List<String> wrong) {
        int count = onFx(() -> controls(within).size());
        for (int i = 0; i < count; i++) {
            int at = i;
            Node control = onFx(() -> at < controls(within).size() ? controls(within).get(at) : null);
            if (control == null || !onFx(() -> go(control))) {
                continue;
            }
            String name = onFx(() -> name(control));
            open.press(control instanceof ComboBox ? KeyCode.DOWN : control instanceof Spinner ? KeyCode.UP : KeyCode.SPACE);
            settle();
            Node now = onFx(() -> open.window.scene().getFocusOwner());
            if (now == null || !name(now).equals(name)) {
                wrong.add(where + ": " + name + " lost the focus to " + (now == null ? "nothing" : name(now)));
            }
        }
    }

    private static boolean go(Node control) {
        control.requestFocus();
        return control.isFocused();
    }

    private static String name(Node node) {
        return node.getClass().getSimpleName() + " " + node.getAccessibleText()
                + (node instanceof ToggleButton button ? button.getText() : "");
    }

    private static List<Node> controls(Parent within) {
        List<Node> found = new ArrayList<>();
        collect(within, found);
        return found;
    }

    private static void collect(Node node, List<Node> found) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node instanceof ComboBox || node instanceof CheckBox || node instanceof ToggleButton || node instanceof Spinner) {
            found.add(node);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }
}
