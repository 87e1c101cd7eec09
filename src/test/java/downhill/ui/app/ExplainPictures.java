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
import downhill.ui.theme.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writes the workspace Explain to {@code docs/screens}: {@code mvn test -Dtest=ExplainPictures}. Not part of the tests that always run.
 */
class ExplainPictures extends FxTest {
    private static final Duration PATIENCE = Duration.ofSeconds(300);
    private static final int STEPS = 800;

    @Test
    void everyLook(@TempDir Path settings) throws IOException {
        try (AppWindow app = AppWindow.show(1440, 900, new StoredFiles(settings.resolve("recent.txt")))) {
            open(app, Demo.experiment("Iris: which features tell the kinds apart?"));
            ScreenPictures.settle();
            ScreenPictures.both(app, "workspace-explain-empty", Language.ENGLISH);
            run(app);
            ScreenPictures.both(app, "workspace-explain", Language.values());
            open(app, diabetes());
            run(app);
            ScreenPictures.both(app, "workspace-explain-numbers", Language.ENGLISH);
            for (String view : List.of("together", "row", "whatif", "compare")) {
                FxToolkit.run(() -> fire(app, Messages.text("explain.tab." + view)));
                answered(app);
                ScreenPictures.write(app, "explain-" + view + "-light", Theme.LIGHT, 1440, 900);
                ScreenPictures.write(app, "explain-" + view + "-dark-1100x700", Theme.DARK, 1100, 700);
            }
        } finally {
            FxToolkit.run(() -> Messages.languageProperty().set(Language.ENGLISH));
        }
    }

    private static void fire(AppWindow app, String words) {
        app.window().scene().getRoot().lookupAll(".segments .toggle-button").stream().map(ToggleButton.class::cast)
                .filter(one -> one.getText().equals(words)).findFirst().orElseThrow().fire();
    }

    private static Experiment diabetes() {
        return Demo.experiment("Diabetes: what moves the prediction?").withProblem(new Problem.Learning(SampleData.of("diabetes").spec(),
                new ModelSpec(new Architecture.Mlp(List.of(8), Activation.TANH), Loss.defaultFor(TaskKind.REGRESSION))));
    }

    private static void open(AppWindow app, Experiment experiment) {
        FxToolkit.run(() -> app.session().open(experiment, null, null));
        await("the race is ready", () -> app.session().race().isOpen() && app.session().dataProperty().get() != null);
        FxToolkit.run(() -> ((ButtonBase) app.window().scene().lookup("#rail-explain")).fire());
    }

    private static void run(AppWindow app) {
        FxToolkit.run(() -> app.session().race().step(STEPS));
        app.await(now -> now.state() == RaceState.PAUSED && now.step() == STEPS, PATIENCE);
        answered(app);
    }

    /** Until no picture is still to come, however long that takes. */
    private static void answered(AppWindow app) {
        for (int i = 0; i < 3; i++) {
            ScreenPictures.settle();
        }
        while (FxToolkit.call(() -> Stream.of(".work-strip", ".empty-state").flatMap(style -> app.window().scene().getRoot().lookupAll(style)
                .stream()).anyMatch(Node::isVisible))) {
            ScreenPictures.settle();
        }
        ScreenPictures.settle();
    }
}
