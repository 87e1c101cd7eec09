package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.chart.ChartPane;
import downhill.ui.control.MarkedTextArea;
import downhill.ui.control.NoticeBar;
import downhill.ui.fx.FxTest;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Demo;
import downhill.ui.theme.Theme;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rule workshop, driven by keyboard. */
class WorkshopTest extends FxTest {
    /** One for all: the text that it begins with is put back before each. */
    private static OpenWindow open;
    private static String begun;

    @BeforeAll
    static void openWindow() {
        open = new OpenWindow(1440, 900);
        open.open(Demo.experiment("Iris"));
        await("the race is there", () -> open.session.dataProperty().get() != null && open.session.race().isOpen());
    }

    @AfterAll
    static void closeWindow() {
        open.close();
    }

    @AfterEach
    void speakEnglishAgain() {
        runFx(() -> Messages.languageProperty().set(Language.ENGLISH));
        runFx(() -> open.window.sheets().close());
    }

    private void openWorkshop() {
        runFx(() -> open.window.tools().workshop().open());
        String there = onFx(text()::getText);
        begun = begun == null ? there : begun;
        runFx(() -> text().setText(begun));
    }

    @Test
    void anErrorIsShownAtItsPlaceAndTheRuleIsRacedOnceItIsRight() {
        openWorkshop();
        await("its phases are drawn", () -> chart().drawingsProperty().get() > 0 && !chart().drawing().isEmpty());
        open.write("sheet-workshop-light", Theme.LIGHT, 1440, 900);
        open.write("sheet-workshop-dark-1100", Theme.DARK, 1100, 700);
        String good = onFx(text()::getText);
        runFx(() -> text().setText(good.replace("− η·", "− bogus·")));
        ButtonBase problem = (ButtonBase) open.window.scene().lookup("#workshop-problem");
        assertThat(onFx(problem::getText)).startsWith("Line ").contains("bogus");
        nextFrame();
        open.write("sheet-workshop-error", Theme.LIGHT, 1440, 900);
        press(problem, KeyCode.SPACE);
        assertThat(onFx(() -> text().getSelectedText())).startsWith("bogus");
        runFx(() -> Messages.languageProperty().set(Language.CHINESE));
        assertThat(onFx(() -> open.window.sheets().isVisible())).isTrue();
        runFx(() -> text().setText(good));
        press(open.window.scene().lookup("#workshop-race"), KeyCode.SPACE);
        await("it is in the race", () -> open.race().asked.contains("add My Adam"));
        assertThat(onFx(() -> open.window.sheets().isVisible())).isFalse();
        nextFrame();
        open.write("workshop-raced", Theme.LIGHT, 1440, 900);
    }

    @Test
    void whatIsWrongIsUnderlinedAtTheLineAndColumnThatTheMessageNames() {
        openWorkshop();
        String good = onFx(text()::getText);
        MarkedTextArea marked = (MarkedTextArea) onFx(() -> text().getParent());
        nextFrame();
        assertThat(onFx(() -> marked.squiggle().getElements().isEmpty())).as("nothing is wrong").isTrue();
        runFx(() -> text().setText(good.replace("− η·", "− bogus·")));
        await("something is underlined", () -> !marked.squiggle().getElements().isEmpty());
        Matcher place = Pattern.compile("Line (\\d+), column (\\d+):.*", Pattern.DOTALL)
                .matcher(onFx(() -> ((ButtonBase) open.window.scene().lookup("#workshop-problem")).getText()));
        assertThat(place.matches()).isTrue();
        int start = offset(onFx(text()::getText), Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2)));
        assertThat(onFx(text()::getText).substring(start)).startsWith("bogus");
        Rectangle2D first = onFx(() -> ((TextAreaSkin) text().getSkin()).getCharacterBounds(start));
        Rectangle2D last = onFx(() -> ((TextAreaSkin) text().getSkin()).getCharacterBounds(start + "bogus".length() - 1));
        Bounds line = onFx(() -> marked.squiggle().getLayoutBounds());
        Offset<Double> pen = Offset.offset(4.0);
        assertThat(line.getMinX()).isCloseTo(first.getMinX(), pen);
        assertThat(line.getMaxX()).isCloseTo(last.getMaxX(), pen);
        assertThat(line.getMaxY()).isCloseTo(first.getMaxY(), pen);
        runFx(() -> text().setText(good));
        await("nothing is underlined any more", () -> marked.squiggle().getElements().isEmpty());
    }

    /** Lines and columns are counted from 1. */
    private static int offset(String text, int line, int column) {
        return text.lines().limit(line - 1).mapToInt(one -> one.length() + 1).sum() + column - 1;
    }

    @Test
    void whatIsSavedIsTheTextAndIsOpenedAgain() throws IOException {
        Path file = Files.createTempFile("rule", ".rule");
        open.picker.save = file;
        openWorkshop();
        String good = onFx(text()::getText);
        press(button("Save…"), KeyCode.SPACE);
        await("it is written", () -> size(file) > 0);
        assertThat(Files.readString(file)).isEqualTo(good);
        Files.writeString(file, good.replace("My Adam", "Read Adam"));
        open.picker.open = file;
        press(button("Open…"), KeyCode.SPACE);
        await("it is read", () -> text().getText().contains("Read Adam"));
        Files.delete(file);
    }

    @Test
    void aFileThatIsNotUtf8IsRefusedWithThePlaceInBothLanguages() throws IOException {
        Path file = Files.write(Files.createTempFile("rule", ".rule"), "id: own\nname: \u00fc".getBytes(StandardCharsets.ISO_8859_1));
        openWorkshop();
        String before = onFx(text()::getText);
        open.picker.open = file;
        press(button("Open…"), KeyCode.SPACE);
        await("it is said where", () -> notice().equals(file.getFileName() + " cannot be read. Line 2, column 7: The rule is not UTF-8 text"
                + " (byte 0xFC here); save the file as UTF-8."));
        runFx(() -> Messages.languageProperty().set(Language.CHINESE));
        press(button("打开…"), KeyCode.SPACE);
        await("it is said in Chinese", () -> notice().equals("无法读取 " + file.getFileName()
                + "。第 2 行，第 7 列：规则不是 UTF-8 文本（此处是字节 0xFC）；请把文件存为 UTF-8。"));
        String after = onFx(text()::getText);
        assertThat(after).isEqualTo(before);
        Files.delete(file);
    }

    private String notice() {
        return ((NoticeBar) open.window.scene().lookup(".notice")).message();
    }

    @Test
    void openedAndClosedFiftyTimesNothingIsKept() {
        WeakReference<Node> first = null;
        for (int i = 0; i < 50; i++) {
            runFx(() -> open.window.tools().workshop().open());
            if (i == 0) {
                first = new WeakReference<>(onFx(this::chart));
            }
            runFx(() -> open.window.sheets().close());
        }
        WeakReference<Node> seen = first;
        awaitCollected("the first one is collected", () -> seen.get() == null);
    }

    private ChartPane chart() {
        return (ChartPane) open.window.scene().lookup("#workshop-phase");
    }

    private TextArea text() {
        return (TextArea) open.window.scene().lookup("#workshop-text");
    }

    private Node button(String words) {
        return onFx(() -> open.window.sheets().lookupAll(".button").stream().filter(node -> ((ButtonBase) node).getText().equals(words))
                .findFirst().orElseThrow());
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    private static void press(Node node, KeyCode code) {
        runFx(() -> {
            node.requestFocus();
            for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
                javafx.event.Event.fireEvent(node, new KeyEvent(type, "", "", code, false, false, false, false));
            }
        });
    }
}
