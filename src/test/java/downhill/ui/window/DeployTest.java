package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.model.TrainedModel;
import downhill.race.RaceState;
import downhill.race.document.ContenderSpec;
import downhill.store.ModelStore;
import downhill.store.OnnxStore;
import downhill.ui.chart.FrontDrawing;
import downhill.ui.chart.PickChart;
import downhill.ui.chart.WaterfallDrawing;
import downhill.ui.control.NumberField;
import downhill.ui.control.Segments;
import downhill.ui.fx.FxTest;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.screen.Screen;
import downhill.ui.screen.deploy.Deploy;
import downhill.ui.screen.deploy.DeployWays;
import downhill.ui.session.Demo;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A contender's model is made smaller, judged and put to use, by keyboard; one window is walked through. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeployTest extends FxTest {
    private static final int STEPS = 60;
    private static final String PRUNED = Messages.text("deploy.name.prune.magnitude", Numbers.percent("70"));
    private static OpenWindow open;

    @BeforeAll
    static void enterDeploy() {
        open = OpenWindow.live(1440, 900);
        open.open(Demo.experiment("Iris"));
        await("the race is ready", () -> open.session.snapshotProperty().get().state() == RaceState.PAUSED);
        open.press(KeyCode.DIGIT7, KeyCode.CONTROL);
        runFx(() -> open.window.scene().getRoot().requestFocus());
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

    private static boolean can(String id) {
        return onFx(() -> open.window.commands().meant(open.window.table().get(id)).isEnabled());
    }

    private static String why(String id) {
        return onFx(() -> open.window.commands().meant(open.window.table().get(id)).obstacle());
    }

    private static void step(int to) {
        runFx(() -> open.session.race().step(STEPS));
        await("it has stepped", () -> open.session.snapshotProperty().get().step() == to
                && open.session.snapshotProperty().get().state() == RaceState.PAUSED);
    }

    private static FrontDrawing front() {
        return onFx(() -> node("#deploy-front") instanceof PickChart chart && chart.drawing() instanceof FrontDrawing drawing ? drawing : null);
    }

    private static void choose(String name) {
        for (int i = 0; i < 12 && !label("#deploy-variant-name").equals(name); i++) {
            open.press(KeyCode.PAGE_DOWN, KeyCode.CONTROL, KeyCode.SHIFT);
        }
        assertThat(label("#deploy-variant-name")).isEqualTo(name);
    }

    @Test
    @Order(1)
    void beforeAnybodyHasLearnedItIsSaidWhatToDo() {
        assertThat(onFx(() -> open.window.workspaces().chosenProperty().get().id())).isEqualTo("deploy");
        assertThat(can("deploy.make")).isFalse();
        assertThat(why("deploy.make")).isEqualTo(Messages.text("why.deploy.untrained"));
        assertThat(onFx(() -> ((ButtonBase) node("#deploy-run")).isDisabled())).isTrue();
    }

    @Test
    @Order(2)
    void allFormsAreMadeAndEachIsADiscThatCanBeChosenByKeyboard() {
        step(STEPS);
        await("the model of this step is taken", () -> can("deploy.make") && node("#deploy-whole").lookupAll(".label").stream()
                .anyMatch(each -> each instanceof Label label && label.getText().equals(String.valueOf(STEPS))));
        open.press(KeyCode.M, KeyCode.CONTROL, KeyCode.SHIFT);
        await("all are made", () -> front() != null && front().discs().size() == 9 && can("deploy.make"));
        assertThat(front().front().size()).isPositive();
        assertThat(label("#deploy-variant-name")).isEqualTo(Messages.text("deploy.name.whole"));
        open.press(KeyCode.PAGE_DOWN, KeyCode.CONTROL, KeyCode.SHIFT);
        assertThat(label("#deploy-variant-name")).isEqualTo(PRUNED);
        assertThat(label("#deploy-verdict")).contains("the whole model", Messages.text("deploy.judged", "30"));
        assertThat(front().discs()).filteredOn(FrontDrawing.Disc::chosen).extracting(FrontDrawing.Disc::name).containsExactly(PRUNED);
    }

    @Test
    @Order(3)
    void aWishTakesTheKeyboardAndGivesItBack() {
        runFx(() -> open.window.commands().execute(open.window.table().get("deploy.add")));
        assertThat(onFx(() -> open.window.sheets().isVisible())).isTrue();
        open.press(KeyCode.ESCAPE);
        await("the sheet is closed", () -> !open.window.sheets().isVisible());
        runFx(() -> open.window.scene().getRoot().requestFocus());
    }

    @Test
    @Order(3)
    void formsStayWhenTheWorkspaceIsLeftAndAreStaleWhenTheRaceGoesOn() {
        runFx(() -> open.window.workspaces().choose("train"));
        step(2 * STEPS);
        runFx(() -> open.window.workspaces().choose("deploy"));
        await("it is told that they are of an earlier step", () -> onFx(() -> open.window.scene().getRoot().lookupAll(".warning-text").stream()
                .anyMatch(each -> each instanceof Label label && label.getText().equals(Messages.text("deploy.stale", "Adam", "60")))));
        assertThat(front().discs()).hasSize(9);
    }

    @Test
    @Order(4)
    void theChosenFormIsSavedAsAModelOfItsOwn() throws Exception {
        choose("int8");
        open.picker.save = open.folder().resolve("small.downhill-model");
        runFx(() -> ((ButtonBase) node("#deploy-save")).fire());
        await("it is saved", () -> Files.exists(open.picker.save));
        TrainedModel read = ModelStore.read(Path.of(open.picker.save.toString()));
        assertThat(read.model().quantisation()).isNotNull();
        assertThat(read.name()).isEqualTo("Adam int8-static");
    }

    /** By its digit. */
    private static void tab(KeyCode digit) {
        open.press(KeyCode.ESCAPE);
        runFx(() -> open.window.scene().getRoot().requestFocus());
        open.press(digit);
    }

    @Test
    @Order(4)
    void theChosenFormIsTakenAwayAndProvesItselfOnStoredRows() throws Exception {
        choose("int8");
        tab(KeyCode.DIGIT2);
        await("what can be taken away is known", () -> node("#deploy-away-onnx") != null && !node("#deploy-away-onnx").isDisabled());
        assertThat(label("#deploy-away-about")).contains("int8");
        assertThat(onFx(() -> node("#deploy-away").lookupAll(".label").stream().map(each -> ((Label) each).getText())
                .filter(each -> each.contains("no gradient moves a whole number")).count())).as("what a script lacks is told before").isOne();
        open.picker.save = open.folder().resolve("small.onnx");
        runFx(() -> ((ButtonBase) node("#deploy-away-onnx")).fire());
        await("it is asked", () -> label("#deploy-told-onnx").contains("small.onnx, with 20 rows"));
        assertThat(label("#deploy-told-onnx")).contains("at most 5.0e-02");
        assertThat(label("#deploy-proof-onnx")).startsWith("✓");
        assertThat(OnnxStore.read(open.picker.save).steps()).isPresent();
        open.picker.save = Files.writeString(open.folder().resolve("mine.html"), "<p>not Downhill's</p>");
        runFx(() -> ((ButtonBase) node("#deploy-away-html")).fire());
        await("it is refused", () -> label("#deploy-told-html").contains("mine.html"));
        assertThat(open.picker.save).hasContent("<p>not Downhill's</p>");
        tab(KeyCode.DIGIT1);
    }

    private static HttpResponse<String> post(String address, String body) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(address)).POST(HttpRequest.BodyPublishers.ofString(body))
                .build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void serveAt(String host, int port) {
        runFx(() -> {
            ((TextField) node("#deploy-serve-host")).setText(host);
            ((NumberField) node("#deploy-serve-port")).setText(String.valueOf(port));
            open.window.commands().execute(open.window.table().get("deploy.serve"));
        });
    }

    @Test
    @Order(4)
    void modelsAreServedAndWhatIsAskedOfThemIsCounted() throws Exception {
        tab(KeyCode.DIGIT3);
        serveAt("0.0.0.0", 0);
        await("it is refused", () -> label("#deploy-serve-problem").contains("needs a token"));
        serveAt("127.0.0.1", 0);
        await("it answers", () -> label("#deploy-serve-status").contains("http://127.0.0.1:"));
        String address = label("#deploy-serve-status").replaceAll(".*(http://127.0.0.1:[0-9]+/).*", "$1");
        HttpResponse<String> answer = post(address + "v2/models/adam-int8-static/predict",
                "{\"rows\":[{\"sepal_length\":99,\"sepal_width\":3.5,\"petal_length\":1.4,\"petal_width\":0.2}]}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        await("what was asked far outside of training is shown", () -> ((TableView<?>) node("#deploy-drift")).lookupAll(".table-cell")
                .stream().anyMatch(each -> each.getStyleClass().contains("warning-text")));
        runFx(() -> ((ButtonBase) node("#deploy-serve-again")).fire());
        await("the next version answers", () -> post0(address + "v2/models/adam-int8-static/predict").contains("\"model_version\":\"2\""));
        runFx(() -> open.window.commands().execute(open.window.table().get("deploy.serve")));
        await("it has ended", () -> label("#deploy-serve-status").equals(Messages.text("deploy.serve.off")));
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            serveAt("127.0.0.1", taken.getLocalPort());
            await("it is told", () -> label("#deploy-serve-problem").contains("is taken by another program"));
        }
        tab(KeyCode.DIGIT1);
    }

    private static String post0(String address) {
        try {
            return post(address, "{\"rows\":[{\"sepal_length\":5,\"sepal_width\":3.5,\"petal_length\":1.4,\"petal_width\":0.2}]}").body();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    @Order(4)
    void theChosenFormIsTriedOnRowsOfTheDataAndSaysWhy() {
        choose("int8");
        tab(KeyCode.DIGIT4);
        await("it answers", () -> tried("#scoring-place").contains("row 1 of") && within("#scoring-answers").getAccessibleText().contains("int8"));
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
        tab(KeyCode.DIGIT1);
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
    @Order(4)
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
        tab(KeyCode.DIGIT1);
    }

    @Test
    @Order(5)
    void aFormOfAnotherShapeSaysWhyItCannotRace() {
        String taught = front().discs().stream().map(FrontDrawing.Disc::name).filter(each -> each.endsWith(" distilled")).findFirst()
                .orElseThrow();
        choose(taught);
        assertThat(can("deploy.race")).isFalse();
        assertThat(why("deploy.race")).contains("share one model");
    }

    @Test
    @Order(6)
    void nothingOfItListensAnyMoreOnceItIsClosedAndItsWorkEnds() {
        List<Integer> before = Leaks.listening(open);
        List<WeakReference<Object>> gone = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            gone.add(new WeakReference<>(openedAndClosed()));
        }
        assertThat(Leaks.listening(open)).isEqualTo(before);
        Leaks.awaitAllGone(gone, 0);
    }

    private static Object openedAndClosed() {
        return onFx(() -> {
            Deploy deploy = new Deploy(open.session, open.window.sheets(), open.picker, new DeployWays(() -> { }, view -> { },
                    words -> { }, words -> { }));
            deploy.large().forEach(screen -> screen.setActive(true));
            deploy.setActive(true);
            deploy.frame();
            deploy.setActive(false);
            deploy.large().forEach(Screen::dispose);
            deploy.dispose();
            return deploy;
        });
    }

    @Test
    @Order(7)
    void aPrunedFormBecomesAContenderThatStartsFromItsNumbers() {
        choose(PRUNED);
        assertThat(why("deploy.race")).isEmpty();
        runFx(() -> ((ButtonBase) node("#deploy-race")).fire());
        await("it takes part", () -> open.session.experiment().contenders().stream().anyMatch(each -> each.name().contains("pruned")));
        ContenderSpec one = open.session.experiment().contenders().stream().filter(each -> each.name().contains("pruned")).findFirst()
                .orElseThrow();
        assertThat(one.settledWeights().start().row()).contains(0);
        assertThat(onFx(() -> open.window.workspaces().chosenProperty().get().id())).isEqualTo("train");
    }
}
