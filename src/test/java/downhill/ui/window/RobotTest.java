package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.RaceState;
import downhill.ui.fx.FxTest;
import downhill.ui.session.Demo;
import downhill.ui.session.Snapshots;
import downhill.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;

/**
 * The real window over the real engine, driven by keys that come from below the toolkit, through the window with the focus, as a
 * keyboard's do. What each screen shows is held by the tests of that screen; here, that the keys get there.
 */
class RobotTest extends FxTest {
    private static final int STEPS = 40;
    private static OpenWindow open;
    private final FxRobot robot = new FxRobot();

    @BeforeAll
    static void openWindow() {
        open = OpenWindow.live(1440, 900);
        open.open(Demo.experiment("Iris"));
        await("the race is ready", () -> open.session.race().isOpen() && open.session.snapshotProperty().get().state() == RaceState.PAUSED);
    }

    @AfterAll
    static void closeWindow() {
        open.close();
    }

    /** A command may have led into the lab. */
    @BeforeEach
    void inTheRace() {
        runFx(() -> open.window.workspaces().choose("train"));
    }

    @AfterEach
    void noSheetIsLeft() {
        assertThat(onFx(() -> open.window.sheets().isVisible())).isFalse();
    }

    private void press(KeyCode... keys) {
        runFx(() -> open.stage.requestFocus());
        robot.press(keys);
        List<KeyCode> back = new ArrayList<>(List.of(keys));
        java.util.Collections.reverse(back);
        robot.release(back.toArray(new KeyCode[0]));
    }

    private static long step() {
        return open.session.snapshotProperty().get().step();
    }

    private void goTo(long step) {
        runFx(() -> open.session.race().seek(step));
        await("the race is at step " + step, () -> step() == step);
    }

    @ParameterizedTest
    @CsvSource({"DIGIT1, tab.race", "DIGIT2, tab.landscape", "DIGIT3, tab.fit", "DIGIT4, tab.metrics", "DIGIT5, tab.parameters",
        "DIGIT6, tab.state", "DIGIT7, tab.compare", "DIGIT8, tab.curvature"})
    void eachViewIsChosen(KeyCode digit, String title) {
        press(digit);
        await(title + " is shown", () -> open.window.shownProperty().get().titleKey().equals(title));
    }

    @ParameterizedTest
    @CsvSource({"DIGIT1, data, tab.data", "DIGIT2, train, tab.race", "DIGIT3, lab, tab.landscape"})
    void eachWorkspaceIsChosen(KeyCode digit, String id, String title) {
        press(KeyCode.DIGIT1);
        await("the race is shown", () -> open.window.shownProperty().get().titleKey().equals("tab.race"));
        press(KeyCode.CONTROL, digit);
        await(id + " is shown", () -> open.window.workspaces().chosenProperty().get().id().equals(id));
        assertThat(onFx(() -> open.window.shownProperty().get().titleKey())).isEqualTo(title);
    }

    @Test
    void theRaceRunsStepsAndGoesBack() {
        press(KeyCode.SPACE);
        await("it runs", () -> step() > STEPS);
        runFx(() -> open.session.race().pause()); // not by Space: on a fast machine the race may be over, and would be asked to go on
        await("it rests", () -> !Snapshots.isRunning(open.session.snapshotProperty().get()));
        goTo(STEPS);
        press(KeyCode.RIGHT);
        await("one step on", () -> step() == STEPS + 1);
        press(KeyCode.LEFT);
        await("one step back", () -> step() == STEPS);
    }

    @ParameterizedTest
    @CsvSource({"F, fork", "CONTROL+K, palette", "CONTROL+R, workshop", "CONTROL+U, surfaces", "CONTROL+SHIFT+E, export",
        "CONTROL+M, model", "CONTROL+T, training", "CONTROL+G, samples", "A, add"})
    void eachSheetOpensAndEscapeClosesIt(String keys, String what) {
        press(KeyCode.DIGIT1);
        await("the race is shown", () -> open.window.shownProperty().get().titleKey().equals("tab.race"));
        if (step() == 0) {
            press(KeyCode.RIGHT);
            await("there is a step", () -> step() == 1);
        }
        press(java.util.Arrays.stream(keys.split("\\+")).map(KeyCode::valueOf).toArray(KeyCode[]::new));
        await(what + " is open", () -> open.window.sheets().isVisible());
        press(KeyCode.ESCAPE);
        await(what + " is closed", () -> !open.window.sheets().isVisible());
    }

    @Test
    void theLetterThatOpensASheetIsNotTypedIntoIt() {
        runFx(() -> open.session.race().step(1));
        await("there is a step", () -> step() > 0);
        press(KeyCode.F);
        await("the sheet is open", () -> open.window.sheets().isVisible());
        nextFrame();
        assertThat(onFx(() -> open.window.sheets().lookupAll(".text-input").stream()
                .map(node -> ((javafx.scene.control.TextInputControl) node).getText())
                .anyMatch(text -> text != null && text.contains("f")))).isFalse();
        press(KeyCode.ESCAPE);
        await("it is closed", () -> !open.window.sheets().isVisible());
    }

    @Test
    void panelsFillTheWindowLectureModeComesAndGoesAndTheLookChanges() {
        press(KeyCode.B);
        await("large panels", () -> open.window.model().bigProperty().get());
        press(KeyCode.B);
        await("small panels", () -> !open.window.model().bigProperty().get());
        press(KeyCode.F11);
        await("lecture mode", () -> open.window.model().projectedProperty().get());
        press(KeyCode.ESCAPE);
        await("no lecture mode", () -> !open.window.model().projectedProperty().get());
        Theme before = onFx(() -> Theme.of(open.window.scene()).getValue());
        press(KeyCode.F9);
        await("the other theme", () -> Theme.of(open.window.scene()).getValue() != before);
        press(KeyCode.F9);
        await("the theme of before", () -> Theme.of(open.window.scene()).getValue() == before);
    }
}
