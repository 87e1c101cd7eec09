package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.fx.FxTest;
import downhill.ui.session.Demo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The results leave the window by the small menu of their card. */
class ResultsMenuTest extends FxTest {
    private OpenWindow open;

    @TempDir
    private Path folder;

    @BeforeEach
    void openWindow() {
        open = new OpenWindow(1440, 900);
        open.open(Demo.experiment("Iris"));
        await("the race is there", () -> open.session.dataProperty().get() != null && open.session.race().isOpen());
        runFx(() -> open.session.race().step(412));
        await("the results are there", () -> open.window.parts().results().rows().get(0).steps() == 412);
    }

    @AfterEach
    void closeWindow() {
        open.close();
    }

    private Button button() {
        return (Button) onFx(() -> open.window.scene().lookup(".results-take"));
    }

    private void choose(String id) {
        Button button = button();
        runFx(() -> button.getContextMenu().getItems().stream().filter(one -> id.equals(one.getId())).findFirst().orElseThrow().fire());
    }

    @Test
    void everyFormatIsCopied() {
        Button button = button();
        assertThat(onFx(button::getAccessibleText)).isEqualTo("Copy or save the results");
        assertThat(onFx(button::isFocusTraversable)).isTrue();
        String name = open.session.experiment().contenders().get(0).name();
        copied("results.copy.csv", "Contender,Loss,", "\n" + name + ",");
        copied("results.copy.markdown", "| Contender ", "\n| " + name + " ");
        copied("results.copy.latex", "\\begin{tabular}{lrrrrrrrl}", "\n" + name + " & ");
    }

    private void copied(String id, String... parts) {
        runFx(() -> Clipboard.getSystemClipboard().clear());
        choose(id);
        await("it is on the clipboard", () -> Clipboard.getSystemClipboard().hasString());
        assertThat(onFx(() -> Clipboard.getSystemClipboard().getString())).contains(parts);
    }

    @Test
    void whatIsSavedIsWhatIsCopied() throws IOException {
        choose("results.copy.latex");
        await("it is on the clipboard", () -> Clipboard.getSystemClipboard().hasString());
        open.picker.save = folder.resolve("results.tex");
        choose("results.save.latex");
        await("it is written", () -> Files.exists(open.picker.save));
        assertThat(Files.readString(open.picker.save)).isEqualTo(onFx(() -> Clipboard.getSystemClipboard().getString()));
        await("it is told", () -> open.window.message().contains("results.tex"));
    }
}
