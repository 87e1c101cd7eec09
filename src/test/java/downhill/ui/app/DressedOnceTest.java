package downhill.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.fx.FxTest;
import downhill.ui.fx.FxToolkit;
import downhill.ui.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reading the style sheets of a theme takes a good part of the start: the window wears the one that was kept from the beginning. */
class DressedOnceTest extends FxTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theKeptThemeIsTheOnlyOneThatIsPutOn(Theme kept) throws Exception {
        KeptLooks looks = new KeptLooks(Files.writeString(folder.resolve("looks.txt"), "theme=" + kept.name().toLowerCase(Locale.ROOT)));
        List<String> seen = new ArrayList<>();
        try (AppWindow app = AppWindow.show(FxToolkit.call(Stage::new), 1100, 700, new StoredFiles(folder.resolve("recent.txt")),
                looks.theme(), window -> watch(window.scene(), seen))) {
            FxToolkit.run(() -> looks.follow(app.window().scene()));
            FxToolkit.run(() -> looks.release(app.window().scene()));
            assertThat(seen).as("at first, and each time it changed").containsExactly(kept.name());
        } finally {
            FxToolkit.run(Theme.LIGHT::ahead);
        }
    }

    private static void watch(Scene scene, List<String> seen) {
        seen.add(Theme.of(scene).get().name());
        scene.getStylesheets().addListener((InvalidationListener) changed -> seen.add(Theme.of(scene).get().name()));
    }
}
