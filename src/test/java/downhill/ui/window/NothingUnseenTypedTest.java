package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.DataSource;
import downhill.ui.fx.FxTest;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Demo;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever is typed into, pasted into or put into any field of the window, what cannot be seen and halves of characters stay out. */
class NothingUnseenTypedTest extends FxTest {
    private static final String FACE = "\ud83d\ude00";
    private static final String UNSEEN = "\u0007\u001b\u007f\u0085\u009b\u00ad\u200b\u202e\u2066\u2028\ufeff\ufffe\udfff\ud800";
    private static OpenWindow open;

    @BeforeAll
    static void openWindow() {
        open = new OpenWindow(1100, 700);
        open.open(Demo.experiment("Iris"));
        await("the race is there", () -> open.session.dataProperty().get() != null && open.session.race().isOpen());
        runFx(() -> open.session.race().step(40));
        await("the race has stepped", () -> open.session.snapshotProperty().get().step() == 40);
        runFx(() -> WindowSheet.prepare(open));
        await("there is a file to ask about", () -> open.window.parts().data().shown().spec().source() instanceof DataSource.CsvFile);
    }

    @AfterAll
    static void closeWindow() {
        open.close();
    }

    @Test
    void inEveryFieldOfTheWindowAndItsSheets() {
        TreeSet<String> kinds = new TreeSet<>();
        int fields = tried("the window", kinds);
        runFx(() -> open.window.parts().contenders().rename());
        nextFrame();
        fields += tried("a name in the list", kinds);
        for (WindowSheet sheet : WindowSheet.values()) {
            runFx(() -> sheet.show(open));
            await(sheet + " is open", () -> open.window.sheets().isVisible());
            nextFrame();
            fields += tried(sheet.name(), kinds);
            runFx(() -> open.window.sheets().close());
        }
        assertThat(fields).as("fields found").isGreaterThan(60);
        assertThat(kinds).contains("TextField", "TextArea", "NumberField", "CheckedText", "SettingText");
    }

    private int tried(String where, TreeSet<String> kinds) {
        return onFx(() -> {
            List<TextInputControl> all = fields(open.window.scene().getRoot()).toList();
            all.forEach(field -> {
                kinds.add(field.getClass().getSimpleName());
                clean(where + " " + field.getAccessibleText(), field);
            });
            return all.size();
        });
    }

    private static void clean(String where, TextInputControl field) {
        String start = field.getText();
        field.setText("x" + UNSEEN + FACE + "y");
        assertThat(field.getText()).as(where + ", put in").isEqualTo("x" + FACE + "y");
        field.selectRange(1, 3);
        field.replaceSelection("\u6c49" + UNSEEN + "z");
        assertThat(field.getText()).as(where + ", in place of something").isEqualTo("x\u6c49zy");
        assertThat(field.getCaretPosition()).as(where).isEqualTo(3);
        field.selectAll();
        pasted(field, UNSEEN + FACE);
        assertThat(field.getText()).as(where + ", pasted").isEqualTo(FACE);
        field.setText("a" + FACE);
        field.deleteText(2, 3);
        assertThat(field.getText()).as(where + ", a half taken away").isEqualTo("a");
        field.end();
        FACE.chars().forEach(half -> field.insertText(field.getCaretPosition(), String.valueOf((char) half)));
        assertThat(field.getText()).as(where + ", typed in two halves as Windows does").isEqualTo("a" + FACE);
        assertThat(field.getCaretPosition()).as(where).isEqualTo(3);
        field.setText("a\tb\r\nc\n");
        assertThat(field.getText()).as(where + ", lines").isEqualTo(field instanceof TextArea ? "a\tb\nc\n" : "a b c");
        field.setText(start);
    }

    private static void pasted(TextInputControl field, String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        field.paste();
    }

    private static Stream<TextInputControl> fields(Node node) {
        if (node instanceof TextInputControl field) {
            return field.isEditable() && !field.isDisabled() ? Stream.of(field) : Stream.of();
        }
        return node instanceof Parent parent ? new ArrayList<>(parent.getChildrenUnmodifiable()).stream()
                .flatMap(NothingUnseenTypedTest::fields) : Stream.of();
    }

    @Test
    void whatWasLeftOutIsToldWhereAPersonTypes() {
        runFx(() -> WindowSheet.TITLE.show(open));
        nextFrame();
        TextField title = onFx(() -> (TextField) open.window.scene().getFocusOwner());
        runFx(() -> pasted(title, "a\u202eb"));
        await("it is told", () -> told().equals(List.of(Messages.text("field.leftOut", "[U+202E]"))));
        runFx(() -> title.appendText("c"));
        assertThat(onFx(NothingUnseenTypedTest::told)).as("gone with the next letter").isEmpty();
        open.press(KeyCode.ESCAPE);
        assertThat(onFx(() -> open.window.sheets().isVisible())).as("Escape is still the sheet's").isFalse();
    }

    private static List<String> told() {
        return Window.getWindows().stream().filter(window -> window instanceof Tooltip && window.isShowing())
                .map(window -> ((Tooltip) window).getText()).toList();
    }
}
