package downhill.ui.app;

import downhill.data.Scaling;
import downhill.data.TaskKind;
import downhill.data.source.SampleData;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Initializer;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.race.RaceState;
import downhill.race.document.ContenderSpec;
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
import java.util.Map;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writes the window with findings of the run doctor, and its sheet, to {@code docs/screens}: {@code mvn test -Dtest=DoctorPictures}. Not
 * part of the tests that always run.
 */
class DoctorPictures extends FxTest {
    private static final Duration PATIENCE = Duration.ofSeconds(300);

    @Test
    void findingsAndWhatWasTried(@TempDir Path settings) throws IOException {
        try (AppWindow app = AppWindow.show(1440, 900, new StoredFiles(settings.resolve("recent.txt")))) {
            FxToolkit.run(() -> app.session().open(ill(), null, null));
            FxToolkit.run(() -> app.session().race().start());
            app.await(now -> now.state() == RaceState.ENDED, PATIENCE);
            await("it was looked at", () -> app.window().parts().doctor().isSettled());
            ScreenPictures.settle();
            all(app, "doctor");
            FxToolkit.run(() -> app.window().parts().doctor().open());
            ScreenPictures.settle();
            all(app, "doctor-sheet");
            FxToolkit.run(() -> ((Button) app.window().scene().lookup(".doctor-try")).fire());
            await("it was tried", () -> app.session().snapshotProperty().get().contenders().size() == 4);
            app.await(now -> now.state() == RaceState.ENDED, PATIENCE);
            await("it was looked at", () -> app.window().parts().doctor().isSettled());
            ScreenPictures.settle();
            all(app, "doctor-tried");
            FxToolkit.run(() -> app.window().sheets().close());
            ScreenPictures.settle();
            all(app, "doctor-after");
        } finally {
            FxToolkit.run(() -> Messages.languageProperty().set(Language.ENGLISH));
        }
    }

    /** What all share, and more than one remedy. */
    @Test
    void whatAllShare(@TempDir Path settings) throws IOException {
        try (AppWindow app = AppWindow.show(1440, 900, new StoredFiles(settings.resolve("recent.txt")))) {
            FxToolkit.run(() -> app.session().open(unscaled(), null, null));
            FxToolkit.run(() -> app.session().race().start());
            app.await(now -> now.state() == RaceState.ENDED, PATIENCE);
            await("it was looked at", () -> app.window().parts().doctor().isSettled());
            FxToolkit.run(() -> app.window().parts().doctor().open());
            ScreenPictures.settle();
            all(app, "doctor-shared");
            FxToolkit.run(() -> app.window().sheets().close());
            ScreenPictures.settle();
            all(app, "doctor-many");
        } finally {
            FxToolkit.run(() -> Messages.languageProperty().set(Language.ENGLISH));
        }
    }

    private static Experiment unscaled() {
        Experiment demo = Demo.experiment("Breast cancer: what is wrong here?");
        ModelSpec model = new ModelSpec(new Architecture.Mlp(List.of(16, 16), Activation.TANH), Loss.defaultFor(TaskKind.BINARY),
                Initializer.DEFAULT, 0);
        return demo.withProblem(new Problem.Learning(SampleData.of("breast-cancer").spec().withScaling(Scaling.NONE), model))
                .withTraining(demo.training().withSteps(300)).withContenders(List.of(
                        ContenderSpec.of("c1", "SGD", "sgd", Map.of("learningRate", 0.05), 0),
                        ContenderSpec.of("c2", "Momentum", "momentum", Map.of("learningRate", 1e-6, "momentum", 0.9), 1),
                        ContenderSpec.of("c3", "RMSprop", "rmsprop", Map.of("learningRate", 1.0), 2),
                        ContenderSpec.of("c4", "Adam", "adam", Map.of("learningRate", 2.0), 3)));
    }

    private static Experiment ill() {
        Experiment demo = Demo.experiment("Iris: what is wrong here?");
        return demo.withTraining(demo.training().withSteps(600)).withContenders(List.of(
                ContenderSpec.of("c1", "SGD", "sgd", Map.of("learningRate", 0.001), 0),
                ContenderSpec.of("c2", "Momentum", "momentum", Map.of("learningRate", 0.01, "momentum", 0.9), 1),
                ContenderSpec.of("c3", "Adam", "adam", Map.of("learningRate", 1.0), 3)));
    }

    static void all(AppWindow app, String name) throws IOException {
        for (Language language : Language.values()) {
            FxToolkit.run(() -> Messages.languageProperty().set(language));
            ScreenPictures.settle();
            String to = name + (language == Language.ENGLISH ? "-en" : "-zh");
            ScreenPictures.write(app, to + "-light-1440x900", Theme.LIGHT, 1440, 900);
            ScreenPictures.write(app, to + "-dark-1100x700", Theme.DARK, 1100, 700);
        }
        FxToolkit.run(() -> Messages.languageProperty().set(Language.ENGLISH));
    }
}
