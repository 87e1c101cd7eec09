package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.prepare.Prepared;
import downhill.model.InitialValues;
import downhill.model.TrainedModel;
import downhill.optim.Average;
import downhill.race.Targets;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Problem;
import downhill.race.document.StartPoint;
import downhill.race.document.WeightsSpec;
import downhill.store.ModelStore;
import downhill.ui.chart.LineChart;
import downhill.ui.control.NumberField;
import downhill.ui.fx.FxTest;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Demo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a contender starts, which layers are frozen and what it answers with, in its editor. */
class WeightsFormTest extends FxTest {
    @TempDir
    private Path folder;
    private OpenWindow open;

    @BeforeEach
    void openWindow() {
        open = new OpenWindow(1440, 900);
        open.open(Demo.experiment("Iris"));
        await("the race is there", () -> open.session.dataProperty().get() != null && open.session.race().isOpen());
        runFx(() -> open.session.selection().contenderProperty().set("c1"));
    }

    @AfterEach
    void closeWindow() {
        open.close();
    }

    private Path model() {
        Path file = folder.resolve("taken.downhill-model");
        Problem.Learning learning = (Problem.Learning) onFx(() -> open.session.experiment().problem());
        Prepared data = onFx(() -> open.session.dataProperty().get().prepared());
        int outputs = Targets.outputs(data, learning.model());
        double[] row = InitialValues.row(learning.model(), Targets.shape(data), outputs, 77);
        ModelStore.write(file, new TrainedModel("Taken", learning.model(), data.preprocessing(), outputs, row,
                new TrainedModel.Origin("adam", Map.of(), 12, 1, "float", "FINISHED", Double.NaN, Double.NaN)));
        return file;
    }

    @Test
    void aModelIsChosenALayerFrozenAndTheRowAndTheRaceSaySo() {
        open.picker.open = model();
        runFx(() -> open.window.table().get("contender.edit").run());
        nextFrame();
        runFx(() -> ((Button) saying(Messages.text("weights.start.choose"))).fire());
        await("it is read", () -> saying(Messages.text("weights.start.model", "Taken", "12", "taken.downhill-model")) != null);
        runFx(() -> ((CheckBox) saying(Messages.text("weights.head"))).setSelected(true));
        runFx(() -> layer("dense1").valueProperty().set(0));
        runFx(() -> ((Button) saying(Messages.text("sheet.apply"))).fire());
        await("it is taken", () -> !open.window.sheets().isVisible());
        WeightsSpec weights = onFx(() -> open.session.experiment().contenders().get(0).weights());
        assertThat(weights.start().newHead()).isTrue();
        assertThat(weights.paces()).containsExactly(Map.entry("dense1", 0.0));
        await("the race says that the starts differ", () -> saying(Messages.text("contenders.differ")).isVisible());
        assertThat(onFx(() -> all().stream().map(node -> node.getText()).toList()))
                .anyMatch(text -> text.contains("from Taken, new head") && text.contains("frozen: dense1"))
                .anyMatch(text -> text.contains("Not the same start:"));
        runFx(() -> open.session.undo());
        await("undone", () -> !saying(Messages.text("contenders.differ")).isVisible());
    }

    /** What is given up leaves nothing and what cannot be is said; then beside a second file, which has no target. */
    @Test
    void aBodyLearnsFromInputsBeforeTheRaceInTheEditor() throws IOException {
        runFx(() -> open.window.table().get("contender.edit").run());
        nextFrame();
        learn(5_000_000);
        await("its losses are drawn while they fall", () -> !((LineChart) node("#pretrain-curve")).series().isEmpty());
        runFx(() -> ((Button) saying(Messages.text("progress.cancel"))).fire());
        assertThat(told()).isEqualTo(Messages.text("weights.pretrain.stopped"));
        beside("sepal_length,colour\n5.1,red\n");
        learn(200);
        await("the file lacks columns", () -> told().contains("sepal_width"));
        beside("sepal_length,sepal_width,petal_length,petal_width\n5.1,3.5,1.4,0.2\n6.3,2.9,5.6,1.8\n");
        learn(200);
        await("it has learned", () -> told().contains("for 200 steps"));
        assertThat(told()).contains("120 training rows and 2 without a label");
        assertThat(onFx(() -> ((LineChart) node("#pretrain-curve")).series().get(0).points().size())).isEqualTo(4);
        runFx(() -> ((Button) saying(Messages.text("sheet.apply"))).fire());
        await("it is taken", () -> !open.window.sheets().isVisible());
        StartPoint start = onFx(() -> open.session.experiment().contenders().get(0).weights()).start();
        assertThat(start.newHead()).isTrue();
        assertThat(start.from()).isEqualTo("denoise");
    }

    private void learn(long steps) {
        runFx(() -> {
            ((NumberField) node("#pretrain-steps")).valueProperty().set(steps);
            ((Button) node("#pretrain-learn")).fire();
        });
    }

    private void beside(String rows) throws IOException {
        open.picker.open = Files.writeString(folder.resolve("more.csv"), rows);
        runFx(() -> ((Button) saying(Messages.text("weights.pretrain.file"))).fire());
    }

    private String told() {
        return onFx(() -> node("#pretrain-told") instanceof Labeled label ? label.getText() : "");
    }

    private Node node(String id) {
        return open.window.scene().lookup(id);
    }

    @Test
    void whatDoesNotGoTogetherIsSaidInTheSheet() {
        runFx(() -> open.session.edit(document -> document.withContenders(List.of(ContenderSpec.of("c1", "Free", "schedule-free-sgd",
                Map.of(), 0).withWeights(new WeightsSpec(null, Map.of("dense1", 0.5), null))))));
        runFx(() -> open.window.table().get("contender.edit").run());
        nextFrame();
        runFx(() -> ((Button) saying(Messages.text("sheet.apply"))).fire());
        nextFrame();
        assertThat(onFx(() -> all().stream().map(Labeled::getText).toList())).anyMatch(text -> text.contains("one step for all parameters"));
        open.press(KeyCode.ESCAPE);
    }

    @Test
    void anAverageIsTakenOverAndKeptByTheEditor() {
        ContenderSpec averaged = onFx(() -> open.session.experiment().contenders().get(0))
                .withWeights(new WeightsSpec(null, Map.of("dense1.bias", 0.25), new Average.Stochastic(20, 3)));
        runFx(() -> open.session.edit(document -> document.withContenders(List.of(averaged))));
        runFx(() -> open.window.table().get("contender.edit").run());
        nextFrame();
        runFx(() -> ((Button) saying(Messages.text("sheet.apply"))).fire());
        await("it is taken", () -> !open.window.sheets().isVisible());
        assertThat(onFx(() -> open.session.experiment().contenders().get(0))).isEqualTo(averaged);
    }

    private NumberField layer(String name) {
        return (NumberField) open.window.scene().getRoot().lookupAll(".text-field").stream()
                .filter(node -> name.equals(node.getAccessibleText())).findFirst().orElseThrow();
    }

    private List<Labeled> all() {
        return open.window.scene().getRoot().lookupAll("*").stream().filter(Labeled.class::isInstance).map(Labeled.class::cast)
                .filter(node -> node.getText() != null).toList();
    }

    private Node saying(String words) {
        return all().stream().filter(node -> words.equals(node.getText())).findFirst().orElse(null);
    }
}
