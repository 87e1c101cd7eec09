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
import downhill.ui.chart.LineChart;
import downhill.ui.chart.PickChart;
import downhill.ui.fx.FxTest;
import downhill.ui.fx.FxToolkit;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.session.Demo;
import downhill.ui.theme.Theme;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
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
    private static final int SECONDS = 8;
    /** Any port that is free. */
    private static final String ANY = "0";

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
        until(() -> !node(app, "#deploy-run").isDisabled() && node(app, "#deploy-whole").lookupAll(".label").stream()
                .anyMatch(each -> each instanceof Label label && label.getText().equals(Numbers.count(STEPS))));
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
        until(() -> node(app, "#deploy-serve-port") != null);
        FxToolkit.run(() -> ((TextField) node(app, "#deploy-serve-port")).setText(ANY));
        fire(app, "deploy-serve-start");
        until(() -> label(app, "#deploy-serve-status").contains("http://"));
        String address = FxToolkit.call(() -> label(app, "#deploy-serve-status")).replaceAll(".*(http://[0-9.:]+/).*", "$1");
        for (int second = 1; second <= SECONDS; second++) {
            ask(address + "v2/models/adam/predict", (int) (60 + 40 * Math.sin(second)));
            int wanted = second;
            until(() -> node(app, "#deploy-serve-rate") instanceof LineChart chart && !chart.series().isEmpty()
                    && chart.series().get(0).points().size() > wanted);
        }
        tab(app, "serve", () -> !((TableView<?>) node(app, "#deploy-drift")).getItems().isEmpty());
        fire(app, "deploy-serve-start");
        tab(app, "try", () -> node(app, "#deploy-try-why") instanceof PickChart chart && !chart.drawing().isEmpty());
        tab(app, "report", () -> node(app, "#deploy-report-save") != null);
    }

    private static void choose(AppWindow app, String name) {
        FxToolkit.run(() -> app.window().scene().getRoot().lookupAll(".toggle-button").stream().map(ToggleButton.class::cast)
                .filter(button -> Messages.text("deploy.tab." + name).equals(button.getText())).findFirst().orElseThrow().fire());
    }

    private static String label(AppWindow app, String id) {
        return node(app, id) instanceof Label label ? label.getText() : "";
    }

    /** Some rows of the digits, one of them with a value that training has never seen. */
    private static void ask(String address, int times) {
        String cells = IntStream.range(0, 64).mapToObj(i -> "\"pixel_" + i / 8 + "_" + i % 8 + "\":" + (i == 27 ? times / 3 : 4 + i % 8))
                .collect(Collectors.joining(","));
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .POST(BodyPublishers.ofString("{\"rows\":[{" + cells + "}]}")).build();
        HttpClient client = HttpClient.newHttpClient();
        for (int i = 0; i < times; i++) {
            client.sendAsync(request, BodyHandlers.discarding()).join();
        }
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
