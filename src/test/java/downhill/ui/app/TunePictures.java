package downhill.ui.app;

import downhill.race.document.Experiment;
import downhill.study.StudySettings;
import downhill.study.StudySettings.PrunerName;
import downhill.study.space.VaryText;
import downhill.ui.fx.FxTest;
import downhill.ui.fx.FxToolkit;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.Screen;
import downhill.ui.session.Demo;
import downhill.ui.theme.Theme;
import downhill.ui.tune.TuneModel;
import downhill.ui.tune.TunePlan;
import downhill.ui.tune.TuneState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.scene.control.ButtonBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writes the workspace Tune, before and after a search, to {@code docs/screens}: {@code mvn test -Dtest=TunePictures}. Not part of the
 * tests that always run.
 */
class TunePictures extends FxTest {
    private static final long STEPS = 270;
    private static final List<String> KNOBS = List.of("optimizer=adam,sgd,momentum,rmsprop", "learningRate=1e-4..1:log", "batch=8..64:log",
            "l2=1e-6..0.1:log", "schedule=constant,cosine");

    @Test
    void theSearch(@TempDir Path settings) throws IOException {
        try (AppWindow app = AppWindow.show(1440, 900, new StoredFiles(settings.resolve("recent.txt")))) {
            Experiment demo = Demo.experiment("Iris: which settings are worth it?");
            FxToolkit.run(() -> app.session().open(demo.withTraining(demo.training().withSteps(STEPS)), null, null));
            await("the data are there", () -> app.session().dataProperty().get() != null);
            FxToolkit.run(() -> ((ButtonBase) app.window().scene().lookup("#rail-tune")).fire());
            ScreenPictures.settle();
            ScreenPictures.both(app, "workspace-tune-empty", Language.values());
            search(app);
            ScreenPictures.both(app, "workspace-tune", Language.values());
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
                    .withChosen(plan.chosen().with(StudySettings.PRUNER, PrunerName.HYPERBAND).with(StudySettings.TRIALS, 90L)));
            model.start();
        });
        patiently("the search is done", () -> model.standProperty().get().state() == TuneState.DONE);
        ScreenPictures.settle();
    }

    private static void views(AppWindow app) throws IOException {
        for (String view : Stream.of("slices", "contour", "map", "finder").toList()) {
            Screen screen = app.window().parts().tune().large().stream().filter(each -> each.titleKey().endsWith(view)).findFirst()
                    .orElseThrow();
            FxToolkit.run(() -> app.window().shownProperty().set(screen));
            sweep(screen);
            ScreenPictures.settle();
            ScreenPictures.write(app, "tune-" + view + "-light", Theme.LIGHT, 1440, 900);
        }
    }

    /** Presses what begins it, where there is such a thing, and waits for its end. */
    private static void sweep(Screen screen) {
        ButtonBase begin = (ButtonBase) screen.options().lookupAll(".button").stream().filter(node -> node instanceof ButtonBase one
                && List.of("Draw", "Find rates").contains(one.getText())).findFirst().orElse(null);
        if (begin != null) {
            FxToolkit.run(begin::fire);
            ScreenPictures.settle();
            patiently("it is done", () -> !begin.isDisabled());
        }
    }

    /** A picture may take longer than a test. */
    private static void patiently(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofMinutes(4).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            ScreenPictures.settle();
        }
        await(what, condition);
    }
}
