package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.store.ModelStore;
import downhill.store.OnnxStore;
import downhill.ui.chart.PickChart;
import downhill.ui.chart.WaterfallDrawing;
import downhill.ui.control.Segments;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.deploy.Deploy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The other tabs of Deploy: a model is taken away, served, tried and told of, by keyboard; one window is walked through. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeployTabsTest extends DeployWindow {
    private static final String ROW = "{\"rows\":[{\"sepal_length\":%s,\"sepal_width\":3.5,\"petal_length\":1.4,\"petal_width\":0.2}]}";
    /** A proof asks another program, which is given as long. */
    private static final int PROGRAM_SECONDS = 120;
    private static final String TOKEN = "a-line-of-sixteen-signs-or-more";

    @BeforeAll
    static void train() {
        step(STEPS);
        await("the model is taken", () -> !node("#deploy-run").isDisabled());
    }

    /** By its digit. */
    private static void tab(KeyCode digit) {
        open.press(KeyCode.ESCAPE);
        runFx(() -> open.window.scene().getRoot().requestFocus());
        open.press(digit);
    }

    @Test
    @Order(1)
    void theChosenFormIsTakenAwayInEveryFormAndProvesItselfOnStoredRows() throws Exception {
        tab(KeyCode.DIGIT2);
        await("what can be taken away is known", () -> node("#deploy-away-onnx") != null && !node("#deploy-away-onnx").isDisabled());
        assertThat(label("#deploy-away-about")).contains(Messages.text("deploy.name.whole"));
        assertThat(onFx(() -> node("#deploy-away").lookupAll(".label").stream().map(each -> ((Label) each).getText())
                .filter(each -> each.startsWith("Not in a script of it: ")).count())).as("what a script lacks is told before").isOne();
        assertThat(onFx(() -> node("#deploy-away").lookupAll(".label").stream().map(each -> ((Label) each).getText())
                .filter(each -> each.matches("[0-9.]+ k?B")).count())).as("the size of each is told before").isEqualTo(7);
        assertThat(proved("onnx", "small.onnx")).contains("at most 1.0e-05");
        assertThat(label("#deploy-proof-onnx")).startsWith("✓");
        assertThat(OnnxStore.read(open.picker.save).steps()).isPresent();
        assertThat(proved("java", "Small.java")).contains("at most 1.0e-09");
        assertThat(label("#deploy-proof-java")).startsWith("✓");
        assertThat(written()).contains("public final class Small ");
        assertThat(proved("model", "small.downhill-model")).contains("at most 0");
        assertThat(ModelStore.read(open.picker.save).training().steps()).isEqualTo(STEPS);
        assertThat(proved("html", "small.html")).containsPattern("at most 1.0e-09|whenever it is opened");
        assertThat(proved("pytorch", "small.py")).containsPattern("at most 1.0e-09|python3 small.py --check");
        assertThat(written()).contains("def train(", "class Adam");
        assertThat(saved("notebook", "race.ipynb")).doesNotContain("rows");
        assertThat(written()).contains("\"nbformat\"", "Momentum");
        saved("rule", "adam.py");
        assertThat(written()).startsWith("import torch").contains("class Adam(torch.optim.Optimizer):");
        assertThat(onFx(() -> node("#deploy-away").lookupAll(".invalid-note").stream().filter(each -> each instanceof Label label
                && !label.getText().isEmpty()).count())).isZero();
    }

    @Test
    @Order(2)
    void aFileThatIsNotDownhillsOwnStays() throws Exception {
        tab(KeyCode.DIGIT2);
        open.picker.save = Files.writeString(open.folder().resolve("mine.html"), "<p>not Downhill's</p>");
        fire("#deploy-away-html");
        await("it is refused", () -> label("#deploy-told-html").contains("mine.html"));
        assertThat(open.picker.save).hasContent("<p>not Downhill's</p>");
    }

    /** Saves a form, which has rows for its proof; what is told of it. */
    private static String proved(String kind, String file) {
        assertThat(saved(kind, file)).contains(file + ", with 20 rows");
        assertThat(label("#deploy-proof-" + kind)).as(kind).isNotEmpty().doesNotStartWith("✗");
        return label("#deploy-told-" + kind);
    }

    private static String written() throws IOException {
        return Files.readString(open.picker.save);
    }

    private static String saved(String kind, String file) {
        open.picker.save = open.folder().resolve(file);
        fire("#deploy-away-" + kind);
        await(kind + " is saved", PROGRAM_SECONDS, () -> label("#deploy-told-" + kind).contains(file));
        assertThat(open.picker.save).isRegularFile();
        return label("#deploy-told-" + kind);
    }

    private static HttpResponse<String> post(String address, String length, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address)).POST(BodyPublishers.ofString(ROW.formatted(length)));
        try {
            return HttpClient.newHttpClient().send((headers.length == 0 ? request : request.headers(headers)).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void serveAt(String host, int port, String token) {
        runFx(() -> {
            ((TextField) node("#deploy-serve-host")).setText(host);
            ((TextField) node("#deploy-serve-port")).setText(String.valueOf(port));
            ((TextField) node("#deploy-serve-token")).setText(token);
        });
        command("deploy.serve");
    }

    /** Starts on a port that is free; where it answers. */
    private static String served(String token) {
        tab(KeyCode.DIGIT3);
        await("the form is there", () -> node("#deploy-serve-host") != null);
        serveAt("127.0.0.1", 0, token);
        await("it answers", () -> label("#deploy-serve-status").contains("http://127.0.0.1:"));
        return label("#deploy-serve-status").replaceAll(".*(http://127.0.0.1:[0-9]+/).*", "$1v2/models/adam/predict");
    }

    private static void ended() {
        command("deploy.serve");
        await("it has ended", () -> label("#deploy-serve-status").equals(Messages.text("deploy.serve.off")));
    }

    private static String problem() {
        return label("#deploy-serve-problem");
    }

    @Test
    @Order(3)
    void modelsAreServedAndWhatIsAskedOfThemIsCounted() throws Exception {
        String address = served("");
        HttpResponse<String> answer = post(address, "99");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        await("what was asked far outside of training is shown", () -> ((TableView<?>) node("#deploy-drift")).lookupAll(".table-cell")
                .stream().anyMatch(each -> each.getStyleClass().contains("warning-text")));
        fire("#deploy-serve-again");
        await("the next version answers", () -> post(address, "5").body().contains("\"model_version\":\"2\""));
        ended();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            serveAt("127.0.0.1", taken.getLocalPort(), "");
            await("it is told", () -> problem().contains("is taken by another program"));
        }
        serveAt("127.0.0.1", 70_000, "");
        await("it is no port", () -> problem().startsWith("70000 is no port"));
    }

    @Test
    @Order(4)
    void othersAreLetInByTheTokenAlone() {
        tab(KeyCode.DIGIT3);
        await("the form is there", () -> node("#deploy-serve-host") != null);
        serveAt("0.0.0.0", 0, "");
        await("it is refused without one", () -> problem().contains("needs a token"));
        serveAt("127.0.0.1", 0, "short");
        await("it is refused with one that is guessed soon", () -> problem().contains("16"));
        String address = served(TOKEN);
        assertThat(post(address, "5").statusCode()).isEqualTo(401);
        assertThat(post(address, "5", "Authorization", "Bearer " + TOKEN + "!").statusCode()).isEqualTo(401);
        assertThat(post(address, "5", "Authorization", "Bearer " + TOKEN).statusCode()).isEqualTo(200);
        ended();
    }

    @Test
    @Order(5)
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

    private static void report(String file, boolean judged) {
        tab(KeyCode.DIGIT5);
        await("the form is there", () -> node("#deploy-report-purpose") != null);
        open.picker.save = open.folder().resolve(file);
        runFx(() -> {
            ((CheckBox) node("#deploy-report-verdict")).setSelected(judged);
            ((CheckBox) node("#deploy-report-why")).setSelected(judged);
        });
    }

    @Test
    @Order(6)
    void aReportThatIsGivenUpLeavesNothing() throws Exception {
        report("given-up.html", true);
        runFx(() -> {
            ((ButtonBase) node("#deploy-report-save")).fire();
            ((ButtonBase) node("#deploy-report .link")).fire();
        });
        await("it is told", () -> label("#deploy-report-told").equals(Messages.text("deploy.report.cancelled")));
        report("whole.html", false);
        fire("#deploy-report-save");
        await("the next is written after it", () -> node("#deploy-report-open").isVisible());
        assertThat(open.picker.save).isRegularFile();
        try (Stream<Path> files = Files.list(open.folder())) {
            assertThat(files.map(each -> each.getFileName().toString())).noneMatch(each -> each.contains("given-up"));
        }
    }

    @Test
    @Order(7)
    void aReportIsWrittenInTheLanguageAndLookThatWereChosen() throws Exception {
        report("told.html", false);
        runFx(() -> {
            ((TextArea) node("#deploy-report-purpose")).setText("To be <looked> at.");
            ((ButtonBase) ((Segments<?>) node("#deploy-report-language")).getChildren().get(1)).fire();
            ((ButtonBase) ((Segments<?>) node("#deploy-report-look")).getChildren().get(2)).fire();
            ((ButtonBase) node("#deploy-report-save")).fire();
        });
        await("it is written", () -> node("#deploy-report-open").isVisible());
        assertThat(Files.readString(open.picker.save)).contains("To be &lt;looked&gt; at.", "<html lang=\"zh-CN\">", "color-scheme: dark")
                .doesNotContain("prefers-color-scheme: dark) { :root");
        runFx(() -> ((CheckBox) node("#deploy-report-folder")).setSelected(true));
        command("deploy.report");
        await("the folder is there", () -> Files.exists(open.folder().resolve("told").resolve("report.html")));
    }

    @Test
    @Order(8)
    void theServerEndsWithTheWindow() {
        int port = URI.create(served("")).getPort();
        assertThat(answers(port)).isTrue();
        closeWindow();
        await("nobody answers any more", () -> !answers(port));
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }
}
