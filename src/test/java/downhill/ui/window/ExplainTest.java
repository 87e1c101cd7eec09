package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.chart.ChartDrawing;
import downhill.ui.chart.PickChart;
import downhill.ui.chart.SwarmDrawing;
import downhill.ui.chart.WaterfallDrawing;
import downhill.ui.control.Segments;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.Screen;
import downhill.ui.screen.explain.Explain;
import downhill.ui.session.Demo;
import java.lang.ref.WeakReference;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

/** A model is explained where it stands, while it learns and at every earlier step; nothing of that outlives the window. */
class ExplainTest extends ExplainWindow {
    private static final int STEPS = 60;

    @SuppressWarnings("unchecked")
    private TableView<Object> table() {
        return (TableView<Object>) open.window.scene().lookup("#explain-table");
    }

    private String words() {
        return onFx(() -> ((Label) open.window.scene().lookup("#explain-why-words")).getText());
    }

    @Test
    void aTreeSaysWhatTheModelSaysAndSmallChangesHaveItSaySomethingElse() {
        start(Demo.experiment("Iris"));
        assertThat(onFx(() -> open.window.commands().meant(open.window.table().get("explain.tree")).isEnabled())).isFalse();
        step(STEPS);
        await("small changes are told", () -> label("#explain-change-words").contains("→"));
        await("rules are told", () -> label("#explain-rules-words").contains("%"));
        runFx(() -> open.window.commands().execute(open.window.table().get("explain.tree")));
        assertThat(onFx(() -> open.window.sheets().shownTitle())).isEqualTo(Messages.text("explain.tree"));
        TextArea text = (TextArea) open.window.scene().lookup("#explain-tree-text");
        String lines = onFx(text::getText);
        assertThat(lines).contains("→");
        choose((Segments<?>) open.window.scene().lookup("#explain-tree-form"), 1);
        String sql = onFx(text::getText);
        assertThat(sql).contains("CASE WHEN");
        open.press(KeyCode.ESCAPE);
    }

    @Test
    void aRowIsExplainedWhereTheModelStandsAndSharesAddUpToWhatIsSaid() {
        start(Demo.experiment("Iris"));
        assertThat(onFx(() -> open.window.workspaces().chosenProperty().get().id())).isEqualTo("explain");
        assertThat(isEmpty("#explain-features")).as("before anybody has learned").isTrue();
        step(STEPS);
        await("rows are asked about", () -> onFx(() -> table().getItems().size()) == 30);
        await("the row is explained", () -> words().contains(Messages.text("explain.why.exact")));
        await("the swarm is there", () -> !isEmpty("#explain-features"));
        await("its effect is there", () -> !isEmpty("#explain-how"));
        await("when it was learned is there", () -> !isEmpty("#explain-learned"));
        WaterfallDrawing shares = (WaterfallDrawing) onFx(() -> chart("#explain-waterfall").drawing());
        assertThat(shares.steps()).hasSize(4);
        SwarmDrawing swarm = (SwarmDrawing) onFx(() -> chart("#explain-features").drawing());
        assertThat(swarm.swarms()).hasSize(4).allSatisfy(each -> assertThat(each.x()).hasSize(30));
        assertThat(swarm.strong()).as("the row that is explained").isNotNegative();
    }

    @Test
    void theNextRowIsOneKeyAwayAndStaysChosenInEveryWorkspace() {
        start(Demo.experiment("Iris"));
        step(STEPS);
        await("rows are asked about where the race rests", () -> onFx(() -> table().getItems().size() == 30 && explain().isSettled()));
        assertThat(onFx(() -> table().getSelectionModel().getSelectedIndex())).as("the worst").isZero();
        open.press(KeyCode.PAGE_DOWN, KeyCode.CONTROL);
        assertThat(onFx(() -> table().getSelectionModel().getSelectedIndex())).isEqualTo(1);
        int row = onFx(() -> open.session.selection().rowProperty().get());
        assertThat(row).isNotNegative();
        await("it is explained", () -> onFx(() -> ((Label) open.window.scene().lookup("#explain-why-row")).getText())
                .equals(Messages.text("explain.why.row", String.valueOf(row + 1))));
        runFx(() -> open.window.workspaces().choose("train"));
        runFx(() -> open.window.workspaces().choose("explain"));
        assertThat(onFx(() -> open.session.selection().rowProperty().get())).isEqualTo(row);
    }

    @Test
    void whatIsChangedByASliderMovesEveryPictureAndCanBeTakenBack() {
        start(numbers());
        step(STEPS);
        await("the row is explained", () -> words().contains(Messages.text("explain.why.exact")));
        open.press(KeyCode.DIGIT6);
        await("sliders are there", () -> open.window.scene().lookup("#explain-whatif-bmi") != null);
        String was = words();
        Slider slider = (Slider) open.window.scene().lookup("#explain-whatif-bmi");
        runFx(() -> slider.setValue(slider.getMax()));
        await("it is explained as changed", () -> label("#explain-why-row").startsWith(label("#explain-why-row").split(",")[0] + ",")
                && !words().equals(was));
        assertThat(label("#explain-whatif-said")).contains("changed");
        String changed = words();
        runFx(() -> ((Button) open.window.scene().lookup("#explain-whatif-reset")).fire());
        await("it is explained as it is in the data", () -> !label("#explain-why-row").contains(",") && !words().equals(changed));
    }

    @Test
    void contendersAreComparedInASentenceForEachPairAndAllMoves() {
        start(Demo.experiment("Iris"));
        step(STEPS);
        open.press(KeyCode.DIGIT7);
        await("they are compared", () -> onFx(() -> open.window.scene().lookup("#explain-compare-words") instanceof VBox box
                && box.getChildren().size() == 3));
        String told = onFx(() -> ((Label) ((VBox) open.window.scene().lookup("#explain-compare-words")).getChildren().get(0)).getText());
        assertThat(told).contains("Adam", "SGD", "apart");
        PickChart panel = onFx(() -> (PickChart) open.window.shownProperty().get().content().lookupAll(".chart-pane").stream()
                .filter(PickChart.class::isInstance).findFirst().orElseThrow());
        Films.moves(panel, STEPS);
        pairsAndTheRowMoveToo();
    }

    private void pairsAndTheRowMoveToo() {
        open.press(KeyCode.DIGIT2);
        await("pairs are told", () -> !isEmpty("#explain-pairs") && !isEmpty("#explain-surface"));
        Films.moves(chart("#explain-pairs"), STEPS);
        Films.moves(chart("#explain-surface"), STEPS);
        open.press(KeyCode.DIGIT3);
        choose((Segments<?>) open.window.scene().lookup("#explain-row-way"), 0);
        await("a line is told", () -> !isEmpty("#explain-row"));
        Films.moves(chart("#explain-row"), STEPS);
        ChartDrawing line = onFx(() -> chart("#explain-row").drawing());
        choose((Segments<?>) open.window.scene().lookup("#explain-row-way"), 1);
        await("slopes are told", () -> !isEmpty("#explain-row") && onFx(() -> chart("#explain-row").drawing() != line));
        Films.moves(chart("#explain-row"), STEPS);
    }

    @Test
    void asSoonAsItIsPutBackTheEarlierStepIsExplained() {
        start(numbers());
        step(STEPS);
        await("the row is explained", () -> words().contains(Messages.text("explain.why.exact")));
        String late = words();
        runFx(() -> open.session.race().seek(1));
        await("step 1 is explained", () -> open.session.snapshotProperty().get().step() == 1 && !words().equals(late)
                && words().contains(Messages.text("explain.why.exact")));
    }

    @Test
    void nothingOfItListensAnyMoreOnceItIsClosedAndItsWorkEnds() {
        start(Demo.experiment("Iris"));
        step(STEPS);
        List<Integer> before = Leaks.listening(open);
        List<WeakReference<Object>> gone = List.of(new WeakReference<>(openedAndClosed()));
        assertThat(Leaks.listening(open)).isEqualTo(before);
        Leaks.awaitAllGone(gone, 0);
    }

    private Object openedAndClosed() {
        return onFx(() -> {
            Explain explain = new Explain(open.session, open.window.parts().models(), open.window.sheets(), words -> { });
            explain.large().forEach(screen -> screen.setActive(true));
            explain.setActive(true);
            explain.frame();
            explain.setActive(false);
            explain.large().forEach(Screen::dispose);
            explain.dispose();
            return explain;
        });
    }
}
