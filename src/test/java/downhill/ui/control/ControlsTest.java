package downhill.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.fx.FxTest;
import downhill.ui.fx.ToolkitEar;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.theme.Theme;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kordamp.ikonli.feather.Feather;

class ControlsTest extends FxTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            32 | 32 | ''
            1e3 | 1000 | ''
            2,048 | 2048 | ''
            many | 16 | “many” is not a number
            '' | 16 | “” is not a number
            0 | 16 | From 1 to 4,096
            5000 | 16 | From 1 to 4,096
            2.5 | 16 | A whole number, please
            """)
    void aNumberFieldTakesWhatIsInRangeAndSaysWhyNot(String typed, double value, String problem) {
        NumberField field = onFx(() -> new NumberField(1, 4096, true, 16));
        runFx(() -> {
            field.setText(typed);
            field.fireEvent(new ActionEvent());
        });
        assertThat(onFx(() -> field.valueProperty().get())).isEqualTo(value);
        assertThat(onFx(() -> field.problemProperty().get())).isEqualTo(problem);
        assertThat(onFx(() -> field.getStyleClass().contains("invalid"))).isEqualTo(!problem.isEmpty());
    }

    /** No theme is around the list of a window that was closed, and looking for a colour would be warned of. */
    @Test
    void aListOfAClosedWindowIsSpelledAnewWithoutBeingDressed() {
        List<String> warnings = new CopyOnWriteArrayList<>();
        Choice<String> list = onFx(() -> new Choice<>(new SimpleStringProperty("list"), List.of("top.language"), Messages::text)
                .start("top.language", chosen -> { }));
        Stage stage = show(onFx(() -> new StackPane(list)), 200, 100);
        runFx(() -> Theme.LIGHT.apply(stage.getScene()));
        nextFrame();
        try (ToolkitEar ear = new ToolkitEar(line -> warnings.add(line.getMessage()))) {
            runFx(stage::close);
            nextFrame();
            runFx(() -> Messages.languageProperty().set(Language.CHINESE));
            assertThat(onFx(() -> list.getButtonCell().getText())).isEqualTo(onFx(() -> Messages.text("top.language")));
        } finally {
            runFx(() -> Messages.languageProperty().set(Language.ENGLISH));
        }
        assertThat(warnings).isEmpty();
    }

    /** It would be dressed in what is left of the theme before. */
    @Test
    void aTooltipInViewGoesWhenTheThemeChanges() {
        List<String> warnings = new CopyOnWriteArrayList<>();
        Button button = onFx(() -> new Button("x"));
        Stage stage = show(onFx(() -> new StackPane(button)), 200, 100);
        runFx(() -> Theme.LIGHT.apply(stage.getScene()));
        nextFrame(); // the window is dressed before the mouse can rest on it
        Tooltip tip = onFx(() -> new Tooltip("told"));
        try (ToolkitEar ear = new ToolkitEar(line -> warnings.add(line.getMessage()))) {
            runFx(() -> tip.show(button, 10, 10));
            nextFrame();
            runFx(() -> Theme.DARK.apply(stage.getScene()));
            nextFrame();
            assertThat(onFx(tip::isShowing)).isFalse();
        } finally {
            runFx(() -> {
                Theme.LIGHT.apply(stage.getScene());
                stage.close();
            });
        }
        assertThat(warnings).isEmpty();
    }

    @Test
    void escapeBringsTheLastNumberBack() {
        NumberField field = onFx(() -> new NumberField(1, 4096, true, 16));
        runFx(() -> {
            field.setText("many");
            field.fireEvent(new ActionEvent());
            Event.fireEvent(field, key(KeyCode.ESCAPE));
        });
        String text = onFx(field::getText);
        assertThat(text).isEqualTo("16");
        assertThat(onFx(() -> field.problemProperty().get())).isEmpty();
    }

    @Test
    void aLogSlidersMiddleIsTheGeometricMean() {
        LogSlider control = onFx(() -> new LogSlider(t("rate"), 1e-4, 1, 0.05));
        Slider slider = onFx(() -> (Slider) control.lookup(".slider"));
        runFx(() -> slider.setValue(-2));
        assertThat(onFx(() -> control.valueProperty().get())).isEqualTo(0.01);
    }

    @Test
    void aDragIsOneChangeAndItsWayIsShown() {
        LogSlider control = onFx(() -> new LogSlider(t("rate"), 1e-4, 1, 0.05));
        Slider slider = onFx(() -> (Slider) control.lookup(".slider"));
        List<Number> taken = new java.util.ArrayList<>();
        runFx(() -> {
            control.valueProperty().addListener((source, old, now) -> taken.add(now));
            slider.setValueChanging(true);
            for (double position = -1.5; position > -3; position -= 0.1) {
                slider.setValue(position);
            }
            slider.setValue(-3);
            assertThat(taken).isEmpty();
            assertThat(((NumberField) control.lookup(".number")).getText()).isEqualTo("0.001");
            slider.setValueChanging(false);
        });
        assertThat(taken).containsExactly(0.001);
        runFx(() -> slider.setValue(-2));
        assertThat(taken).as("a click or a key is taken at once").containsExactly(0.001, 0.01);
    }

    @Test
    void anExactValueStaysExactAlthoughTheSliderFollows() {
        LogSlider control = onFx(() -> new LogSlider(t("rate"), 1e-4, 1, 0.05));
        Slider slider = onFx(() -> (Slider) control.lookup(".slider"));
        runFx(() -> control.valueProperty().set(0.012345));
        assertThat(onFx(() -> control.valueProperty().get())).isEqualTo(0.012345);
        assertThat(onFx(slider::getValue)).isCloseTo(Math.log10(0.012345), Offset.offset(1e-12));
        assertThat(onFx(() -> ((NumberField) control.lookup(".number")).getText())).isEqualTo("0.012345");
    }

    @Test
    void arrowsMoveTheChoiceOfSegmentsAndExactlyOneIsChosen() {
        Segments<String> segments = onFx(() -> new Segments<>(List.of("a", "b", "c"), ControlsTest::t));
        assertThat(chosen(segments)).isEqualTo("a");
        runFx(() -> Event.fireEvent(segments, key(KeyCode.LEFT)));
        assertThat(chosen(segments)).isEqualTo("c");
        runFx(() -> ((ToggleButton) segments.getChildren().get(1)).fire());
        runFx(() -> ((ToggleButton) segments.getChildren().get(1)).fire());
        assertThat(chosen(segments)).isEqualTo("b");
        assertThat(onFx(() -> segments.getChildren().stream().filter(node -> ((ToggleButton) node).isSelected()).count())).isEqualTo(1);
    }

    @Test
    void anIconsTooltipIsWhatIsReadOutInTheLanguageSpoken() {
        Button button = onFx(() -> Buttons.icon(Feather.X, "notice.dismiss", () -> { }));
        assertThat(onFx(button::getAccessibleText)).isEqualTo("Dismiss this message").isEqualTo(onFx(() -> Tip.told(button)));
        runFx(() -> Messages.languageProperty().set(Language.CHINESE));
        assertThat(onFx(button::getAccessibleText)).isEqualTo("关闭此消息");
        runFx(() -> Messages.languageProperty().set(Language.ENGLISH));
    }

    @Test
    void aNoticeStaysUntilItIsDismissed() {
        NoticeBar notice = onFx(NoticeBar::new);
        assertThat(onFx(notice::message)).isEmpty();
        runFx(() -> notice.show(NoticeBar.Kind.ERROR, () -> "people.csv, line 14: 7 cells where the header has 6."));
        assertThat(onFx(notice::message)).contains("line 14");
        runFx(notice::dismiss);
        assertThat(onFx(notice::isVisible)).isFalse();
    }

    @Test
    void aCardsTitleIsReadOutUnspaced() {
        Card card = onFx(() -> new Card(t("Data")));
        assertThat(onFx(() -> card.lookup(".card-title").getAccessibleText())).isEqualTo("Data");
        assertThat(Card.spaced("Data").replace("\u200a", "")).isEqualTo("DATA");
    }

    private static String chosen(Segments<String> segments) {
        return onFx(() -> segments.valueProperty().get());
    }

    private static ObservableValue<String> t(String text) {
        return new SimpleStringProperty(text);
    }

    private static KeyEvent key(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }
}
