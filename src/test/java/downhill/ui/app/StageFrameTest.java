package downhill.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.glass.ui.Application;
import downhill.ui.fx.FxTest;
import downhill.ui.fx.inner.OpenedFiles;
import downhill.ui.fx.inner.ProgramName;
import downhill.ui.window.WindowModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class StageFrameTest extends FxTest {
    @Test
    void aWindowThatTheDesktopShrinksOnceItIsShownTakesItsSizeAgain() {
        Stage stage = onFx(() -> {
            Stage made = new Stage();
            made.setScene(new Scene(new Pane()));
            StageFrame.prepare(made, 1200, 760);
            made.show();
            made.setWidth(WindowModel.LEAST_WIDTH);
            made.setHeight(WindowModel.LEAST_HEIGHT);
            return made;
        });
        await("its size is back", () -> stage.getWidth() == 1200 && stage.getHeight() == 760);
        runFx(stage::close);
    }

    @Test
    void aWindowLargerThanTheScreenLeavesRoomForItsTitle() {
        Stage stage = onFx(Stage::new);
        runFx(() -> StageFrame.prepare(stage, 1e5, 1e5));
        assertThat(stage.getWidth()).isEqualTo(Screen.getPrimary().getVisualBounds().getWidth());
        assertThat(stage.getHeight()).isLessThan(Screen.getPrimary().getVisualBounds().getHeight());
    }

    @Test
    void theWindowHasANameAndAnIcon() {
        Stage stage = onFx(Stage::new);
        runFx(() -> {
            StageFrame.prepare(stage, 1200, 760);
            StageFrame.mark(stage);
        });
        assertThat(stage.getTitle()).isEqualTo("Downhill");
        assertThat(stage.getIcons()).hasSize(1).allMatch(icon -> !icon.isError() && icon.getWidth() == 256);
    }

    /** As macOS does it; JavaFX goes on hearing what it listens for itself. */
    @Test
    void filesThatTheDesktopHandsOverAreHeardOf() {
        List<Path> heard = new ArrayList<>();
        runFx(() -> {
            Application program = Application.GetApplication();
            Application.EventHandler before = program.getEventHandler();
            OpenedFiles.listen(heard::addAll);
            program.getEventHandler().handleOpenFilesAction(program, 0, new String[] {"/home/a lesson.lesson", "b.downhill"});
            assertThat(program.getEventHandler().handleThemeChanged("none")).isEqualTo(before != null && before.handleThemeChanged("none"));
            program.setEventHandler(before);
        });
        assertThat(heard).containsExactly(Path.of("/home/a lesson.lesson"), Path.of("b.downhill"));
    }

    @Test
    void theDesktopKnowsToWhichMenuEntryTheWindowBelongs() throws IOException {
        runFx(() -> StageFrame.prepare(new Stage(), 1200, 760));
        Path entry = Path.of("installer/debian/downhill.desktop");
        assertThat(Files.readAllLines(entry)).contains("StartupWMClass=" + onFx(ProgramName::get), "Exec=" + ProgramName.NAME + " gui %f");
        assertThat(entry.getFileName()).hasToString(onFx(ProgramName::get) + ".desktop");
    }
}
