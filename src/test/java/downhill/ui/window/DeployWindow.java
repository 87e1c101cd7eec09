package downhill.ui.window;

import downhill.race.RaceState;
import downhill.ui.fx.FxTest;
import downhill.ui.session.Demo;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A window that shows Deploy of the iris race, one for all tests of a class. */
abstract class DeployWindow extends FxTest {
    static final int STEPS = 60;
    static OpenWindow open;

    @BeforeAll
    static void enterDeploy() {
        open = OpenWindow.live(1440, 900);
        open.open(Demo.experiment("Iris"));
        await("the race is ready", () -> open.session.snapshotProperty().get().state() == RaceState.PAUSED);
        open.press(KeyCode.DIGIT7, KeyCode.CONTROL);
        runFx(() -> open.window.scene().getRoot().requestFocus());
    }

    @AfterAll
    static void closeWindow() {
        if (open != null) {
            open.close();
        }
        open = null;
    }

    static Node node(String id) {
        return open.window.scene().lookup(id);
    }

    static String label(String id) {
        return onFx(() -> node(id) instanceof Label label ? label.getText() : "");
    }

    static void fire(String id) {
        runFx(() -> ((ButtonBase) node(id)).fire());
    }

    /** Does what a command of this id does. */
    static void command(String id) {
        runFx(() -> open.window.commands().execute(open.window.table().get(id)));
    }

    /** A few steps more, up to {@code to}. */
    static void step(int to) {
        runFx(() -> open.session.race().step(STEPS));
        await("it has stepped", () -> open.session.snapshotProperty().get().step() == to
                && open.session.snapshotProperty().get().state() == RaceState.PAUSED);
    }
}
