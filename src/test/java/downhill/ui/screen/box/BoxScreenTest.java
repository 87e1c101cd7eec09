package downhill.ui.screen.box;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.fx.FxTest;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The cluster in a box by keys alone. */
class BoxScreenTest extends FxTest {
    private BoxScreen screen;
    private Scene scene;

    @BeforeEach
    void show() {
        runFx(() -> {
            screen = new BoxScreen();
            scene = new Scene((Parent) screen.content(), 1100, 700);
            screen.setActive(true);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            node("box-workers").requestFocus();
        });
    }

    @AfterEach
    void close() {
        runFx(() -> {
            Messages.languageProperty().set(Language.ENGLISH);
            screen.dispose();
        });
    }

    private Node node(String id) {
        return scene.lookup("#" + id);
    }

    private void press(KeyCode code, int times) {
        for (int i = 0; i < times; i++) {
            runFx(() -> {
                for (EventType<KeyEvent> type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
                    Event.fireEvent(scene.getFocusOwner(), new KeyEvent(type, "", "", code, false, false, false, false));
                }
            });
        }
    }

    private String told() {
        return ((Label) node("box-told")).getText();
    }

    /** One step, when it has been seen. */
    private void step() {
        String before = onFx(this::told);
        press(KeyCode.SPACE, 1);
        await("a step is seen", () -> {
            screen.frame();
            return !told().equals(before);
        });
    }

    @Test
    void tabComesToAllOfItInOrder() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            ids.add(onFx(() -> scene.getFocusOwner().getId()));
            press(KeyCode.TAB, 1);
        }
        assertThat(ids).containsExactly("box-workers", "box-delay", "box-loss", "box-average", "box-run", "box-step", "box-again");
    }

    @Test
    void arrowsMakeGradientsLateAndLoseThemAndSpaceGoesOn() {
        press(KeyCode.RIGHT, 4);
        assertThat(onFx(() -> node("box-workers").getAccessibleText())).isEqualTo("8 workers");
        runFx(() -> node("box-step").requestFocus());
        step();
        assertThat(onFx(this::told)).startsWith("Step 1:").contains("The mean is the gradient of one machine with all 64 rows");
        runFx(() -> node("box-delay").requestFocus());
        press(KeyCode.RIGHT, 3);
        assertThat(onFx(() -> node("box-delay").getAccessibleText())).isEqualTo("Late by 3 steps");
        press(KeyCode.TAB, 1);
        press(KeyCode.RIGHT, 10);
        assertThat(onFx(() -> ((Slider) node("box-loss")).getValue())).isEqualTo(50);
        runFx(() -> node("box-step").requestFocus());
        for (int i = 0; i < 3; i++) {
            step();
        }
        assertThat(onFx(this::told)).startsWith("Step 4:").contains("is not the gradient of one machine").contains("Lost: ");
        runFx(() -> Messages.languageProperty().set(Language.CHINESE));
        assertThat(onFx(this::told)).containsPattern("\\p{IsHan}").doesNotContain("Step");
        runFx(() -> node("box-again").requestFocus());
        press(KeyCode.SPACE, 1);
        assertThat(onFx(this::told)).as("nothing is done yet").containsPattern("0[.]05");
    }
}
