package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.RaceState;
import downhill.ui.fx.FxTest;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Demo;
import downhill.ui.theme.TypeScale;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lecture mode, driven by keyboard. */
class LectureTest extends FxTest {
    private static OpenWindow open;

    @BeforeAll
    static void openWindow() {
        open = new OpenWindow(1440, 900);
    }

    /** The window is as nobody has touched it, over a race that has stepped. */
    @BeforeEach
    void openRace() {
        runFx(() -> {
            open.window.model().tableProperty().set(true);
            open.open(Demo.experiment("Iris"));
        });
        await("the race is there", () -> open.session.dataProperty().get() != null && open.session.race().isOpen()
                && open.session.snapshotProperty().get().step() == 0);
        runFx(() -> open.session.race().step(412));
        await("the race has stepped", () -> open.session.snapshotProperty().get().step() == 412);
        runFx(() -> open.window.scene().getRoot().requestFocus());
    }

    @AfterEach
    void leaveLecture() {
        runFx(() -> {
            Messages.languageProperty().set(Language.ENGLISH);
            open.window.sheets().close();
            open.window.lecture().onProperty().set(false);
            ((Region) open.window.scene().getRoot()).resize(1440, 900);
        });
    }

    @AfterAll
    static void closeWindow() {
        open.close();
    }

    /** Of the real race: what its next step is, and then what that step was. */
    @Test
    void aStepIsToldWithItsGradientAndItsLength() {
        try (OpenWindow live = OpenWindow.live(1440, 900)) {
            live.open(Demo.experiment("Iris"));
            await("the race is ready", () -> live.session.snapshotProperty().get().state() == RaceState.PAUSED);
            runFx(() -> live.session.race().step(4));
            await("it has stepped", () -> live.session.snapshotProperty().get().step() == 4);
            runFx(() -> live.window.lecture().onProperty().set(true));
            await("the next step", () -> live.window.lecture().caption().sentence().contains("Where it stands, the gradient is "));
            runFx(() -> live.session.race().step(1));
            await("the last step", () -> live.window.lecture().caption().sentence().matches("Step 5: .*Its gradient was .* long and its step .*"));
            runFx(() -> Messages.languageProperty().set(Language.CHINESE));
            assertThat(onFx(() -> live.window.lecture().caption().sentence())).contains("梯度长度为");
            nextFrame();
            runFx(() -> live.window.lecture().onProperty().set(false));
        }
    }

    @Test
    void f11MakesTypeLargeAndTellsEachStepAndEscapeLeaves() {
        double before = fontSize();
        press(KeyCode.F11);
        await("it is projected", () -> open.window.lecture().onProperty().get());
        nextFrame();
        assertThat(fontSize()).isGreaterThan(before * 1.3);
        assertThat(onFx(() -> open.window.model().leftProperty().get())).isFalse();
        press(KeyCode.RIGHT);
        await("the step is told", () -> open.window.lecture().caption().sentence().startsWith("Step 413: "));
        runFx(() -> Messages.languageProperty().set(Language.CHINESE));
        assertThat(onFx(() -> open.window.lecture().caption().sentence())).startsWith("第 413 步：");
        press(KeyCode.F7);
        press(KeyCode.F8);
        nextFrame();
        press(KeyCode.F6);
        nextFrame();
        press(KeyCode.ESCAPE);
        await("it is no longer projected", () -> !open.window.lecture().onProperty().get());
        assertThat(onFx(() -> TypeScale.of(open.window.scene()).get())).isEqualTo(1);
        assertThat(onFx(() -> open.window.model().leftProperty().get() && open.window.model().barsProperty().get())).isTrue();
        nextFrame();
        assertThat(fontSize()).isEqualTo(before);
    }

    /** A letter has no shorter form: it may not yield to the words beside it. */
    @Test
    void lettersAreWholeHoweverNarrowTheirRowIs() {
        for (boolean projected : new boolean[] {false, true}) {
            runFx(() -> {
                open.window.lecture().onProperty().set(projected);
                open.window.model().leftProperty().set(true);
            });
            nextFrame();
            nextFrame();
            List<Region> letters = onFx(() -> open.window.scene().getRoot().lookupAll(".contender-row .small-toggle").stream()
                    .map(Region.class::cast).toList());
            assertThat(letters).isNotEmpty().allSatisfy(one -> assertThat(onFx(() -> one.minWidth(-1)))
                    .isGreaterThanOrEqualTo(onFx(() -> one.lookup(".text").getLayoutBounds().getWidth() + 8)));
        }
    }

    @ParameterizedTest
    @EnumSource(value = WindowSheet.class, names = {"CONTENDER", "ADD", "MODEL", "TRAINING", "SAVE_MODEL", "FORK", "EXPORT"})
    void sheetsHaveRoomForLargerWords(WindowSheet sheet) {
        press(KeyCode.F11);
        await("it is projected", () -> open.window.lecture().onProperty().get());
        for (Language language : List.of(Language.ENGLISH, Language.CHINESE)) {
            runFx(() -> {
                Messages.languageProperty().set(language);
                sheet.show(open);
            });
            await(sheet + " is open", () -> open.window.sheets().isVisible());
            nextFrame();
            assertThat(onFx(() -> Seen.faults(open.window.scene()))).isEmpty();
            runFx(() -> open.window.sheets().close());
        }
    }

    @Test
    void aProjectedWindowShowsTheResultsWithAllColumnsAndTShowsThePanelsInstead() {
        Node results = onFx(() -> open.window.parts().results().projected());
        Node panels = onFx(() -> open.window.parts().multiples().node());
        assertThat(onFx(results::isVisible)).isFalse();
        press(KeyCode.F11);
        await("the results are there and the panels are not", () -> results.isVisible() && results.isManaged() && !panels.isVisible());
        nextFrame();
        TableView<?> table = (TableView<?>) onFx(() -> results.lookup(".table-view"));
        assertThat(onFx(() -> table.getColumns().stream().map(TableColumn::getText).toList()))
                .containsExactly("Contender", "Loss", "Validation", "Accuracy", "Steps/s", "Steps", "Best so far", "Best step", "Outcome",
                        "Seeds");
        assertThat(onFx(() -> table.getItems().size())).isEqualTo(4);
        assertThat(onFx(() -> table.getColumns().get(5).getCellData(0))).isEqualTo(412.0);
        press(KeyCode.RIGHT);
        await("the table follows the race", () -> Double.valueOf(413).equals(table.getColumns().get(5).getCellData(0)));
        press(KeyCode.T);
        await("panels", () -> panels.isVisible() && !results.isVisible());
        press(KeyCode.T);
        await("results", () -> results.isVisible() && !panels.isVisible());
        press(KeyCode.ESCAPE);
        await("as before", () -> panels.isVisible() && !results.isVisible());
    }

    @Test
    void inALowWindowTSaysWhyNothingComes() {
        Node results = onFx(() -> open.window.parts().results().projected());
        Node panels = onFx(() -> open.window.parts().multiples().node());
        press(KeyCode.F11);
        await("the results are there", results::isVisible);
        runFx(() -> {
            open.window.scene().getRoot().resize(1100, 600);
            open.window.scene().getRoot().layout();
        });
        await("there is no room for them", () -> !results.isVisible());
        press(KeyCode.T);
        assertThat(onFx(() -> open.window.lecture().caption().sentence())).startsWith("The window is too low");
        assertThat(onFx(panels::isVisible)).isFalse();
        press(KeyCode.RIGHT);
        await("the next step is told again", () -> open.window.lecture().caption().sentence().startsWith("Step 413: "));
    }

    @Test
    void slowMotionIsOneKeyAndComesBack() {
        double before = onFx(() -> open.session.race().speedProperty().get());
        press(KeyCode.S);
        assertThat(onFx(() -> open.session.race().speedProperty().get())).isEqualTo(1);
        press(KeyCode.PERIOD);
        assertThat(onFx(() -> open.session.race().speedProperty().get())).isEqualTo(2);
        press(KeyCode.COMMA);
        press(KeyCode.S);
        assertThat(onFx(() -> open.session.race().speedProperty().get())).isEqualTo(before);
    }

    private double fontSize() {
        return onFx(() -> {
            open.window.scene().getRoot().applyCss();
            return ((Button) open.window.scene().lookup("#run")).getFont().getSize();
        });
    }

    private void press(KeyCode code) {
        runFx(() -> {
            Node target = open.window.scene().getFocusOwner() == null ? open.window.scene().getRoot() : open.window.scene().getFocusOwner();
            javafx.event.Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        });
    }
}
