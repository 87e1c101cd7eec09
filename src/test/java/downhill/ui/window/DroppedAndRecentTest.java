package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.DataSource;
import downhill.ui.fx.FxTest;
import downhill.ui.session.Demo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that come to the window otherwise than by the chooser. */
class DroppedAndRecentTest extends FxTest {
    private OpenWindow open;

    @BeforeEach
    void openWindow() {
        open = new OpenWindow(1100, 700);
        open.open(Demo.experiment("Demo"));
        await("the race is ready", () -> open.session.race().isOpen() && open.session.dataProperty().get() != null);
    }

    @AfterEach
    void closeWindow() {
        open.close();
    }

    @Test
    void aTableDroppedOnTheWindowIsPreviewedAndRemembered(@TempDir Path folder) throws IOException {
        Path file = table(folder);
        DragEvent over = drag(DragEvent.DRAG_OVER, Map.of(DataFormat.FILES, List.of(file.toFile())));
        DragEvent dropped = drag(DragEvent.DRAG_DROPPED, Map.of(DataFormat.FILES, List.of(file.toFile())));
        assertThat(over.getAcceptedTransferMode()).isEqualTo(TransferMode.COPY);
        assertThat(dropped.isDropCompleted()).isTrue();
        awaitPreview();
        await("it is among the recent ones", () -> open.files.recent().equals(List.of(file)));
    }

    @Test
    void aTextDraggedOverTheWindowIsNotTaken() {
        Map<DataFormat, Object> text = Map.of(DataFormat.PLAIN_TEXT, "1,2,3");
        assertThat(drag(DragEvent.DRAG_OVER, text).getAcceptedTransferMode()).isNull();
        assertThat(drag(DragEvent.DRAG_DROPPED, text).isDropCompleted()).isFalse();
        assertThat(onFx(() -> open.session.experiment().title())).isEqualTo("Demo");
    }

    @Test
    void aRecentFileIsOpenedFromTheMenu(@TempDir Path folder) throws IOException {
        Path file = table(folder);
        open.files.remember(file);
        runFx(() -> {
            Menu files = ((MenuBar) open.window.scene().lookup(".menu-bar")).getMenus().get(0);
            files.getOnShowing().handle(new Event(Menu.ON_SHOWING));
            Menu recent = (Menu) files.getItems().get(1);
            assertThat(recent.isDisable()).isFalse();
            assertThat(recent.getItems()).extracting(MenuItem::getText).containsExactly("heights.csv");
            recent.getItems().get(0).fire();
        });
        awaitPreview();
    }

    private void awaitPreview() {
        await("the preview is there", () -> open.window.parts().data().shown() != null
                && open.window.parts().data().shown().spec().source() instanceof DataSource.CsvFile shown
                && shown.path().endsWith("heights.csv"));
    }

    private DragEvent drag(EventType<DragEvent> type, Map<DataFormat, Object> content) {
        return onFx(() -> Drags.over(open.window.scene(), type, content));
    }

    private static Path table(Path folder) throws IOException {
        StringBuilder text = new StringBuilder("age,height\n");
        for (int i = 0; i < 40; i++) {
            text.append(i + 0.5).append(',').append(100 + 3.25 * i).append('\n');
        }
        return Files.writeString(folder.resolve("heights.csv"), text);
    }
}
