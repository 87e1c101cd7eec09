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
import downhill.ui.chart.FrontDrawing;
import downhill.ui.chart.PickChart;
import downhill.ui.fx.FxTest;
import downhill.ui.fx.FxToolkit;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Demo;
import downhill.ui.theme.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writes the workspace Deploy to {@code docs/screens}: {@code mvn test -Dtest=DeployPictures}. Not part of the tests that always run.
 */
class DeployPictures extends FxTest {
    private static final Duration PATIENCE = Duration.ofSeconds(300);
    private static final int STEPS = 800;
    /** The model itself and its usual variants. */
    private static final int FORMS = 9;

    @Test
    @Timeout(900)
    void everyLook(@TempDir Path settings) throws IOException {
        try (AppWindow app = AppWindow.show(1440, 900, new StoredFiles(settings.resolve("recent.txt")))) {
            open(app, digits());
            ScreenPictures.settle();
            ScreenPictures.both(app, "workspace-deploy-empty", Language.ENGLISH);
            run(app);
            fire(app, "deploy-run");
            until(() -> front(app) == FORMS && !node(app, "#deploy-run").isDisabled());
            ScreenPictures.settle();
            ScreenPictures.both(app, "workspace-deploy", Language.values());
            tabs(app);
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
        until(() -> app.session().race().isOpen() && app.session().dataProperty().get() != null);
        fire(app, "rail-deploy");
    }

    private static void run(AppWindow app) {
        FxToolkit.run(() -> app.session().race().step(STEPS));
        app.await(now -> now.state() == RaceState.PAUSED && now.step() == STEPS, PATIENCE);
        until(() -> !node(app, "#deploy-run").isDisabled());
    }

    private static Node node(AppWindow app, String id) {
        return app.window().scene().lookup(id);
    }

    private static int front(AppWindow app) {
        return node(app, "#deploy-front") instanceof PickChart chart && chart.drawing() instanceof FrontDrawing drawing
                ? drawing.discs().size() : 0;
    }

    /** Frame by frame, however long it takes. */
    private static void until(BooleanSupplier holds) {
        while (!FxToolkit.call(holds::getAsBoolean)) {
            nextFrame();
        }
    }

    /** The other tabs: in English and light, in Chinese, dark and small. */
    private static void tabs(AppWindow app) throws IOException {
        tab(app, "away", () -> node(app, "#deploy-away-onnx") != null && !node(app, "#deploy-away-onnx").isDisabled());
        choose(app, "serve");
        until(() -> node(app, "#deploy-serve-start") != null);
        fire(app, "deploy-serve-start");
        tab(app, "serve", () -> node(app, "#deploy-drift") != null && ((TableView<?>) node(app, "#deploy-drift")).getItems().size() > 0);
        fire(app, "deploy-serve-start");
        tab(app, "try", () -> node(app, "#deploy-try-why") instanceof PickChart chart && !chart.drawing().isEmpty());
        tab(app, "report", () -> node(app, "#deploy-report-save") != null);
    }

    private static void choose(AppWindow app, String name) {
        FxToolkit.run(() -> app.window().scene().getRoot().lookupAll(".toggle-button").stream().map(ToggleButton.class::cast)
                .filter(button -> Messages.text("deploy.tab." + name).equals(button.getText())).findFirst().orElseThrow().fire());
    }

    private static void tab(AppWindow app, String name, BooleanSupplier ready) throws IOException {
        choose(app, name);
        until(ready);
        ScreenPictures.settle();
        ScreenPictures.write(app, "workspace-deploy-" + name + "-light-en-1440x900", Theme.LIGHT, 1440, 900);
        FxToolkit.run(() -> Messages.languageProperty().set(Language.CHINESE));
        ScreenPictures.settle();
        ScreenPictures.write(app, "workspace-deploy-" + name + "-dark-zh-1100x700", Theme.DARK, 1100, 700);
        FxToolkit.run(() -> Messages.languageProperty().set(Language.ENGLISH));
    }
}
