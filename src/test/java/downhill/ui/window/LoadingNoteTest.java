package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.fx.FxTest;
import downhill.ui.session.Demo;
import downhill.ui.session.MadeUpRace;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressBar;
import org.junit.jupiter.api.Test;

/** The window does not wait for the engine: it is there at once and says that the engine is still being loaded. */
class LoadingNoteTest extends FxTest {
    private static final String LOADING = "loading engine…";

    @Test
    void theWindowIsShownWithANoteUntilTheEngineIsThere() {
        CountDownLatch loaded = new CountDownLatch(1);
        try (OpenWindow open = new OpenWindow(1100, 700, (experiment, prepared, from) -> {
            awaitUnhurried(loaded);
            return new MadeUpRace(experiment);
        })) {
            open.open(Demo.experiment("Iris"));
            await("the data are there, for which no engine is needed", () -> open.session.dataProperty().get() != null);
            nextFrame();
            assertThat(onFx(() -> open.stage.isShowing())).isTrue();
            assertThat(onFx(() -> noted(open))).as("the note").isTrue();
            assertThat(onFx(() -> bar(open).isVisible() && bar(open).isIndeterminate())).as("a bar that moves").isTrue();
            loaded.countDown();
            await("the race is there", () -> open.session.race().isOpen());
            await("the note is gone", () -> !noted(open) && !bar(open).isVisible());
        } finally {
            loaded.countDown();
        }
    }

    private static void awaitUnhurried(CountDownLatch loaded) {
        try {
            loaded.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean noted(OpenWindow open) {
        return open.window.scene().getRoot().lookupAll(".top-bar .label").stream()
                .anyMatch(node -> node.isVisible() && LOADING.equals(((Labeled) node).getText()));
    }

    private static ProgressBar bar(OpenWindow open) {
        return (ProgressBar) open.window.scene().getRoot().lookup(".top-bar .progress-bar");
    }
}
