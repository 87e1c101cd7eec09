package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.lesson.Given;
import downhill.lesson.Lesson;
import downhill.lesson.LessonWork;
import downhill.lesson.Prompt;
import downhill.lesson.Step;
import downhill.race.Checkpoint;
import downhill.race.RaceState;
import downhill.store.LessonLibrary;
import downhill.store.LessonStore;
import downhill.store.OpenedSession;
import downhill.store.SessionStore;
import downhill.ui.fx.FxTest;
import downhill.ui.fx.FxToolkit;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.lesson.write.LessonDesk;
import downhill.ui.session.Demo;
import downhill.ui.session.Saving;
import downhill.ui.session.Session;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A lesson by keyboard: asked before it runs, judged after it; what was said is saved, and the race outside is not touched. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LessonsWindowTest extends FxTest {
    private static final int MOST = 200;
    private static OpenWindow open;

    @BeforeAll
    static void openWindow() {
        open = OpenWindow.live(1440, 900);
        open.open(Demo.experiment("Iris"));
        await("the race is ready", () -> open.session.race().isOpen());
    }

    @AfterAll
    static void closeWindow() {
        open.close();
        FxToolkit.run(() -> Messages.languageProperty().set(Language.ENGLISH));
    }

    private static Node node(String id) {
        return open.window.scene().lookup("#" + id);
    }

    /** A control that was made in this frame hears no key before the next, which dresses it. */
    private static boolean ready(String id) {
        Node one = node(id);
        return one != null && !one.isDisabled() && one.isVisible() && (!(one instanceof Control made) || made.getSkin() != null);
    }

    private static void focus(String id) {
        await(id, () -> ready(id));
        for (int i = 0; i < MOST && !onFx(() -> node(id) == open.window.scene().getFocusOwner() && node(id).isFocusVisible()); i++) {
            runFx(() -> Tabbing.tab(open, false));
        }
        assertThat(onFx(() -> node(id).isFocused())).as("Tab leads to " + id).isTrue();
    }

    /** As somebody does it who has the focus there. */
    private static void press(String id) {
        focus(id);
        open.press(KeyCode.SPACE);
    }

    private static Session session() {
        return ((LessonSpace) open.window.workspaces().at(WorkspaceEntry.LESSONS)).session();
    }

    private static LessonWork.Answered done(String step) {
        return onFx(() -> session().lessonProperty().get().of(step).orElse(null));
    }

    private static void ran() {
        await("it has run", () -> node("lesson-verdict") != null);
    }

    @Test
    @Order(1)
    void aPredictionIsGivenBeforeItRunsAndJudgedAfter() {
        open.press(KeyCode.DIGIT9, KeyCode.CONTROL);
        runFx(() -> ((LessonSpace) open.window.workspaces().present()).lessons().setFrames(4));
        assertThat(open.window.workspaces().present().screens()).as("every view that a lesson may name").hasSameSizeAs(Step.VIEWS);
        await("the contents", () -> node("lesson-momentum") != null && ((Region) node("lesson-momentum")).getHeight() > 0);
        for (String id : LessonLibrary.course()) {
            assertThat(onFx(() -> ((Region) node("lesson-" + id)).getHeight())).as("as high as its words").isBetween(40.0, 160.0);
        }
        press("lesson-momentum");
        await("the first step is there", () -> node("answer-straight") != null);
        assertThat(onFx(() -> node("lesson-run").isDisabled())).as("first say what you expect").isTrue();
        assertThat(onFx(() -> ready("lesson-next"))).isFalse();
        press("lesson-hint");
        focus("answer-straight");
        open.press(KeyCode.DOWN);
        press("lesson-run");
        ran();
        assertThat(done("valley")).isEqualTo(new LessonWork.Answered("valley", new Given.Chosen("zigzag"), true, true, false));
        assertThat(onFx(() -> session().snapshotProperty().get().step())).isEqualTo(20);
        assertThat(onFx(() -> open.session.snapshotProperty().get().step())).as("the race outside").isZero();
        assertThat(onFx(() -> ((Labeled) node("lesson-verdict")).getText())).isEqualTo("Right: so it is.");
    }

    @Test
    @Order(2)
    void aNumberThatIsOffIsToldSo() {
        press("lesson-next");
        focus("answer-number");
        runFx(() -> ((TextField) node("answer-number")).setText("2"));
        press("lesson-run");
        ran();
        assertThat(done("limit").given()).isEqualTo(new Given.Typed(2));
        assertThat(done("limit").right()).isFalse();
        press("lesson-next");
        await("a page", () -> node("answer-number") == null);
        press("lesson-next");
        await("a choice", () -> ready("answer-rolls"));
        runFx(() -> Messages.languageProperty().set(Language.CHINESE));
        await("contenders are called so", () -> session().experiment().contenders().get(0).name().equals("梯度下降"));
        assertThat(onFx(() -> ((Labeled) node("answer-rolls")).getText())).startsWith("划出");
        runFx(() -> Messages.languageProperty().set(Language.ENGLISH));
        press("lesson-skip");
        assertThat(done("rolls").skipped()).isTrue();
    }

    @Test
    @Order(3)
    void aPlaceIsClickedAndACurveIsDrawn() {
        await("the place", () -> ready("answer-x"));
        await("the race is ready", () -> session().snapshotProperty().get().state() == RaceState.PAUSED);
        runFx(() -> {
            ((TextField) node("answer-x")).setText("2.0");
            ((TextField) node("answer-y")).setText("0.3");
        });
        press("lesson-run");
        ran();
        assertThat(done("where").right()).isTrue();
        press("lesson-next");
        focus("answer-drawing");
        for (int i = 0; i < 40; i++) {
            open.press(KeyCode.RIGHT);
            open.press(KeyCode.DOWN);
        }
        press("lesson-run");
        ran();
        assertThat(((Given.Drawn) done("draw").given()).losses()).hasSize(41);
    }

    @Test
    @Order(4)
    void aTaskIsTriedUntilItIsDone() {
        press("lesson-next");
        press("lesson-skip");
        await("the task", () -> ready("lesson-run") && session().race().isOpen());
        press("lesson-run");
        ran();
        assertThat(done("tune").right()).isFalse();
        runFx(() -> {
            session().changeHyperparameter("momentum", "learningRate", 0.5);
            session().changeHyperparameter("momentum", "momentum", 0.6);
        });
        press("lesson-run");
        await("it is done", () -> Boolean.TRUE.equals(session().lessonProperty().get().of("tune").orElseThrow().right()));
        assertThat(onFx(() -> session().experiment().contenders())).hasSize(2);
    }

    @Test
    @Order(5)
    void whatWasSaidIsSavedWithTheSessionAndComesBack(@TempDir Path folder) {
        Saving saving = onFx(() -> session().saving());
        Checkpoint checkpoint = saving.checkpoint().join();
        Path file = folder.resolve("mine.downhill");
        SessionStore.write(file, checkpoint, saving.folder(), saving.place());
        OpenedSession read = SessionStore.read(file);
        assertThat(read.place().lesson()).isEqualTo(onFx(() -> session().lessonProperty().get()));
        press("lesson-contents");
        await("the contents", () -> node("lesson-momentum") != null);
        runFx(() -> open.window.files().open(file));
        await("the lesson is back", () -> node("lesson-run") != null && session().fileProperty().get() != null);
        assertThat(done("limit").right()).isFalse();
        assertThat(onFx(() -> session().lessonProperty().get().at())).isEqualTo("tune");
        assertThat(onFx(() -> ((ButtonBase) node("rail-lessons")).isVisible())).isTrue();
    }

    /** The gallery of the lab leads to the lesson that asks before it shows. */
    @Test
    @Order(9)
    void aPhenomenonOfTheGalleryIsOpenedAsALesson() {
        press("lesson-contents");
        press("lesson-phenomena");
        for (String id : LessonLibrary.phenomena()) {
            await(id, () -> node("phenomenon-" + id) != null);
            assertThat(onFx(() -> node("phenomenon-" + id).getAccessibleText())).as("what is seen, the setting, the paper").contains(" · ");
        }
        press("phenomenon-zigzag");
        await("it asks", () -> node("lesson-run") != null && node("lesson-run").isDisabled() && session().experiment().title().contains("Zigzag"));
        assertThat(onFx(() -> open.window.workspaces().chosenProperty().get().id())).isEqualTo(WorkspaceEntry.LESSONS);
    }

    /** In a lecture the lesson stays in view, and hands are counted by letters and numbers alone. */
    @Test
    @Order(7)
    void aRoomIsAskedByAShowOfHands() {
        press("lesson-momentum");
        press("lesson-back");
        await("a choice", () -> ready("answer-swings"));
        runFx(() -> open.window.lecture().onProperty().set(true));
        await("hands can be counted", () -> ready("poll-sooner") && node("poll-sooner").isFocused());
        assertThat(onFx(() -> open.window.model().leftProperty().get())).as("the lesson leads").isTrue();
        open.type("5");
        open.press(KeyCode.ENTER);
        open.press(KeyCode.C);
        open.type("3");
        open.press(KeyCode.B);
        assertThat(onFx(() -> node("poll-swings").isFocused())).as("B leads to B").isTrue();
        open.type("12");
        open.press(KeyCode.ENTER);
        runFx(() -> node("lesson-run").requestFocus());
        assertThat(onFx(() -> session().lessonProperty().get().poll("heavy").votes())).containsExactly(new LessonWork.Vote("sooner", 5),
                new LessonWork.Vote("swings", 12), new LessonWork.Vote("diverges", 3));
        open.press(KeyCode.SPACE);
        ran();
        assertThat(done("heavy").given()).as("what most said").isEqualTo(new Given.Chosen("swings"));
        assertThat(onFx(() -> ((TextField) node("poll-swings")).getText())).as("kept").isEqualTo("12");
        assertThat(onFx(() -> ((Labeled) node("answer-swings")).getText())).contains("B   ");
        runFx(() -> open.window.lecture().onProperty().set(false));
        await("as before", () -> node("poll") == null);
        runFx(() -> open.window.files().openLesson("muon"));
        await("a page before any race", () -> node("lesson-next") != null && ready("lesson-next"));
        await("nothing of another is in view", () -> open.window.scene().getRoot().lookupAll(".main-card").stream().noneMatch(Node::isVisible));
    }

    private static LessonDesk desk() {
        return ((LessonSpace) open.window.workspaces().at(WorkspaceEntry.LESSONS)).desk();
    }

    @Test
    @Order(6)
    void aLessonIsWrittenFromWhatIsOpenSavedAndTried(@TempDir Path folder) {
        press("lesson-contents");
        press("lesson-make");
        press("draft-record");
        await("what is open in Train is a step", () -> node("draft-steps") instanceof ListView<?> all && all.getItems().size() == 2);
        focus("draft-asks");
        open.press(KeyCode.DOWN);
        await("a choice of two", () -> ready("draft-right-b"));
        focus("draft-right-a");
        open.press(KeyCode.DOWN);
        press("draft-try");
        assertThat(onFx(() -> node("draft-faults").lookupAll(".list-button"))).as("no words yet").isNotEmpty();
        for (String language : Lesson.LANGUAGES) {
            runFx(() -> desk().language(language));
            runFx(() -> ((ListView<?>) node("draft-steps")).getSelectionModel().select(0));
            focus("draft-title");
            open.type("Mine");
            runFx(() -> ((ListView<?>) node("draft-steps")).getSelectionModel().select(1));
            focus("draft-title");
            open.type("Who wins?");
            String parts = onFx(() -> ((TextArea) node("draft-text")).getText());
            assertThat(parts).contains("### question", "### answer a", "### answer b", "### reveal");
            focus("draft-text");
            open.type(parts.replaceAll("(?m)^(### .*)$", "$1\nWords of $1.\n"));
        }
        await("nothing is missing", () -> node("draft-faults").lookupAll(".list-button").isEmpty());
        runFx(() -> open.window.area().unlessDraftUnsaved(() -> { throw new AssertionError("it was not saved"); }));
        assertThat(onFx(() -> open.window.sheets().isVisible())).as("asks about what was written").isTrue();
        open.press(KeyCode.ESCAPE);
        open.picker.save = folder.resolve("mine.lesson");
        open.press(KeyCode.S, KeyCode.CONTROL);
        await("it is saved", () -> !desk().isDirty());
        Lesson written = LessonStore.read(open.picker.save).lesson();
        assertThat(((Prompt.Choice) written.steps().get(0).predict()).right()).isEqualTo("b");
        assertThat(written.steps().get(0).controls()).as("locked").isEmpty();
        assertThat(written.opened(written.steps().get(0).open()).contenders())
                .isEqualTo(onFx(() -> open.session.experiment().contenders()));
        press("draft-try");
        await("as a learner has it", () -> ready("answer-a"));
        assertThat(onFx(() -> ((Labeled) node("answer-a")).getText())).isEqualTo("Words of ### answer a.");
        press("lesson-contents");
        assertThat(onFx(() -> ((Labeled) node("lesson-make")).getText())).contains("Mine");
    }
}
