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
import java.util.Map;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writes the lessons in two sizes, two themes and two languages to {@code docs/screens}: {@code mvn test -Dtest=LessonPictures}. Not part of
 * the tests that always run.
 */
class LessonPictures extends FxTest {
    private static final Duration PATIENCE = Duration.ofSeconds(300);

    private static void fire(AppWindow app, String id) {
        FxTest.await(id, () -> app.window().scene().lookup(id) instanceof ButtonBase button && !button.isDisabled() && button.isVisible());
        FxToolkit.run(() -> ((ButtonBase) app.window().scene().lookup(id)).fire());
    }

    @Test
    void theGalleryOfPhenomena(@TempDir Path settings) throws IOException {
        try (AppWindow app = AppWindow.show(1440, 900, new StoredFiles(settings.resolve("recent.txt")))) {
            FxToolkit.run(() -> app.session().open(Demo.experiment("Iris"), null, null));
            app.await(now -> now.state() == RaceState.PAUSED, PATIENCE);
            fire(app, "#rail-lab");
            FxToolkit.run(() -> app.window().scene().getRoot().lookupAll(".toggle-button").stream().map(ToggleButton.class::cast)
                    .filter(tab -> Messages.text("tab.gallery").equals(tab.getText())).forEach(ToggleButton::fire));
            FxTest.await("the lessons are read", () -> app.window().scene().lookup("#phenomenon-listings") != null);
            ScreenPictures.settle();
            ScreenPictures.both(app, "lab-gallery", Language.values());
        } finally {
            FxToolkit.run(() -> Messages.languageProperty().set(Language.ENGLISH));
        }
    }

    @Test
    void contentsAQuestionAndWhatCameOfIt(@TempDir Path settings) throws IOException {
        try (AppWindow app = AppWindow.show(1440, 900, new StoredFiles(settings.resolve("recent.txt")))) {
            FxToolkit.run(() -> app.session().open(Demo.experiment("Iris"), null, null));
            app.await(now -> now.state() == RaceState.PAUSED, PATIENCE);
            fire(app, "#rail-lessons");
            FxTest.await("the lessons are read", () -> app.window().scene().lookup("#lesson-momentum") != null);
            ScreenPictures.settle();
            ScreenPictures.both(app, "workspace-lessons", Language.values());
            fire(app, "#lesson-momentum");
            for (Map.Entry<String, String> step : Map.of("valley", "zigzag").entrySet()) {
                fire(app, "#answer-" + step.getValue());
            }
            fire(app, "#lesson-run");
            fire(app, "#lesson-next");
            fire(app, "#lesson-skip");
            fire(app, "#lesson-next");
            fire(app, "#answer-rolls");
            FxTest.await("the race is there", () -> !app.window().scene().lookup("#lesson-run").isDisabled());
            ScreenPictures.settle();
            ScreenPictures.both(app, "lesson-asked", Language.values());
            fire(app, "#lesson-run");
            FxTest.await("it has run", () -> app.window().scene().lookup("#lesson-verdict") != null);
            ScreenPictures.settle();
            ScreenPictures.both(app, "lesson-told", Language.values());
        } finally {
            FxToolkit.run(() -> Messages.languageProperty().set(Language.ENGLISH));
        }
    }
}
