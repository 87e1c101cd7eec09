package downhill.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.fx.FxTest;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fault in the window itself neither ends it nor is hidden from whoever sits before it. */
class UnforeseenTest extends FxTest {
    @TempDir
    private Path folder;

    @Test
    void aFaultOnTheFxThreadIsToldInTheWindowWhichGoesOn() {
        Thread.UncaughtExceptionHandler before = onFx(() -> Thread.currentThread().getUncaughtExceptionHandler());
        try (AppWindow shown = AppWindow.show(1100, 700, new StoredFiles(folder.resolve("recent.txt")))) {
            Platform.runLater(() -> {
                throw new ArithmeticException("made for a test");
            });
            await("the window tells it", () -> tells(shown, "ArithmeticException"));
            runFx(() -> shown.window().complain(() -> ""));
            assertThat(onFx(() -> tells(shown, "ArithmeticException"))).isFalse();
        }
        assertThat(onFx(() -> Thread.currentThread().getUncaughtExceptionHandler())).isSameAs(before);
    }

    private static boolean tells(AppWindow shown, String words) {
        return shown.window().scene().getRoot().lookupAll(".label").stream().map(Labeled.class::cast)
                .anyMatch(label -> label.getText() != null && label.getText().contains(words) && isSeen(label));
    }

    private static boolean isSeen(javafx.scene.Node node) {
        return node == null || node.isVisible() && isSeen(node.getParent());
    }
}
