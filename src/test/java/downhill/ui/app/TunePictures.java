package downhill.ui.app;

import downhill.study.StudySettings;
import downhill.study.StudySettings.PrunerName;
import downhill.study.space.VaryText;
import downhill.ui.fx.FxTest;
import downhill.ui.fx.FxToolkit;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Demo;
import downhill.ui.theme.Theme;
import downhill.ui.tune.TuneModel;
import downhill.ui.tune.TunePlan;
import downhill.ui.tune.TuneState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.ButtonBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writes the workspace Tune, before and after a search, to {@code docs/screens}: {@code mvn test -Dtest=TunePictures}. Not part of the tests
 * that always run.
 */
class TunePictures extends FxTest {
    private static final List<String> KNOBS = List.of("optimizer=adam,sgd,momentum,rmsprop", "learningRate=1e-4..1:log", "batch=8..64:log",
            "l2=1e-6..0.1:log", "schedule=constant,cosine");

    @Test
    void theSearch(@TempDir Path settings) throws IOException {
        try (AppWindow app = AppWindow.show(1440, 900, new StoredFiles(settings.resolve("recent.txt")))) {
            FxToolkit.run(() -> app.session().open(Demo.experiment("Iris: which settings are worth it?"), null, null));
            await("the data are there", () -> app.session().dataProperty().get() != null);
            FxToolkit.run(() -> ((ButtonBase) app.window().scene().lookup("#rail-tune")).fire());
            ScreenPictures.settle();
            all(app, "workspace-tune-empty", Language.ENGLISH);
            search(app);
            all(app, "workspace-tune", Language.values());
            views(app);
        } finally {
            FxToolkit.run(() -> Messages.languageProperty().set(Language.ENGLISH));
        }
    }

    private void search(AppWindow app) {
        TuneModel model = app.window().parts().tune().model();
        FxToolkit.run(() -> {
            TunePlan plan = model.planProperty().get();
            model.planProperty().set(plan.withKnobs(KNOBS.stream().map(VaryText::read).toList())
                    .withChosen(plan.chosen().with(StudySettings.PRUNER, PrunerName.HYPERBAND).with(StudySettings.TRIALS, 150L)));
            model.start();
        });
        await("the search is done", () -> model.standProperty().get().state() == TuneState.DONE);
        ScreenPictures.settle();
    }

    private static void views(AppWindow app) throws IOException {
        for (String view : Stream.of("slices", "contour").toList()) {
            FxToolkit.run(() -> app.window().shownProperty().set(app.window().parts().tune().large().stream()
                    .filter(screen -> screen.titleKey().endsWith(view)).findFirst().orElseThrow()));
            ScreenPictures.settle();
            ScreenPictures.write(app, "tune-" + view + "-light", Theme.LIGHT, 1440, 900);
        }
    }

    private static void all(AppWindow app, String name, Language... languages) throws IOException {
        for (Language language : languages) {
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
