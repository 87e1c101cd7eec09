package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.lesson.Given;
import downhill.lesson.LessonWork;
import downhill.lesson.Step;
import downhill.race.Checkpoint;
import downhill.race.RaceState;
import downhill.store.LessonLibrary;
import downhill.store.OpenedSession;
import downhill.store.SessionStore;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Demo;
import downhill.ui.session.Saving;
import java.nio.file.Path;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Lessons by keyboard: asked before they run, judged after it; what was said is saved, and the race outside is not touched. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LessonsWindowTest extends LessonWalk {
    @Test
    @Order(1)
    void aPredictionIsGivenBeforeItRunsAndJudgedAfter() {
        enter();
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
        assertThat(onFx(() -> words(".lesson-wrong", "10⁻⁹"))).as("a bound as the lesson has it").isTrue();
        runFx(() -> session().changeHyperparameter("momentum", "learningRate", 1e6));
        press("lesson-run");
        await("it has diverged", () -> session().snapshotProperty().get().contenders().get(1).outcome().ended() && ready("lesson-run"));
        rate("0.5"); // though it has ended: a lesson has no time line to go back on
        runFx(() -> session().changeHyperparameter("momentum", "momentum", 0.6));
        press("lesson-run");
        await("it is done", () -> Boolean.TRUE.equals(session().lessonProperty().get().of("tune").orElseThrow().right()));
        assertThat(onFx(() -> session().experiment().contenders())).hasSize(2);
    }

    /** Types the learning rate of the contender that is chosen. */
    private static void rate(String typed) {
        runFx(() -> session().selection().contenderProperty().set("momentum"));
        await("the field", () -> open.window.scene().lookup(".lesson-card .rate-row .text-field") instanceof TextField field
                && !field.isDisabled() && field.getSkin() != null);
        runFx(() -> open.window.scene().lookup(".lesson-card .rate-row .text-field").requestFocus());
        open.type(typed);
        open.press(KeyCode.ENTER);
    }

    private static boolean words(String style, String wanted) {
        return open.window.scene().getRoot().lookupAll(style).stream().anyMatch(one -> ((Labeled) one).getText().contains(wanted));
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
        await("it asks", () -> node("lesson-run") != null && node("lesson-run").isDisabled()
                && session().experiment().title().contains("Zigzag"));
        assertThat(onFx(() -> open.window.workspaces().chosenProperty().get().id())).isEqualTo(WorkspaceEntry.LESSONS);
        for (int step = 0; step < 3; step++) {
            await("skip", () -> ready("lesson-skip"));
            runFx(() -> ((ButtonBase) node("lesson-skip")).fire());
        }
        await("what is to be tried", () -> ready("lesson-run"));
        runFx(() -> ((ButtonBase) node("lesson-run")).fire());
        await("it has run, and can once more", () -> session().snapshotProperty().get().step() == 60 && ready("lesson-run"));
    }

    /** From the contents to the last page: places, numbers and choices, and a task that is left. */
    @Test
    @Order(6)
    void aSecondLessonIsWalkedByKeyboardAlone() {
        press("lesson-contents");
        press("lesson-gradient-descent");
        await("the place", () -> ready("answer-x"));
        type("answer-x", "2.7");
        type("answer-y", "1.8");
        judged("one-step", true);
        type("answer-number", "1.05");
        judged("ten-steps", true);
        chosen("ten", 1);
        judged("rate-one", true);
        chosen("grows", 0);
        judged("beyond", false);
        chosen("falls", 2);
        judged("too-far", true);
        type("answer-number", "3");
        judged("a-line", true);
        press("lesson-skip");
        await("the last page", () -> node("lesson-next").isDisabled() && node("lesson-run") == null);
        assertThat(words("lesson-sources")).contains("12.3 Gradient Descent · 11.3 梯度下降").contains("Crash Course");
        assertThat(onFx(() -> session().lessonProperty().get().right())).isEqualTo(5);
    }

    /** From the first answer the choice is moved down so often. */
    private static void chosen(String first, int down) {
        await(first, () -> ready("answer-" + first));
        focus("answer-" + first);
        for (int i = 0; i < down; i++) {
            open.press(KeyCode.DOWN);
        }
        if (down == 0) {
            open.press(KeyCode.SPACE);
        }
    }

    private static void judged(String step, boolean right) {
        press("lesson-run");
        ran();
        assertThat(done(step).right()).as(step).isEqualTo(right);
        press("lesson-next");
        await("the next step", () -> node("lesson-verdict") == null);
    }

    /** What was said is there in the next start, at the step where it was left. */
    @Test
    @Order(10)
    void progressComesBackInTheNextStart() {
        await("it is kept", () -> open.files.lessons.stream().anyMatch(one -> one.lesson().equals("gradient-descent") && one.right() == 5));
        try (OpenWindow next = new OpenWindow(1100, 700)) {
            next.files.lessons = open.files.lessons;
            next.open(Demo.experiment("Iris"));
            runFx(() -> next.window.files().openLesson("momentum"));
            await("where it was left", () -> next.window.scene().lookup("#lesson-run") instanceof Labeled run
                    && run.getText().equals(Messages.text("lesson.try")));
            runFx(() -> ((ButtonBase) next.window.scene().lookup("#lesson-contents")).fire());
            await("the contents", () -> next.window.scene().lookup("#lesson-gradient-descent") != null);
            assertThat(onFx(() -> next.window.scene().lookup("#lesson-gradient-descent").getAccessibleText())).contains("5 of 6");
        }
    }
}
