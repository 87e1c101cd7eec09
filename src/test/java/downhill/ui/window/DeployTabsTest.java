package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.RaceState;
import downhill.store.OnnxStore;
import downhill.ui.chart.PickChart;
import downhill.ui.chart.WaterfallDrawing;
import downhill.ui.control.Segments;
import downhill.ui.fx.FxTest;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.deploy.Deploy;
import downhill.ui.session.Demo;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The other tabs of Deploy: a model is taken away, served, tried and told of, by keyboard; one window is walked through. */
class DeployTabsTest extends FxTest {
    private static final int STEPS = 60;
    private static OpenWindow open;

    @BeforeAll
    static void train() {
        open = OpenWindow.live(1440, 900);
        open.open(Demo.experiment("Iris"));
        await("the race is ready", () -> open.session.snapshotProperty().get().state() == RaceState.PAUSED);
        open.press(KeyCode.DIGIT7, KeyCode.CONTROL);
        runFx(() -> open.session.race().step(STEPS));
        await("the model is taken", () -> open.session.snapshotProperty().get().step() == STEPS
                && open.session.snapshotProperty().get().state() == RaceState.PAUSED && !node("#deploy-run").isDisabled());
    }

    @AfterAll
    static void closeWindow() {
        open.close();
    }

    private static Node node(String id) {
        return open.window.scene().lookup(id);
    }

    private static String label(String id) {
        return onFx(() -> node(id) instanceof Label label ? label.getText() : "");
    }

    /** By its digit. */
    private static void tab(KeyCode digit) {
        open.press(KeyCode.ESCAPE);
        runFx(() -> open.window.scene().getRoot().requestFocus());
        open.press(digit);
    }

    @Test
    void theChosenFormIsTakenAwayAndProvesItselfOnStoredRows() throws Exception {
        tab(KeyCode.DIGIT2);
        await("what can be taken away is known", () -> node("#deploy-away-onnx") != null && !node("#deploy-away-onnx").isDisabled());
        assertThat(label("#deploy-away-about")).contains(Messages.text("deploy.name.whole"));
        assertThat(onFx(() -> node("#deploy-away").lookupAll(".label").stream().map(each -> ((Label) each).getText())
                .filter(each -> each.startsWith("Not in a script of it: ")).count())).as("what a script lacks is told before").isOne();
        open.picker.save = open.folder().resolve("small.onnx");
        runFx(() -> ((ButtonBase) node("#deploy-away-onnx")).fire());
        await("it is asked", () -> label("#deploy-told-onnx").contains("small.onnx, with 20 rows"));
        assertThat(label("#deploy-told-onnx")).contains("at most 1.0e-05");
        assertThat(label("#deploy-proof-onnx")).startsWith("✓");
        assertThat(OnnxStore.read(open.picker.save).steps()).isPresent();
        open.picker.save = Files.writeString(open.folder().resolve("mine.html"), "<p>not Downhill's</p>");
        runFx(() -> ((ButtonBase) node("#deploy-away-html")).fire());
        await("it is refused", () -> label("#deploy-told-html").contains("mine.html"));
        assertThat(open.picker.save).hasContent("<p>not Downhill's</p>");
    }

    private static HttpResponse<String> post(String address, String body) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(address)).POST(HttpRequest.BodyPublishers.ofString(body))
                .build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void serveAt(String host, int port) {
        runFx(() -> {
            ((TextField) node("#deploy-serve-host")).setText(host);
            ((TextField) node("#deploy-serve-port")).setText(String.valueOf(port));
            open.window.commands().execute(open.window.table().get("deploy.serve"));
        });
    }

    @Test
    void modelsAreServedAndWhatIsAskedOfThemIsCounted() throws Exception {
        tab(KeyCode.DIGIT3);
        await("the form is there", () -> node("#deploy-serve-host") != null);
        serveAt("127.0.0.1", 70_000);
        await("it is no port", () -> label("#deploy-serve-problem").startsWith("70000 is no port"));
        serveAt("0.0.0.0", 0);
        await("it is refused", () -> label("#deploy-serve-problem").contains("needs a token"));
        serveAt("127.0.0.1", 0);
        await("it answers", () -> label("#deploy-serve-status").contains("http://127.0.0.1:"));
        String address = label("#deploy-serve-status").replaceAll(".*(http://127.0.0.1:[0-9]+/).*", "$1");
        HttpResponse<String> answer = post(address + "v2/models/adam/predict",
                "{\"rows\":[{\"sepal_length\":99,\"sepal_width\":3.5,\"petal_length\":1.4,\"petal_width\":0.2}]}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        await("what was asked far outside of training is shown", () -> ((TableView<?>) node("#deploy-drift")).lookupAll(".table-cell")
                .stream().anyMatch(each -> each.getStyleClass().contains("warning-text")));
        runFx(() -> ((ButtonBase) node("#deploy-serve-again")).fire());
        await("the next version answers", () -> post0(address + "v2/models/adam/predict").contains("\"model_version\":\"2\""));
        runFx(() -> open.window.commands().execute(open.window.table().get("deploy.serve")));
        await("it has ended", () -> label("#deploy-serve-status").equals(Messages.text("deploy.serve.off")));
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            serveAt("127.0.0.1", taken.getLocalPort());
            await("it is told", () -> label("#deploy-serve-problem").contains("is taken by another program"));
        }
    }

    private static String post0(String address) {
        try {
            return post(address, "{\"rows\":[{\"sepal_length\":5,\"sepal_width\":3.5,\"petal_length\":1.4,\"petal_width\":0.2}]}").body();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void theChosenFormIsTriedOnRowsOfTheDataAndSaysWhy() {
        tab(KeyCode.DIGIT4);
        await("it answers", () -> tried("#scoring-place").contains("row 1 of")
                && within("#scoring-answers").getAccessibleText().contains("Adam"));
        await("and says why", () -> why() != null && why().steps().size() == 4);
        WaterfallDrawing first = why();
        assertThat(label("#deploy-try-title")).isEqualTo(Messages.text("deploy.try.of", "setosa"));
        assertThat(label("#deploy-try-words")).isEqualTo(Messages.text("deploy.try.exact", "20"));
        double sum = first.base() + first.steps().stream().mapToDouble(WaterfallDrawing.Step::value).sum();
        assertThat(sum).as("shares add up to what is said").isBetween(0.0, 1.0);
        runFx(() -> ((ButtonBase) within("#scoring-next")).fire());
        await("the next row", () -> tried("#scoring-place").contains("row 2 of") && why() != null && !why().steps().equals(first.steps()));
        runFx(() -> ((TextField) within("#scoring-field-0")).setText("99"));
        await("what is beyond training is told", () -> tried("#scoring-outside").equals(Messages.text("scoring.beyond.one", "1")));
    }

    /** In the tab alone: the panel of the race has fields of the same names. */
    private static Node within(String id) {
        return node("#deploy-try") == null ? null : node("#deploy-try").lookup(id);
    }

    private static String tried(String id) {
        return onFx(() -> within(id) instanceof Label label ? label.getText() : "");
    }

    private static WaterfallDrawing why() {
        return onFx(() -> node("#deploy-try-why") instanceof PickChart chart && chart.drawing() instanceof WaterfallDrawing drawing
                && !drawing.isEmpty() ? drawing : null);
    }

    @Test
    void aReportIsWrittenInTheLanguageAndLookThatWereChosen() throws Exception {
        tab(KeyCode.DIGIT5);
        await("the form is there", () -> node("#deploy-report-purpose") != null);
        open.picker.save = open.folder().resolve("told.html");
        runFx(() -> {
            ((TextArea) node("#deploy-report-purpose")).setText("To be <looked> at.");
            ((CheckBox) node("#deploy-report-verdict")).setSelected(false);
            ((CheckBox) node("#deploy-report-why")).setSelected(false);
            ((ButtonBase) ((Segments<?>) node("#deploy-report-language")).getChildren().get(1)).fire();
            ((ButtonBase) ((Segments<?>) node("#deploy-report-look")).getChildren().get(2)).fire();
            ((ButtonBase) node("#deploy-report-save")).fire();
        });
        await("it is written", () -> node("#deploy-report-open").isVisible());
        assertThat(Files.readString(open.picker.save)).contains("To be &lt;looked&gt; at.", "<html lang=\"zh-CN\">", "color-scheme: dark")
                .doesNotContain("prefers-color-scheme: dark) { :root");
        runFx(() -> ((CheckBox) node("#deploy-report-folder")).setSelected(true));
        runFx(() -> open.window.commands().execute(open.window.table().get("deploy.report")));
        await("the folder is there", () -> Files.exists(open.folder().resolve("told").resolve("report.html")));
    }
}
