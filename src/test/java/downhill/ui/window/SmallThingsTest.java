package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.DataSource;
import downhill.store.Application;
import downhill.ui.fx.FxTest;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Demo;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Buttons and menus that can do nothing sleep, a list hears its keys after a click, and dialogs say what they are for. */
class SmallThingsTest extends FxTest {
    private OpenWindow open;

    @BeforeEach
    void openWindow() {
        open = new OpenWindow(1440, 900);
        open.open(Demo.experiment("Demo"));
        await("the race is ready", () -> open.session.race().isOpen() && open.session.dataProperty().get() != null);
        nextFrame();
    }

    @AfterEach
    void closeWindow() {
        open.close();
    }

    @Test
    void deleteRemovesTheContenderThatWasClicked() {
        runFx(() -> {
            List<Node> rows = List.copyOf(open.window.scene().getRoot().lookupAll(".contender-row"));
            int before = open.session.experiment().contenders().size();
            Node row = rows.get(1);
            Event.fireEvent(row, new MouseEvent(MouseEvent.MOUSE_PRESSED, 5, 5, 5, 5, MouseButton.PRIMARY, 1, false, false, false, false,
                    true, false, false,
                    true, false, true, null));
            assertThat(open.window.scene().getFocusOwner()).isSameAs(row);
            String clicked = open.session.selection().contenderProperty().get();
            open.press(KeyCode.DELETE);
            assertThat(open.session.experiment().contenders()).hasSize(before - 1).noneMatch(one -> one.id().equals(clicked));
        });
    }

    @Test
    void keysAreNotTheMenusBecauseThePointerHasPassedOverThem() {
        FxRobot robot = new FxRobot();
        Node button = onFx(() -> open.window.scene().lookup(".menu-button"));
        robot.moveTo(button);
        await("the pointer is there", button::isHover);
        Node row = onFx(() -> open.window.scene().lookup(".contender-row"));
        robot.moveTo(row);
        await("and gone", () -> !button.isHover());
        runFx(() -> {
            open.window.commands().editTitle();
            open.press(KeyCode.ESCAPE);
            assertThat(open.window.sheets().isVisible()).as("one Escape closes a sheet").isFalse();
        });
        robot.moveTo(button);
        robot.moveTo(row);
        runFx(() -> {
            List<Node> rows = List.copyOf(open.window.scene().getRoot().lookupAll(".contender-row"));
            rows.get(0).requestFocus();
            open.press(KeyCode.DOWN);
            assertThat(open.window.scene().getFocusOwner()).as("an arrow goes on in the list").isSameAs(rows.get(1));
        });
    }

    @Test
    void aDataFileIsLookedForOnlyWhereThereIsOne() {
        Menu files = onFx(() -> ((MenuBar) open.window.scene().lookup(".menu-bar")).getMenus().get(0));
        MenuItem find = onFx(() -> files.getItems().stream().filter(item -> "file.findData".equals(item.getId())).findFirst()
                .orElseThrow());
        runFx(files::show);
        assertThat(onFx(find::isDisable)).as("the demo learns from a sample").isTrue();
        runFx(() -> WindowSheet.prepare(open));
        await("there is a file", () -> open.window.parts().data().shown().spec().source() instanceof DataSource.CsvFile);
        runFx(() -> {
            open.window.showData();
            ((Button) open.window.scene().lookup("#data-use")).fire();
        });
        await("it can be looked for", () -> open.window.table().get("file.findData").isEnabled());
        runFx(files::hide);
        runFx(files::show);
        assertThat(onFx(find::isDisable)).isFalse();
        runFx(files::hide);
    }

    private Button use() {
        return (Button) open.window.scene().getRoot().lookupAll(".button").stream()
                .filter(node -> node instanceof Button one && Messages.text("lab.use").equals(one.getText())).findFirst().orElse(null);
    }

    @Test
    void aFormulaWithAnErrorCannotBeUsed() {
        runFx(() -> open.window.chooseSurface());
        await("there is a button to use a formula", () -> use() != null);
        runFx(() -> {
            TextField formula = (TextField) open.window.scene().lookup("#lab-formula");
            for (String wrong : List.of("", "x +", "z", "log(x")) {
                formula.setText(wrong);
                assertThat(use().isDisabled()).as(wrong).isTrue();
            }
            formula.setText("x² + y²");
            assertThat(use().isDisabled()).isFalse();
            open.press(KeyCode.ESCAPE);
        });
    }

    @Test
    void aboutTellsVersionAndLicences() {
        runFx(() -> {
            HelpSheets.about(open.window.sheets());
            assertThat(((Label) open.window.scene().lookup("#about-version")).getText()).contains(Application.version());
            assertThat(((Label) open.window.scene().lookup("#about-licences")).getText()).contains("OpenJFX", "ND4J", "OpenBLAS", "LGPL");
            open.press(KeyCode.ESCAPE);
        });
    }

    @Test
    void aDialogSaysWhatIsSaved() {
        List<String> titles = Stream.of("png", "svg", "pdf", "csv", "gif", "rule", "downhill-model", "db")
                .map(ChooserPicker::saveTitle).toList();
        assertThat(titles).doesNotHaveDuplicates().doesNotContain(Messages.text("file.save.title"));
    }

    @Test
    void theKindOfWhatIsSavedIsTheOneThatWasChosenOrTyped() {
        Path suggested = Path.of("trials.csv");
        assertThat(ChooserPicker.instead(suggested, "csv", "json")).isEqualTo(Path.of("trials.json"));
        assertThat(ChooserPicker.instead(Path.of("trials"), "csv", "db")).isEqualTo(Path.of("trials.db"));
        assertThat(ChooserPicker.instead(Path.of("trials.db"), "csv", "json")).isEqualTo(Path.of("trials.db"));
        assertThat(List.of("csv", "json", "db")).allMatch(ending -> Messages.has(Language.ENGLISH, "file.kind." + ending)
                && Messages.has(Language.CHINESE, "file.kind." + ending));
    }
}
