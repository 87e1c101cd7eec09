package downhill.ui.app;

import downhill.ui.fx.FxTest;
import downhill.ui.fx.FxToolkit;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Demo;
import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writes the cluster in a box, and where trials run, to {@code docs/screens}: {@code mvn test -Dtest=BoxPictures}.
 * Not part of the tests that always run.
 */
class BoxPictures extends FxTest {
    private static final int STEPS = 12;

    @Test
    void fiveWorkersOfWhichOneIsLost(@TempDir Path settings) throws IOException {
        try (AppWindow app = AppWindow.show(1440, 900, new StoredFiles(settings.resolve("recent.txt")))) {
            FxToolkit.run(() -> app.session().open(Demo.experiment("Iris"), null, null));
            FxToolkit.run(app.window()::chooseSurface);
            ScreenPictures.settle();
            FxToolkit.run(() -> ((ButtonBase) app.window().scene().lookup("#lab-himmelblau")).fire());
            ScreenPictures.settle();
            FxToolkit.run(() -> app.window().scene().getRoot().lookupAll(".toggle-button").stream()
                    .filter(tab -> tab instanceof ToggleButton button && button.getText().equals(Messages.text("tab.box")))
                    .forEach(tab -> ((ToggleButton) tab).fire()));
            ScreenPictures.settle();
            slide(app, "box-workers", 5);
            slide(app, "box-loss", 20);
            for (int i = 0; i < STEPS; i++) {
                FxToolkit.run(() -> ((ButtonBase) app.window().scene().lookup("#box-step")).fire());
                ScreenPictures.settle();
            }
            DoctorPictures.all(app, "box");
        } finally {
            FxToolkit.run(() -> Messages.languageProperty().set(Language.ENGLISH));
        }
    }

    @Test
    void whereTrialsRun(@TempDir Path settings) throws IOException {
        try (AppWindow app = AppWindow.show(1440, 900, new StoredFiles(settings.resolve("recent.txt")))) {
            FxToolkit.run(() -> app.session().open(Demo.experiment("Iris"), null, null));
            ScreenPictures.settle();
            FxToolkit.run(() -> app.window().table().get("workspace.tune").run());
            ScreenPictures.settle();
            FxToolkit.run(() -> app.window().table().get("tune.place").run());
            ScreenPictures.settle();
            FxToolkit.run(() -> ((ComboBox<?>) app.window().scene().lookup("#place-where")).getSelectionModel().select(2));
            FxToolkit.run(() -> ((ButtonBase) app.window().scene().lookup("#place-try")).fire());
            ScreenPictures.settle();
            DoctorPictures.all(app, "tune-place");
        } finally {
            FxToolkit.run(() -> Messages.languageProperty().set(Language.ENGLISH));
        }
    }

    private static void slide(AppWindow app, String id, double value) {
        FxToolkit.run(() -> ((Slider) app.window().scene().lookup("#" + id)).setValue(value));
    }
}
