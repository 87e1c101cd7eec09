package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.document.Experiment;
import downhill.store.ReportFile;
import downhill.store.SessionStore;
import downhill.ui.fx.FxTest;
import downhill.ui.session.Demo;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import org.junit.jupiter.api.Test;

/** A report is made beside the race, and opens as what it tells of without becoming its file. */
class ReportWindowTest extends FxTest {
    @Test
    void aReportOfWhatIsOpenOpensAgainAtItsStepAndIsNotSavedOver() throws Exception {
        try (OpenWindow open = OpenWindow.live(1100, 700)) {
            Path page = open.folder().resolve("report.html");
            open.picker.save = page;
            open.open(Demo.experiment("Iris"));
            await("the race is there", () -> open.session.dataProperty().get() != null && open.session.race().isOpen());
            runFx(() -> open.session.race().step(12));
            await("it has stepped", () -> open.session.snapshotProperty().get().step() == 12);
            Experiment told = open.session.experiment();
            runFx(() -> open.window.table().get("file.report").run());
            runFx(() -> {
                ((TextArea) open.window.sheets().lookup("#report-purpose")).setText("To be <looked> at.");
                ((CheckBox) open.window.sheets().lookup("#report-verdict")).setSelected(false);
                ((CheckBox) open.window.sheets().lookup("#report-why")).setSelected(false);
                open.window.tools().reporting().frame();
                ((Button) open.window.scene().lookup("#report-save")).fire();
            });
            await("it is written", () -> Files.exists(page) && !open.window.sheets().isVisible());
            assertThat(ReportFile.isReport(page)).isTrue();
            assertThat(SessionStore.read(page).checkpoint().clock()).isEqualTo(12);
            assertThat(Files.readString(page)).contains("To be &lt;looked&gt; at.");
            opensAgain(open, page, told);
        }
    }

    private static void opensAgain(OpenWindow open, Path page, Experiment told) {
        runFx(() -> open.session.open(Demo.experiment("Another"), null, null));
        await("another is open", () -> open.session.experiment().title().equals("Another") && open.session.race().isOpen()
                && open.session.snapshotProperty().get().step() == 0);
        runFx(() -> open.window.files().open(page));
        await("it is open", () -> open.session.experiment().equals(told) && open.session.race().isOpen()
                && open.session.snapshotProperty().get().step() == 12);
        assertThat(open.session.fileProperty().get()).as("saving must ask where").isNull();
    }
}
