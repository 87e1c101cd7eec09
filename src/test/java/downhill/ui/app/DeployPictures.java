package downhill.ui.app;

import downhill.data.TaskKind;
import downhill.data.source.SampleData;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.race.RaceState;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.ui.fx.FxTest;
import downhill.ui.fx.FxToolkit;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Demo;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.ButtonBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writes the workspace Deploy to {@code docs/screens}: {@code mvn test -Dtest=DeployPictures}. Not part of the tests that always run.
 */
class DeployPictures extends FxTest {
    private static final Duration PATIENCE = Duration.ofSeconds(300);
    private static final int STEPS = 800;

    @Test
    void everyLook(@TempDir Path settings) throws IOException {
        try (AppWindow app = AppWindow.show(1440, 900, new StoredFiles(settings.resolve("recent.txt")))) {
            open(app, digits());
            ScreenPictures.settle();
            ScreenPictures.both(app, "workspace-deploy-empty", Language.ENGLISH);
            run(app);
            fire(app, "deploy-run");
            FxTest.await("they are made", () -> !app.window().scene().lookup("#deploy-run").isDisabled());
            ScreenPictures.settle();
            ScreenPictures.both(app, "workspace-deploy", Language.values());
        } finally {
            FxToolkit.run(() -> Messages.languageProperty().set(Language.ENGLISH));
        }
    }

    private static void fire(AppWindow app, String id) {
        FxToolkit.run(() -> ((ButtonBase) app.window().scene().lookup("#" + id)).fire());
    }

    private static Experiment digits() {
        return Demo.experiment("Digits: which form is worth taking away?").withProblem(new Problem.Learning(SampleData.of("digits").spec(),
                new ModelSpec(new Architecture.Mlp(List.of(64, 32), Activation.RELU), Loss.defaultFor(TaskKind.MULTICLASS))));
    }

    private static void open(AppWindow app, Experiment experiment) {
        FxToolkit.run(() -> app.session().open(experiment, null, null));
        await("the race is ready", () -> app.session().race().isOpen() && app.session().dataProperty().get() != null);
        fire(app, "rail-deploy");
    }

    private static void run(AppWindow app) {
        FxToolkit.run(() -> app.session().race().step(STEPS));
        app.await(now -> now.state() == RaceState.PAUSED && now.step() == STEPS, PATIENCE);
        FxTest.await("the model is taken", () -> !app.window().scene().lookup("#deploy-run").isDisabled());
    }
}
