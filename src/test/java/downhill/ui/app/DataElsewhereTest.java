package downhill.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.race.document.Problem;
import downhill.store.ExperimentStore;
import downhill.ui.fx.FxTest;
import downhill.ui.fx.FxToolkit;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Demo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An experiment whose data lie outside its folder is opened when a person has seen where they lie, and the data are touched no sooner. */
class DataElsewhereTest extends FxTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    private Path folder;
    private Path document;
    private Path data;
    private AppWindow app;

    @BeforeEach
    void openWindow() throws IOException {
        StringBuilder rows = new StringBuilder("a,t\n");
        for (int i = 0; i < 60; i++) {
            rows.append(i % 7).append(',').append(2 * (i % 7)).append('\n');
        }
        data = Files.writeString(folder.resolve("points.csv"), rows);
        document = Files.createDirectories(folder.resolve("inner")).resolve("document.json");
        Problem.Learning learning = (Problem.Learning) Demo.experiment("Far").problem();
        ExperimentStore.write(document, Demo.experiment("Far").withProblem(new Problem.Learning(
                DataSpec.of(new DataSource.CsvFile("points.csv")).withTarget("t"), learning.model())), folder);
        app = window();
    }

    @AfterEach
    void closeWindow() {
        runFx(() -> Messages.languageProperty().set(Language.ENGLISH));
        app.close();
    }

    private AppWindow window() {
        AppWindow shown = AppWindow.show(1100, 700, new StoredFiles(folder.resolve("settings").resolve("recent.txt")));
        FxToolkit.run(() -> shown.session().open(Demo.experiment("Before"), null, null));
        return shown;
    }

    private String shown() {
        return onFx(() -> app.window().sheets().lookupAll("*").stream().map(DataElsewhereTest::words).reduce("", String::concat));
    }

    private static String words(Node node) {
        return node instanceof Text text ? text.getText() : node instanceof Labeled label ? label.getText() + "" : "";
    }

    private void press(String words) {
        runFx(() -> app.window().sheets().lookupAll(".button").stream().map(Button.class::cast)
                .filter(button -> words.equals(button.getText()))
                .findFirst().orElseThrow().fire());
    }

    private String title() {
        return onFx(() -> app.session().experiment().title());
    }

    /** Reading a file sets when it was read, where the file system keeps that. */
    private FileTime read() throws IOException {
        return (FileTime) Files.getAttribute(data, "lastAccessTime");
    }

    @Test
    void itIsAskedWithTheWholePathInBothLanguagesBeforeAnythingIsRead() throws IOException {
        Files.setAttribute(data, "lastAccessTime", LONG_AGO);
        runFx(() -> app.window().files().open(document));
        await("it is asked", () -> shown().contains(data.toString()));
        assertThat(shown()).contains("Nothing of it has been looked at yet");
        assertThat(title()).isEqualTo("Before");
        runFx(() -> Messages.languageProperty().set(Language.CHINESE));
        assertThat(shown()).contains(data.toString(), "目前还没有查看过它");
        assertThat(read()).isEqualTo(LONG_AGO);
        press("不打开");
        assertThat(onFx(() -> app.window().sheets().isVisible())).isFalse();
        assertThat(title()).isEqualTo("Before");
        assertThat(read()).isEqualTo(LONG_AGO);
    }

    @Test
    void whoAgreesIsNotAskedAgainAlsoAtTheNextStart() {
        runFx(() -> app.window().files().open(document));
        await("it is asked", () -> shown().contains(data.toString()));
        press("Read it");
        await("it is open", () -> title().equals("Far") && app.session().dataProperty().get() != null);
        app.close();
        app = window();
        runFx(() -> app.window().files().open(document));
        await("it is open", () -> title().equals("Far") && app.session().dataProperty().get() != null);
        assertThat(onFx(() -> app.window().sheets().isVisible())).isFalse();
    }
}
