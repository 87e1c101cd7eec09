package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.analysis.explain.anew.FeatureTrials;
import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.MadeColumn;
import downhill.engine.Precision;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.race.RaceState;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import downhill.ui.chart.PickChart;
import downhill.ui.chart.ShareDrawing;
import downhill.ui.control.Segments;
import downhill.ui.fx.FxTest;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is trained anew in Explain: without each column, and with columns made of others, which become part of the preparation. */
class ExplainAnewTest extends FxTest {
    private OpenWindow open;

    @AfterEach
    void closeWindow() {
        open.close();
    }

    private void start(String columns, int count) {
        Random random = new Random(5);
        StringBuilder csv = new StringBuilder(columns + ",y\n");
        for (int i = 0; i < 60; i++) {
            double[] v = random.doubles(count, 1, 9).toArray();
            for (double each : v) {
                csv.append(each).append(',');
            }
            csv.append((count == 1 ? v[0] : v[0] * v[1]) + 0.1 * random.nextGaussian()).append('\n');
        }
        DataSpec data = DataSpec.of(new DataSource.Written("planted", csv.toString(), null)).withTarget("y");
        open.open(new Experiment("planted", new Problem.Learning(data, new ModelSpec(new Architecture.Linear(), Loss.MSE)),
                TrainingSpec.of(40, 30), List.of(ContenderSpec.of("a", "Adam", "adam", Map.of("learningRate", 0.1), 0)), 1,
                Precision.FLOAT));
        await("the race is ready", () -> open.session.race().isOpen() && open.session.dataProperty().get() != null
                && open.session.snapshotProperty().get().state() == RaceState.PAUSED);
        open.press(KeyCode.DIGIT6, KeyCode.CONTROL);
        runFx(() -> open.window.scene().getRoot().requestFocus());
        runFx(() -> {
            Tabs tabs = ((ExplainSpace) open.window.workspaces().present()).tabs();
            tabs.shownProperty().set(tabs.screens().get(8));
        });
    }

    private Node node(String id) {
        return open.window.scene().lookup(id);
    }

    private void press(String id) {
        await(id + " can be pressed", () -> onFx(() -> node(id) != null && !node(id).isDisabled()));
        runFx(() -> ((Button) node(id)).fire());
    }

    /** Whoever changes his mind at once has nothing found, nothing that went wrong, and can begin again. */
    private void beginAndStop() {
        await("it can be begun", () -> onFx(() -> !node("#explain-anew-begin").isDisabled()));
        runFx(() -> {
            ((Button) node("#explain-anew-begin")).fire();
            ((Button) open.window.shownProperty().get().options().lookup(".progress-note .button")).fire();
        });
        await("it has ended", () -> onFx(() -> !node("#explain-anew-begin").isDisabled()));
        assertThat(tells("#explain-anew-told", "trainings of 40 steps")).as("what was told before").isTrue();
        assertThat(onFx(() -> node("#explain-anew-told").lookupAll(".danger-text")).isEmpty()).isTrue();
    }

    private List<MadeColumn> made() {
        return onFx(() -> ((Problem.Learning) open.session.experiment().problem()).data().madeColumns());
    }

    private boolean tells(String id, String words) {
        return onFx(() -> node(id) instanceof Parent told && told.lookupAll(".label").stream()
                .anyMatch(each -> ((Label) each).getText().contains(words)));
    }

    private boolean dataTells(String words) {
        Parent data = (Parent) open.window.parts().data().content();
        return onFx(() -> Stream.of(".label", ".table-cell").flatMap(style -> data.lookupAll(style).stream())
                .anyMatch(each -> each instanceof Labeled told && told.getText() != null && told.getText().contains(words)));
    }

    @SuppressWarnings("unchecked")
    private TableView<FeatureTrials.Trial> trials() {
        return (TableView<FeatureTrials.Trial>) node("#explain-trials");
    }

    @Test
    void aPlantedProductIsFoundBecomesPartOfThePreparationAndCanBeTakenOut() {
        open = OpenWindow.live(1100, 700);
        start("only", 1);
        await("what it takes is told", () -> tells("#explain-anew-told", "10 trainings of 40 steps"));
        press("#explain-anew-begin");
        await("one column alone cannot be left away", () -> tells("#explain-anew-told", "learns from one column"));
        start("a,b", 2);
        await("what it takes is told", () -> tells("#explain-anew-told", "15 trainings of 40 steps"));
        beginAndStop();
        press("#explain-anew-begin");
        await("it is told what columns are worth", () -> onFx(() -> node("#explain-anew") instanceof PickChart chart
                && chart.drawing() instanceof ShareDrawing));
        List<ShareDrawing.Bar> bars = onFx(() -> ((ShareDrawing) ((PickChart) node("#explain-anew")).drawing()).bars());
        assertThat(bars).extracting(ShareDrawing.Bar::name).containsExactlyInAnyOrder("a", "b");
        assertThat(bars).as("the target is made of both").allSatisfy(bar -> assertThat(bar.low()).isPositive());

        runFx(() -> ((ToggleButton) ((Segments<?>) node("#explain-anew-look")).getChildren().get(1)).fire());
        beginAndStop();
        press("#explain-anew-begin");
        await("suggestions were tried", () -> onFx(() -> trials() != null && !trials().getItems().isEmpty()));
        assertThat((Object) onFx(() -> List.copyOf(trials().getSelectionModel().getSelectedItems()).stream()
                .map(each -> each.made().get(0).name()).toList())).as("what earned it is chosen").isEqualTo(List.of("a × b"));
        press("#explain-anew-add");
        await("the preparation makes it", () -> made().size() == 1);
        assertThat(made().get(0).name()).isEqualTo("a × b");
        runFx(() -> open.window.workspaces().choose("data"));
        await("the workspace Data tells it among its columns and steps", () -> dataTells("a × b") && dataTells("a times b"));
        runFx(() -> open.window.workspaces().choose("explain"));
        await("it is learned from", () -> onFx(() -> open.session.dataProperty().get().prepared().inputShape()[0] == 3));
        await("it is told, and cannot be added twice", () -> onFx(() -> node("#explain-made") != null
                && node("#explain-anew-add").isDisabled()));
        runFx(() -> ((Button) ((Parent) node("#explain-made")).lookup(".button")).fire());
        await("it is taken out", () -> made().isEmpty());
        runFx(() -> open.session.undo());
        await("which can be undone", () -> made().size() == 1);
    }
}
