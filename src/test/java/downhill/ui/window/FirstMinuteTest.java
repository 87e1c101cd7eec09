package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.DataSource;
import downhill.race.document.Problem;
import downhill.ui.fx.FxTest;
import downhill.ui.session.Demo;
import downhill.ui.theme.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person meets first: the page that asks what to begin with, the demonstration, and marks that say what to try. */
class FirstMinuteTest extends FxTest {
    private final List<String> gone = new ArrayList<>();
    private OpenWindow open;

    @BeforeEach
    void openWindow() {
        open = new OpenWindow(1440, 900);
        open.files.recent.add(Path.of("lately.json"));
        runFx(() -> {
            open.window.showStart();
            open.window.scene().getRoot().applyCss(); // what is scrolled is found once its pane has a skin
        });
    }

    @AfterEach
    void closeWindow() {
        open.close();
    }

    private boolean isStartShown() {
        return onFx(() -> open.window.scene().lookup("#start-page") != null);
    }

    private void press(String id) {
        runFx(() -> ((Button) open.window.scene().lookup(id)).fire());
    }

    private void demo() {
        press("#start-demo");
        await("the race is ready", () -> open.session.race().isOpen());
        nextFrame();
        nextFrame();
    }

    @Test
    void nothingIsOpenedUntilAPersonChooses() {
        assertThat(isStartShown()).isTrue();
        assertThat(open.session.experiment()).isNull();
        assertThat(open.races).isEmpty();
        assertThat(onFx(() -> open.window.scene().lookup("#rail"))).as("the workspaces are about nothing yet").isNull();
    }

    @Test
    void theDemonstrationRunsAtAPaceOneCanWatch() {
        demo();
        assertThat(isStartShown()).isFalse();
        assertThat(open.race().asked).contains("start");
        assertThat(open.session.race().speedProperty().get()).isEqualTo(30);
        assertThat(onFx(() -> open.window.hints().shown())).as("nobody asked for marks").isEmpty();
    }

    @Test
    void aSampleIsRacedByFourContenders() {
        press("#sample-wine");
        await("it is open", () -> open.session.experiment() != null);
        Problem.Learning problem = (Problem.Learning) open.session.experiment().problem();
        assertThat(problem.data().source()).isEqualTo(new DataSource.Sample("wine"));
        assertThat(open.session.experiment().contenders()).hasSize(4);
        assertThat(isStartShown()).isFalse();
    }

    @Test
    void fromAnOpenExperimentThePageIsLeftAgainByEscape() {
        open.open(Demo.experiment("Mine"));
        assertThat(isStartShown()).as("something is open").isFalse();
        runFx(() -> open.window.showStart());
        assertThat(isStartShown()).isTrue();
        open.press(KeyCode.ESCAPE);
        assertThat(isStartShown()).isFalse();
        assertThat(open.session.experiment().title()).isEqualTo("Mine");
    }

    @Test
    void filesOpenedOfLateAreOffered() {
        open.files.written.put(Path.of("lately.json"), Demo.experiment("Lately"));
        runFx(() -> open.window.scene().lookup("#start-page").lookupAll(".list-button").stream().map(Button.class::cast)
                .filter(one -> "lately.json".equals(one.getAccessibleText())).findFirst().orElseThrow().fire());
        await("it is open", () -> open.session.experiment() != null && open.session.experiment().title().equals("Lately"));
    }

    private void allowMarks(String... known) {
        runFx(() -> open.window.allowHints(Set.of(known), gone::add));
        demo();
    }

    @Test
    void threeMarksPointAtWhatToTryAndAreKeptOutOfTheWayOfOthers() {
        allowMarks();
        runFx(() -> open.session.race().step(20));
        await("it has stepped", () -> open.session.snapshotProperty().get().step() > 0);
        nextFrame();
        for (Hints.Hint hint : Hints.Hint.values()) {
            Node mark = open.window.scene().lookup("#hint-" + hint.word());
            assertThat(onFx(() -> mark.isVisible())).as(hint.word()).isTrue();
            assertThat(onFx(() -> open.window.scene().getRoot().getLayoutBounds().contains(mark.localToScene(mark.getBoundsInLocal()))))
                    .as(hint.word()).isTrue();
        }
        open.write("first-minute", Theme.LIGHT, 1440, 900);
    }

    @Test
    void eachGoesForGoodWhenAPersonHasDoneWhatItSays() {
        allowMarks();
        runFx(() -> open.session.race().pause());
        runFx(() -> open.session.race().step(20));
        await("it has stepped", () -> open.session.snapshotProperty().get().step() >= 20);
        runFx(() -> open.session.changeHyperparameter("c1", "learningRate", 0.2));
        await("the rate is another", () -> gone.contains("rate"));
        runFx(() -> open.session.race().seek(5));
        await("it went back", () -> gone.contains("scrub"));
        runFx(() -> open.window.shownProperty().set(open.window.parts().landscape()));
        assertThat(gone).containsExactly("rate", "scrub", "landscape");
        assertThat(onFx(() -> open.window.hints().shown())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Hints.Hint.class)
    void whatWasDismissedIsNotShownAgain(Hints.Hint hint) {
        allowMarks(hint.word());
        assertThat(onFx(() -> open.window.hints().shown())).hasSize(2).doesNotContain(hint);
        Hints.Hint other = open.window.hints().shown().get(0);
        runFx(() -> ((Button) open.window.scene().lookup("#hint-" + other.word()).lookup(".button")).fire());
        assertThat(gone).containsExactly(other.word());
    }
}
