package downhill.ui.app;

import downhill.race.RaceState;
import downhill.ui.fx.FxTest;
import downhill.ui.fx.FxToolkit;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Demo;
import downhill.ui.theme.Theme;
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
            all(app, "start");
            FxToolkit.run(() -> app.session().open(Demo.experiment("Iris: which optimizer gets there first?"), null, null));
            FxToolkit.run(() -> app.session().race().step(412));
            app.await(now -> now.state() == RaceState.PAUSED && now.step() == 412, PATIENCE);
            FxToolkit.run(() -> app.session().edit(document -> document.withEvaluation(document.evaluated().withRepeats(4))));
            FxToolkit.run(() -> ((ButtonBase) app.window().scene().lookup("#rail-evaluate")).fire());
            FxToolkit.run(() -> ((ButtonBase) app.window().scene().lookup("#evaluate-run")).fire());
            FxTest.await("it is judged", () -> !app.window().scene().lookup("#evaluate-report").isDisabled());
            ScreenPictures.settle();
            all(app, "workspace-evaluate");
            for (String id : new String[] {"data", "lab", "train"}) {
                FxToolkit.run(() -> ((ButtonBase) app.window().scene().lookup("#rail-" + id)).fire());
                ScreenPictures.settle();
                all(app, "workspace-" + id);
            }
        } finally {
            FxToolkit.run(() -> Messages.languageProperty().set(Language.ENGLISH));
        }
    }

    private static void all(AppWindow app, String name) throws IOException {
        for (Language language : Language.values()) {
            FxToolkit.run(() -> Messages.languageProperty().set(language));
            ScreenPictures.settle();
            for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
                String to = name + "-" + theme + (language == Language.ENGLISH ? "-en" : "-zh");
                ScreenPictures.write(app, to + "-1440x900", theme, 1440, 900);
                ScreenPictures.write(app, to + "-1100x700", theme, 1100, 700);
            }
        }
        FxToolkit.run(() -> Messages.languageProperty().set(Language.ENGLISH));
    }
}
