package downhill.ui.app;

import downhill.race.RaceState;
import downhill.ui.fx.FxTest;
import downhill.ui.fx.FxToolkit;
import downhill.ui.fx.Images;
import downhill.ui.screen.Screen;
import downhill.ui.session.Demo;
import downhill.ui.theme.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes the pictures of {@code docs/screens}: {@code mvn test -Dtest=ScreenPictures}. Not part of the tests that always run. */
class ScreenPictures extends FxTest {
    private static final Path FOLDER = Path.of("docs/screens");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Test
    void everyScreenInBothThemes(@TempDir Path settings) throws IOException {
        try (AppWindow app = AppWindow.show(1440, 900, new StoredFiles(settings.resolve("recent.txt")))) {
            FxToolkit.run(() -> {
                app.session().open(Demo.experiment("Iris: which optimizer gets there first?"), null, null);
                app.session().race().step(240);
            });
            app.await(now -> now.state() == RaceState.PAUSED && now.step() == 240, PATIENCE);
            FxToolkit.run(() -> {
                app.session().changeHyperparameter("c1", "learningRate", 0.2);
                app.session().race().step(172);
            });
            app.await(now -> now.state() == RaceState.PAUSED && now.step() == 412, PATIENCE);
            List<Screen> screens = FxToolkit.call(() -> app.window().screens());
            for (Screen screen : screens) {
                FxToolkit.run(() -> app.window().shownProperty().set(screen));
                settle(app);
                String name = screen.titleKey().substring(screen.titleKey().indexOf('.') + 1);
                write(app, name, 1440, 900);
                write(app, name, 1100, 700);
            }
            FxToolkit.run(() -> app.window().shownProperty().set(screens.get(0)));
            diverged(app);
            sheet(app, "add-contender", () -> app.window().parts().contenders().add());
            sheet(app, "edit-contender", () -> app.window().parts().contenders().edit());
            sheet(app, "edit-model", app.window()::editModel);
            sheet(app, "edit-training", app.window()::editTraining);
            sheet(app, "gallery", app.window()::showGallery);
        }
    }

    /** One contender diverges, the others go on. */
    private static void diverged(AppWindow app) throws IOException {
        FxToolkit.run(() -> {
            app.session().changeHyperparameter("c3", "learningRate", 3e38);
            app.session().race().step(300);
        });
        app.await(now -> now.state() == RaceState.PAUSED && now.step() >= 712, PATIENCE);
        write(app, "race-diverged", 1440, 900);
        FxToolkit.run(() -> app.window().parts().results().showAll());
        nextFrame();
        Images.writePng(app.picture(Theme.LIGHT, 1440, 900), FOLDER.resolve("results.png"));
        FxToolkit.run(() -> app.window().sheets().close());
    }

    private static void sheet(AppWindow app, String name, Runnable open) throws IOException {
        FxToolkit.run(open);
        nextFrame();
        Images.writePng(app.picture(Theme.LIGHT, 1440, 900), FOLDER.resolve(name + ".png"));
        FxToolkit.run(() -> app.window().sheets().close());
    }

    /** Views that compute in the background are given some frames. */
    private static void settle(AppWindow app) {
        long frames = 90;
        for (long i = 0; i < frames; i++) {
            nextFrame();
        }
    }

    private static void write(AppWindow app, String name, int width, int height) throws IOException {
        for (Theme theme : Theme.values()) {
            if (width == 1100 && theme == Theme.DARK && !name.equals("race")) {
                continue;
            }
            String size = width == 1440 ? "" : "-" + width + "x" + height;
            Images.writePng(app.picture(theme, width, height), FOLDER.resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + size + ".png"));
        }
    }
}
