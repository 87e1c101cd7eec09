package downhill.ui.app;

import downhill.race.RaceState;
import downhill.ui.fx.FxTest;
import downhill.ui.fx.FxToolkit;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.Screen;
import downhill.ui.screen.curvature.CurvatureController;
import downhill.ui.session.CurvatureFeedTest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writes pictures of the stability gauge to {@code docs/screens}:
 * {@code mvn test -Dtest=PhenomenaPictures}. Not part of the tests that always run.
 */
class PhenomenaPictures extends FxTest {
    private static final Duration PATIENCE = Duration.ofSeconds(300);

    @Test
    void theGauge(@TempDir Path settings) throws IOException {
        try (AppWindow app = AppWindow.show(1440, 900, new StoredFiles(settings.resolve("recent.txt")))) {
            FxToolkit.run(() -> app.session().open(CurvatureFeedTest.cubic(4000, CurvatureFeedTest.contender("gradient-descent", 0.2, 0),
                    CurvatureFeedTest.contender("gradient-descent", 0.4, 1).copy("wild", "GD, η = 0.4", 1, null),
                    CurvatureFeedTest.contender("adam", 0.001, 2), CurvatureFeedTest.contender("lion", 0.001, 3)), null, null));
            CurvatureController curvature = (CurvatureController) FxToolkit.call(() -> app.window().screens()).stream()
                    .filter(screen -> screen instanceof CurvatureController).findFirst().orElseThrow();
            ScreenPictures.show(app, (Screen) curvature);
            FxToolkit.run(() -> app.session().race().start());
            app.await(now -> now.state() == RaceState.ENDED, PATIENCE);
            await("all is measured", curvature::isSettled);
            ScreenPictures.settle();
            DoctorPictures.all(app, "curvature");
        } finally {
            FxToolkit.run(() -> Messages.languageProperty().set(Language.ENGLISH));
        }
    }
}
