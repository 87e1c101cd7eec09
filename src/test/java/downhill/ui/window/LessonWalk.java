package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.lesson.LessonWork;
import downhill.ui.fx.FxTest;
import downhill.ui.fx.FxToolkit;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.lesson.write.LessonDesk;
import downhill.ui.session.Demo;
import downhill.ui.session.Session;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A window with lessons and somebody who has a keyboard alone. */
abstract class LessonWalk extends FxTest {
    private static final int MOST = 200;
    static OpenWindow open;

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

    static Node node(String id) {
        return open.window.scene().lookup("#" + id);
    }

    /** A control that was made in this frame hears no key before the next, which dresses it. */
    static boolean ready(String id) {
        Node one = node(id);
        return one != null && !one.isDisabled() && one.isVisible() && (!(one instanceof Control made) || made.getSkin() != null);
    }

    static void focus(String id) {
        await(id, () -> ready(id));
        for (int i = 0; i < MOST && !onFx(() -> node(id) == open.window.scene().getFocusOwner() && node(id).isFocusVisible()); i++) {
            runFx(() -> Tabbing.tab(open, false));
        }
        assertThat(onFx(() -> node(id).isFocused())).as("Tab leads to " + id).isTrue();
    }

    /** As somebody does it who has the focus there. */
    static void press(String id) {
        focus(id);
        open.press(KeyCode.SPACE);
    }

    static Session session() {
        return space().session();
    }

    static LessonWork.Answered done(String step) {
        return onFx(() -> session().lessonProperty().get().of(step).orElse(null));
    }

    static void ran() {
        await("it has run", () -> node("lesson-verdict") != null);
    }

    static LessonDesk desk() {
        return space().desk();
    }

    static LessonSpace space() {
        return (LessonSpace) open.window.workspaces().at(WorkspaceEntry.LESSONS);
    }

    /** Whoever has the focus there types {@code words} in place of what stands there. */
    static void type(String id, String words) {
        focus(id);
        open.type(words);
    }

    static String words(String id) {
        return onFx(() -> ((Labeled) node(id)).getText());
    }

    /** To the lessons, in few frames each run. */
    static void enter() {
        open.press(KeyCode.DIGIT9, KeyCode.CONTROL);
        runFx(() -> space().lessons().setFrames(4));
    }
}
