package downhill.ui.app;

import downhill.race.RaceState;
import downhill.ui.fx.FxTest;
import downhill.ui.fx.FxToolkit;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Demo;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.control.ButtonBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writes the start page and each workspace in two sizes, two themes and two languages to {@code docs/screens}:
 * {@code mvn test -Dtest=WorkspacePictures}. Not part of the tests that always run.
 */
class WorkspacePictures extends FxTest {
    private static final Duration PATIENCE = Duration.ofSeconds(300);

    @Test
    void everyWorkspace(@TempDir Path settings) throws IOException {
        try (AppWindow app = AppWindow.show(1440, 900, new StoredFiles(settings.resolve("recent.txt")))) {
            FxToolkit.run(() -> app.window().showStart());
            ScreenPictures.settle();
            ScreenPictures.both(app, "start", Language.values());
            FxToolkit.run(() -> app.session().open(Demo.experiment("Iris: which optimizer gets there first?"), null, null));
            FxToolkit.run(() -> app.session().race().step(412));
            app.await(now -> now.state() == RaceState.PAUSED && now.step() == 412, PATIENCE);
            FxToolkit.run(() -> app.session().edit(document -> document.withEvaluation(document.evaluated().withRepeats(4))));
            FxToolkit.run(() -> ((ButtonBase) app.window().scene().lookup("#rail-evaluate")).fire());
            FxToolkit.run(() -> ((ButtonBase) app.window().scene().lookup("#evaluate-run")).fire());
            FxTest.await("it is judged", () -> !app.window().scene().lookup("#evaluate-report").isDisabled());
            ScreenPictures.settle();
            ScreenPictures.both(app, "workspace-evaluate", Language.values());
            for (String id : new String[] {"data", "lab", "train"}) {
                FxToolkit.run(() -> ((ButtonBase) app.window().scene().lookup("#rail-" + id)).fire());
                ScreenPictures.settle();
                ScreenPictures.both(app, "workspace-" + id, Language.values());
            }
        } finally {
            FxToolkit.run(() -> Messages.languageProperty().set(Language.ENGLISH));
        }
    }
}
