package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.session.Demo;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A window that was projected twenty times is as it was. Of its own: for the toolkit in memory it is as large as the screen from then on. */
class LectureLeakTest extends Leaks {
    private static final int TIMES = 20;
    /** Each so many-th is laid out and drawn too, which takes most of the time. */
    private static final int DRAWN = 5;

    private OpenWindow open;

    @AfterEach
    void closeWindow() {
        open.close();
    }

    @Test
    void lectureModeLeavesTheWindowAsItWas() {
        open = new OpenWindow(1100, 700);
        open.open(Demo.experiment("Iris"));
        await("the race is there", () -> open.session.dataProperty().get() != null && open.session.race().isOpen());
        runFx(() -> open.session.race().step(40));
        await("the race has stepped", () -> open.session.snapshotProperty().get().step() == 40);
        lectureOnAndOff(true); // the first makes what all others use
        int nodes = onFx(() -> count(open.window.scene().getRoot()));
        List<String> styles = List.copyOf(onFx(() -> open.window.scene().getRoot().getStyleClass()));
        List<Integer> before = listening(open);
        for (int i = 1; i < TIMES; i++) {
            lectureOnAndOff(i % DRAWN == 0 || i == TIMES - 1);
        }
        assertThat(listening(open)).as("listeners of session and selection").isEqualTo(before);
        assertThat(onFx(() -> count(open.window.scene().getRoot()))).as("nodes").isEqualTo(nodes);
        assertThat(onFx(() -> open.window.scene().getRoot().getStyleClass())).isEqualTo(styles);
    }

    private void lectureOnAndOff(boolean drawn) {
        if (drawn) {
            lecture(KeyCode.F11, true);
            nextFrame();
            lecture(KeyCode.ESCAPE, false);
            nextFrame();
        } else {
            runFx(() -> { // no frame comes between
                lecture(KeyCode.F11, true);
                lecture(KeyCode.ESCAPE, false);
            });
        }
    }

    private void lecture(KeyCode key, boolean on) {
        open.press(key);
        assertThat(onFx(() -> open.window.lecture().onProperty().get())).isEqualTo(on);
    }

    private static int count(Node node) {
        return 1 + (node instanceof Parent parent ? parent.getChildrenUnmodifiable().stream().mapToInt(LectureLeakTest::count).sum() : 0);
    }
}
