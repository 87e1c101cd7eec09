package downhill.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.fx.FxTest;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tip is there for whoever asks for it, and its window only once the pointer has come. */
class TipTest extends FxTest {
    private final Label words = onFx(() -> new Label("words"));
    private Stage stage;

    @BeforeEach
    void showWords() {
        stage = show(onFx(() -> new StackPane(words)), 300, 100);
    }

    @AfterEach
    void closeStage() {
        runFx(() -> {
            Messages.languageProperty().set(Language.ENGLISH);
            stage.close();
        });
    }

    /** Enters and moves on, as a real pointer does. */
    private void point() {
        runFx(() -> List.of(MouseEvent.MOUSE_ENTERED, MouseEvent.MOUSE_MOVED).forEach(this::fire));
    }

    private void fire(EventType<MouseEvent> type) {
        Bounds place = words.localToScreen(words.getBoundsInLocal());
        Event.fireEvent(words, new MouseEvent(type, 1, 1, place.getMinX() + 1, place.getMinY() + 1, MouseButton.NONE, 0, false, false,
                false, false, false, false, false, false, false, false, null));
    }

    private static List<String> seen() {
        return onFx(() -> Window.getWindows().stream().filter(Tooltip.class::isInstance).map(tip -> ((Tooltip) tip).getText()).toList());
    }

    @Test
    void itComesWhereThePointerRestsAndSpeaksTheLanguage() {
        runFx(() -> Tip.on(words, "notice.dismiss"));
        assertThat(onFx(words::getAccessibleHelp)).isEqualTo("Dismiss this message").isEqualTo(onFx(() -> Tip.told(words)));
        runFx(() -> Messages.languageProperty().set(Language.CHINESE));
        assertThat(onFx(words::getAccessibleHelp)).isEqualTo("关闭此消息");
        point();
        await("it is seen", () -> seen().equals(List.of("关闭此消息")));
        runFx(() -> fire(MouseEvent.MOUSE_EXITED));
        await("it has gone", () -> seen().isEmpty());
    }

    @Test
    void thePointerMakesItsWindowAndNothingElseDoes() {
        Object key = "javafx.scene.control.Tooltip"; // where the toolkit keeps it
        runFx(() -> Tip.on(words, "notice.dismiss"));
        assertThat(onFx(() -> words.getTooltip() != null || words.getProperties().containsKey(key))).isFalse();
        point();
        assertThat(onFx(() -> words.getProperties().get(key))).isInstanceOf(Tooltip.class);
    }

    @Test
    void nothingIsShownWhereThereIsNothingToSay() {
        StringProperty said = new SimpleStringProperty("");
        runFx(() -> Tip.on(words, said));
        point();
        assertThat(onFx(() -> words.getProperties().values().stream().anyMatch(Tooltip.class::isInstance))).isFalse();
        runFx(() -> said.set("now"));
        point();
        assertThat(onFx(() -> words.getProperties().values().stream().anyMatch(Tooltip.class::isInstance))).isTrue();
        runFx(() -> said.set(""));
        point();
        assertThat(onFx(() -> words.getProperties().values().stream().anyMatch(Tooltip.class::isInstance))).isFalse();
    }

    @Test
    void laterWordsTakeTheirPlace() {
        runFx(() -> Tip.on(words, "notice.dismiss"));
        point();
        runFx(() -> Tip.on(words, new SimpleStringProperty("other")));
        point();
        await("the other is seen", () -> seen().equals(List.of("other")));
        assertThat(onFx(() -> Tip.told(words))).isEqualTo("other");
    }
}
