package downhill.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.RaceSnapshot;
import downhill.race.RaceState;
import downhill.race.Racing.Quantity;
import downhill.ui.fx.FxTest;
import downhill.ui.fx.FxToolkit;
import downhill.ui.session.Demo;
import downhill.ui.theme.Theme;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window over the real engine. */
class RealRaceTest extends FxTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void theDemoRacesAndIsDrawn(@TempDir Path folder) {
        try (AppWindow app = AppWindow.show(1100, 700, new StoredFiles(folder.resolve("recent.txt")))) {
            FxToolkit.run(() -> {
                app.session().open(Demo.experiment("Demo"), null, null);
                app.session().race().step(200);
            });
            RaceSnapshot now = app.await(race -> race.state() == RaceState.PAUSED && race.step() == 200, PATIENCE);
            assertThat(now.step()).isEqualTo(200);
            assertThat(now.contenders()).hasSize(4).allSatisfy(one -> assertThat(one.validationLoss()).isLessThan(0.8));
            assertThat(onFx(() -> app.session().race().racing().curve("c1", Quantity.TRAINING_LOSS, 1000).size()))
                    .isGreaterThanOrEqualTo(200);
            assertThat(onFx(() -> app.session().race().racing().parameterNames())).hasSize(67).doesNotContainNull();
            assertThat(onFx(() -> app.session().race().racing().parameter("c4", 0, 1000).size())).isGreaterThanOrEqualTo(200);
            BufferedImage picture = app.picture(Theme.DARK, 1100, 700);
            assertThat(picture.getWidth()).isEqualTo(1100);
        }
    }

    @Test
    void recentFilesAreRememberedOverSessions(@TempDir Path folder) throws java.io.IOException {
        Path list = folder.resolve("settings").resolve("recent.txt");
        Path one = java.nio.file.Files.writeString(folder.resolve("one.json"), "{}");
        Path two = java.nio.file.Files.writeString(folder.resolve("two.csv"), "a\n");
        StoredFiles files = new StoredFiles(list);
        files.remember(one);
        files.remember(two);
        files.remember(one);
        java.nio.file.Files.delete(two); // that it is gone is told when it is opened: nothing is touched for the menu
        assertThat(new StoredFiles(list).recent()).containsExactly(one.toAbsolutePath(), two.toAbsolutePath());
    }
}
