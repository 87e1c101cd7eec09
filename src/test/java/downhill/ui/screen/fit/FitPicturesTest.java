package downhill.ui.screen.fit;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.Generator;
import downhill.data.TaskKind;
import downhill.data.source.SampleData;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.ui.chart.PlotKey;
import downhill.ui.fit.FitPicture;
import downhill.ui.fit.FitView;
import downhill.ui.fx.FxTest;
import downhill.ui.screen.Screen;
import downhill.ui.session.Demo;
import downhill.ui.theme.Theme;
import downhill.ui.window.LiveWindow;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.Test;

/** Fit and metrics of every kind of task in the real window over the real engine; pictures in {@code target/screenshots}. */
class FitPicturesTest extends FxTest {

    @Test
    void aLineIsACurve() {
        FitPicture picture = look("line", experiment(DataSpec.of(new DataSource.Generated(Generator.POLYNOMIAL, 120, 0.1, 3))
                .withTarget("y"),
                new Architecture.Mlp(List.of(8), Activation.TANH), TaskKind.REGRESSION), 200);
        assertThat(picture.panels()).hasSize(1);
    }

    @Test
    void diabetesHasPredictedAgainstActual() {
        look("diabetes", experiment(SampleData.of("diabetes").spec(), new Architecture.Mlp(List.of(8), Activation.TANH),
                TaskKind.REGRESSION), 200);
    }

    @Test
    void passengersHaveAForecast() {
        look("passengers", experiment(SampleData.of("air-passengers").spec(), new Architecture.Transformer(8, 2, 16), TaskKind.REGRESSION),
                80);
    }

    @Test
    void digitsHaveMaps() {
        look("digits", experiment(SampleData.of("digits").spec(), Architecture.Cnn.digits(), TaskKind.MULTICLASS), 20);
    }

    @Test
    void irisHasRegionsAndConfusionAndTheKeyboardChoosesAnotherView() {
        try (LiveWindow live = LiveWindow.open(Demo.experiment("Iris"), 1440, 900)) {
            FitController fit = live.window().parts().fit();
            show(live, fit);
            await("there are regions", () -> fit.shown().panels().size() == 4);
            runFx(() -> {
                Node choice = ((HBox) fit.options()).getChildren().get(0);
                choice.requestFocus();
                choice.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DOWN, false, false, false, false));
            });
            await("there is one plot with all curves", () -> fit.shown().panels().size() == 1);
            assertThat(onFx(() -> fit.shown().panels().get(0).plot().keys())).extracting(PlotKey::name)
                    .containsExactly("SGD", "Momentum", "RMSprop", "Adam");
            look(live, "iris", 300);
        }
    }

    /** In a small window, in which iris fits, too. */
    @Test
    void anotherExperimentIsNotAskedAboutTheStatesOfTheOneBefore() {
        try (LiveWindow live = LiveWindow.open(Demo.experiment("Iris"), 1100, 700)) {
            FitController fit = live.window().parts().fit();
            show(live, fit);
            await("there are regions", () -> fit.shown().panels().size() == 4);
            List<String> problems = new CopyOnWriteArrayList<>();
            runFx(() -> fit.feed().problemProperty().addListener((source, old, now) -> problems.add(now)));
            runFx(() -> fit.feed().siteProperty().addListener((source, old, now) -> {
                if (fit.feed().standpointProperty().get() != null && fit.feed().standpointProperty().get().site() != now) {
                    problems.add("who hears of another site finds the states of the one before");
                }
            }));
            for (Experiment next : List.of(Demo.experiment("Iris again"),
                    experiment(SampleData.of("diabetes").spec(), new Architecture.Linear(), TaskKind.REGRESSION),
                    Demo.experiment("Iris").withProblem(new Problem.Surface("x² + y²", 1, 1)), Demo.experiment("Iris once more"))) {
                runFx(() -> {
                    live.session().open(next, null, null);
                    fit.feed().frame(); // while the data are being read
                    assertThat(fit.feed().siteProperty().get()).isNull();
                });
                boolean surface = next.problem() instanceof Problem.Surface;
                await(next.title() + " is shown", () -> surface ? fit.feed().siteProperty().get() == null
                        : fit.shown() != FitPicture.NONE && fit.feed().standpointProperty().get() != null);
            }
            assertThat(problems).isEmpty();
            look(live, "iris-small", 60);
        }
    }

    private static Experiment experiment(DataSpec data, Architecture architecture, TaskKind task) {
        return Demo.experiment("Test").withProblem(new Problem.Learning(data, new ModelSpec(architecture, Loss.defaultFor(task))));
    }

    /** Steps, looks at every view of the fit and at the metrics, and gives the first picture of the fit. */
    private static FitPicture look(String name, Experiment document, int steps) {
        try (LiveWindow live = LiveWindow.open(document, 1440, 900)) {
            return look(live, name, steps);
        }
    }

    private static FitPicture look(LiveWindow live, String name, int steps) {
        FitController fit = live.window().parts().fit();
        show(live, fit);
        runFx(() -> live.session().race().step(steps));
        await("the race is at its step", () -> live.session().snapshotProperty().get().step() == steps);
        nextFrame();
        await("there is a picture", () -> !fit.shown().panels().isEmpty());
        List<FitView> views = onFx(() -> fit.model().views());
        FitPicture first = onFx(fit::shown);
        for (FitView view : views) {
            FitPicture before = onFx(fit::shown);
            runFx(() -> fit.choose(view));
            await("another picture", () -> fit.shown() != before);
            write(live, "fit-" + name + "-" + view.name().toLowerCase(java.util.Locale.ROOT), Theme.LIGHT);
        }
        write(live, "fit-" + name, Theme.DARK);
        show(live, live.window().parts().metrics());
        await("there are metrics", live.window().parts().metrics()::isShown);
        write(live, "metrics-" + name, Theme.DARK);
        write(live, "metrics-" + name, Theme.LIGHT);
        return first;
    }

    private static void show(LiveWindow live, Screen screen) {
        runFx(() -> live.window().shownProperty().set(screen));
        nextFrame();
    }

    /** Dressing the window takes longer than drawing it: each view in one theme, the last in both. */
    private static void write(LiveWindow live, String name, Theme theme) {
        if (onFx(() -> Theme.of(live.window().scene()).get()) != theme) {
            runFx(() -> theme.apply(live.window().scene()));
            nextFrame();
        }
        live.picture();
        live.write(name + "-" + theme.name().toLowerCase(java.util.Locale.ROOT));
    }
}
