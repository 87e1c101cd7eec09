package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.lesson.Given;
import downhill.lesson.Lesson;
import downhill.lesson.LessonWork;
import downhill.lesson.Prompt;
import downhill.store.LessonStore;
import downhill.ui.control.Segments;
import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Who teaches, with a keyboard alone: writes a lesson and tries it, and asks a room. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LessonDeskWindowTest extends LessonWalk {
    /** The other language, where that is not written now. */
    private static void speak(String language) {
        if (!onFx(() -> ((Segments<?>) node("draft-language")).valueProperty().get().equals(language))) {
            for (int i = 0; i < 200 && onFx(() -> open.window.scene().getFocusOwner().getParent() != node("draft-language")); i++) {
                runFx(() -> Tabbing.tab(open, false));
            }
            open.press(KeyCode.RIGHT);
        }
        assertThat(onFx(() -> ((Segments<?>) node("draft-language")).valueProperty().get())).isEqualTo(language);
    }

    /** Whether all of it is in the part that its scroller shows. */
    private static boolean inView(String id) {
        Node pane = node(id);
        while (!(pane instanceof ScrollPane)) {
            pane = pane.getParent();
        }
        Bounds shown = pane.localToScene(pane.getLayoutBounds());
        return shown.contains(node(id).localToScene(node(id).getLayoutBounds()));
    }


    @Test
    @Order(1)
    void aLessonIsWrittenFromWhatIsOpenSavedAndTried(@TempDir Path folder) {
        enter();
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
            speak(language);
            focus("draft-steps");
            open.press(KeyCode.HOME);
            type("draft-title", "Mine");
            focus("draft-steps");
            open.press(KeyCode.END);
            type("draft-title", "Who wins?");
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
        assertThat(words("answer-a")).isEqualTo("Words of ### answer a.");
        focus("answer-a");
        open.press(KeyCode.DOWN);
        press("lesson-run");
        ran();
        assertThat(onFx(() -> session().lessonProperty().get().right())).isEqualTo(1);
        press("lesson-contents");
        assertThat(words("lesson-make")).contains("Mine");
    }

    /** A walk in the lab is a step as well. */
    @Test
    @Order(2)
    void whatWalksInTheLabIsRecordedToo() {
        open.press(KeyCode.DIGIT3, KeyCode.CONTROL);
        await("the walk is ready", () -> open.window.area().lab().session().race().isOpen());
        open.press(KeyCode.L, KeyCode.CONTROL, KeyCode.SHIFT);
        enter();
        press("lesson-make");
        await("a step more", () -> ((ListView<?>) node("draft-steps")).getItems().size() == 3);
        assertThat(onFx(() -> ((CheckBox) node("draft-view-landscape")).isSelected())).as("what was in sight in the lab").isTrue();
        press("draft-contents");
    }

    /** In a lecture the lesson stays in view, and hands are counted by letters and numbers alone. */
    @Test
    @Order(3)
    void aRoomIsAskedByAShowOfHands() {
        press("lesson-momentum");
        await("a choice", () -> ready("answer-zigzag"));
        runFx(() -> open.window.lecture().onProperty().set(true));
        await("hands can be counted", () -> ready("poll-straight") && node("poll-straight").isFocused());
        assertThat(onFx(() -> open.window.model().leftProperty().get())).as("the lesson leads").isTrue();
        await("what answers is in view where the room is asked", () -> inView("lesson-run"));
        open.type("5");
        open.press(KeyCode.ENTER);
        open.press(KeyCode.C);
        open.type("3");
        open.press(KeyCode.B);
        assertThat(onFx(() -> node("poll-zigzag").isFocused())).as("B leads to B").isTrue();
        open.type("12");
        open.press(KeyCode.ENTER);
        assertThat(onFx(() -> Seen.faults(open.window.scene()))).isEmpty();
        focus("lesson-run");
        assertThat(onFx(() -> session().lessonProperty().get().poll("valley").votes())).containsExactly(new LessonWork.Vote("straight", 5),
                new LessonWork.Vote("zigzag", 12), new LessonWork.Vote("leaves", 3));
        open.press(KeyCode.SPACE);
        ran();
        assertThat(done("valley").given()).as("what most said").isEqualTo(new Given.Chosen("zigzag"));
        assertThat(onFx(() -> ((TextField) node("poll-zigzag")).getText())).as("kept").isEqualTo("12");
        assertThat(onFx(() -> ((Labeled) node("answer-zigzag")).getText())).contains("B   ");
        runFx(() -> open.window.lecture().onProperty().set(false));
        await("as before", () -> node("poll") == null);
        runFx(() -> open.window.files().openLesson("muon"));
        await("a page before any race", () -> node("lesson-next") != null && ready("lesson-next"));
        await("nothing of another is in view", () -> open.window.scene().getRoot().lookupAll(".main-card").stream()
                .noneMatch(Node::isVisible));
    }
}
