package downhill.ui.app;

import downhill.data.TaskKind;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.race.RaceState;
import downhill.race.document.Experiment;
import downhill.ui.fx.FxTest;
import downhill.ui.fx.FxToolkit;
import downhill.ui.fx.Screenshots;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Demo;
import downhill.ui.theme.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Slider;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writes the panel that asks the models, in two sizes, two themes and two languages, and of each kind of question one, to
 * {@code docs/screens}: {@code mvn test -Dtest=AskPictures}. Not part of the tests that always run.
 */
class AskPictures extends FxTest {
    private static final Duration PATIENCE = Duration.ofSeconds(300);

    @Test
    void everyKindOfQuestion(@TempDir Path settings) throws IOException {
        try (AppWindow app = AppWindow.show(1440, 900, new StoredFiles(settings.resolve("recent.txt")))) {
            open(app, Demo.experiment("Iris: which optimizer gets there first?"), 412);
            everywhere(app);
            FxToolkit.run(() -> ((Slider) app.window().scene().lookup("#scoring-slider-2")).setValue(4.9));
            FxToolkit.run(() -> ((javafx.scene.control.TextField) app.window().scene().lookup("#scoring-field-3")).setText("3"));
            ScreenPictures.settle();
            write(app, "ask-outside-light", Theme.LIGHT, 1440, 900);
            open(app, ScreenPictures.learning("Diabetes: how far will it go?", "diabetes", new Architecture.Mlp(List.of(8), Activation.TANH),
                    TaskKind.REGRESSION), 300);
            write(app, "ask-number-light", Theme.LIGHT, 1440, 900);
            open(app, ScreenPictures.learning("Air passengers: a year ahead?", "air-passengers", new Architecture.Linear(),
                    TaskKind.REGRESSION), 200);
            write(app, "ask-series-light", Theme.LIGHT, 1440, 900);
            open(app, ScreenPictures.learning("Digits: what a small network sees", "digits",
                    new Architecture.Mlp(List.of(16), Activation.TANH), TaskKind.MULTICLASS), 100);
            write(app, "ask-picture-light", Theme.LIGHT, 1440, 900);
        } finally {
            FxToolkit.run(() -> Messages.languageProperty().set(Language.ENGLISH));
        }
    }

    private static void open(AppWindow app, Experiment document, int steps) {
        FxToolkit.run(() -> app.session().open(document, null, null));
        FxToolkit.run(() -> app.session().race().step(steps));
        app.await(now -> now.state() == RaceState.PAUSED && now.step() == steps, PATIENCE);
        FxToolkit.run(app.window()::askModels);
        ScreenPictures.settle();
    }

    private static void everywhere(AppWindow app) throws IOException {
        for (Language language : Language.values()) {
            FxToolkit.run(() -> Messages.languageProperty().set(language));
            ScreenPictures.settle();
            for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
                String to = "ask-" + theme + (language == Language.ENGLISH ? "-en" : "-zh");
                write(app, to + "-1440x900", theme, 1440, 900);
                write(app, to + "-1100x700", theme, 1100, 700);
            }
        }
        FxToolkit.run(() -> Messages.languageProperty().set(Language.ENGLISH));
    }

    /** A narrow window folds the panel away; here it is opened again. */
    private static void write(AppWindow app, String name, Theme theme, int width, int height) throws IOException {
        BufferedImage picture = FxToolkit.call(() -> {
            Scene scene = app.window().scene();
            Region root = (Region) scene.getRoot();
            theme.apply(scene);
            root.resize(width, height);
            Screenshots.of(scene, 1);
            app.window().model().rightProperty().set(true);
            Screenshots.of(scene, 1);
            BufferedImage whole = Screenshots.of(scene, 1);
            root.resize(scene.getWidth(), scene.getHeight());
            return whole.getSubimage(0, 0, width, height);
        });
        ScreenPictures.write(picture, name);
    }
}
