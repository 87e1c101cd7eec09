package downhill.ui.window;

import downhill.race.document.Experiment;
import downhill.ui.fx.FxTest;
import downhill.ui.session.Demo;
import javafx.scene.control.Button;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A window in which the contenders of the iris demo can be judged. */
abstract class JudgedWindow extends FxTest {
    /** Steps of a short training. */
    static final long SHORT = 40;

    protected OpenWindow open;

    @BeforeEach
    final void openWindow() {
        open = new OpenWindow(1440, 900);
    }

    @AfterEach
    final void closeWindow() {
        open.close();
    }

    static Experiment iris(long steps) {
        Experiment demo = Demo.experiment("Iris");
        return demo.withTraining(demo.training().withSteps(steps)).withContenders(demo.contenders().subList(0, 2));
    }

    final void enter(long steps) {
        open.open(iris(steps));
        await("the race is ready", () -> open.session.race().isOpen() && open.session.dataProperty().get() != null);
        runFx(() -> open.window.workspaces().choose("evaluate"));
        runFx(() -> open.window.scene().getRoot().requestFocus());
    }

    final String sentence() {
        return onFx(() -> {
            var found = open.window.scene().lookup("#verdict-sentence");
            return found == null || found.getAccessibleText() == null ? "" : found.getAccessibleText();
        });
    }

    final boolean isRunning() {
        return onFx(() -> !((Button) open.window.scene().lookup("#evaluate-stop")).isDisabled());
    }
}
