package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.RaceSnapshot;
import downhill.race.RaceState;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import downhill.ui.control.NumberField;
import downhill.ui.fx.FxTest;
import downhill.ui.session.Demo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The race at its end: the button goes on with it, a longer budget too, and nothing replaces it without a question. */
class RaceEndWindowTest extends FxTest {
    private static final int STEPS = 60;
    private OpenWindow open;

    private void endOf(TrainingSpec training) {
        open = OpenWindow.live(1440, 900);
        Experiment demo = Demo.experiment("Iris");
        open.open(demo.withTraining(training));
        await("the race is ready", () -> open.session.race().isOpen() && now().state() == RaceState.PAUSED);
        runFx(() -> open.session.race().start());
        await("the race has ended", () -> now().state() == RaceState.ENDED);
    }

    @AfterEach
    void close() {
        open.close();
    }

    private RaceSnapshot now() {
        return open.session.snapshotProperty().get();
    }

    private Button run() {
        return (Button) open.window.scene().lookup("#run");
    }

    @Test
    void theButtonSaysHowManyMoreAndDoesThem() {
        endOf(TrainingSpec.of(STEPS, 16));
        await("the button says so", () -> run().getText().equals("Run 20 more"));
        runFx(() -> run().fire());
        await("it ends with the longer budget", () -> now().state() == RaceState.ENDED && now().step() == STEPS + 20);
        assertThat(onFx(() -> open.session.experiment().training().steps())).isEqualTo(STEPS + 20L);
        open.press(KeyCode.SPACE);
        await("so does the key", () -> now().state() == RaceState.ENDED && now().step() == STEPS + 40);
    }

    @Test
    void whereValidationsDecideItRunsAgain() {
        endOf(new TrainingSpec(STEPS, 16, TrainingSpec.of(1, 0).penalty(), TrainingSpec.of(1, 0).clipping(),
                new TrainingSpec.EarlyStopping(100, 0, false), null));
        await("the button says so", () -> run().getText().equals("Run again"));
        runFx(() -> {
            open.session.race().speedProperty().set(20);
            run().fire();
        });
        await("it runs from the start", () -> now().state() == RaceState.RUNNING && now().step() < STEPS);
        assertThat(onFx(() -> open.session.experiment().training().steps())).isEqualTo(STEPS);
    }

    @Test
    void aLongerBudgetGoesOnFromWhereItIs() {
        endOf(TrainingSpec.of(STEPS, 16));
        runFx(() -> open.session.end().unlessLost(document -> document.withTraining(document.training().withSteps(2 * STEPS))));
        await("it rests where it was", () -> open.session.race().isOpen() && now().state() == RaceState.PAUSED);
        assertThat(now().step()).isEqualTo(STEPS);
        assertThat(onFx(() -> open.session.race().racing().recordedSteps())).isEqualTo(STEPS);
        assertThat(onFx(() -> run().getText())).isEqualTo("Run");
        open.press(KeyCode.SPACE);
        await("it ends with the longer budget", () -> now().state() == RaceState.ENDED && now().step() == 2 * STEPS);
    }

    @Test
    void whatBeginsItAnewAsksFirst() {
        endOf(TrainingSpec.of(STEPS, 16));
        Experiment before = open.session.experiment();
        runFx(() -> open.session.end().unlessLost(document -> document.withSeed(99)));
        assertAsked(before);
        runFx(() -> open.window.files().openDemo());
        assertAsked(before);
        runFx(() -> open.session.end()
                .unlessFinished(() -> open.session.edit(document -> document.withProblem(new Problem.Surface("rosenbrock", 1, 1)))));
        runFx(() -> open.window.scene().getRoot().lookupAll(".button").stream().map(Button.class::cast)
                .filter(one -> "Discard".equals(one.getText()))
                .findFirst().orElseThrow().fire());
        await("it is replaced once a person has agreed", () -> open.session.experiment().problem() instanceof Problem.Surface);
    }

    @Test
    void theModelTheDataAndResetAskToo() throws java.io.IOException {
        endOf(TrainingSpec.of(STEPS, 16));
        Experiment before = open.session.experiment();
        open.press(KeyCode.R);
        assertAsked(before);
        runFx(() -> ((Button) open.window.scene().lookup("#reset-race")).fire());
        assertAsked(before);
        open.press(KeyCode.M, KeyCode.CONTROL);
        sheet();
        runFx(() -> {
            fields().get(fields().size() - 1).valueProperty().set(0.25); // dropout
            button("Apply").fire();
        });
        assertAsked(before);
        Path table = open.folder().resolve("points.csv");
        Files.writeString(table, "x,y\n1,2\n2,4\n3,6\n4,8\n5,10\n6,12\n7,15\n8,15\n9,18\n");
        runFx(() -> open.window.files().open(table));
        await("its name is there", () -> open.window.scene().getRoot().lookupAll(".label").stream()
                .anyMatch(one -> one instanceof Labeled label && "points.csv".equals(label.getText())));
        await("the table is there", () -> button("Use this data") != null && !button("Use this data").isDisabled());
        runFx(() -> button("Use this data").fire());
        assertAsked(before);
    }

    @Test
    void theTrainingSheetSaysWhatItDoesToTheRace() {
        endOf(TrainingSpec.of(STEPS, 16));
        open.press(KeyCode.T, KeyCode.CONTROL);
        sheet();
        runFx(() -> {
            List<NumberField> fields = fields();
            assertThat(effect()).isEmpty();
            fields.get(0).valueProperty().set(2.0 * STEPS);
            assertThat(effect()).isEqualTo("With these settings the race goes on from step 60.");
            fields.get(1).valueProperty().set(8);
            assertThat(effect()).isEqualTo("With these settings the race begins again at step 0.");
            fields.get(1).valueProperty().set(16);
            fields.get(0).valueProperty().set(STEPS / 2.0);
            assertThat(effect()).isEqualTo("With these settings the race begins again at step 0.");
            fields.get(0).valueProperty().set(STEPS);
            assertThat(effect()).isEmpty();
        });
    }

    private void sheet() {
        await("the sheet is open", () -> open.window.sheets().isVisible() && !fields().isEmpty());
    }

    private List<NumberField> fields() {
        return open.window.sheets().lookupAll(".number").stream().filter(NumberField.class::isInstance).map(NumberField.class::cast)
                .toList();
    }

    private String effect() {
        return ((Labeled) open.window.scene().lookup("#training-effect")).getText();
    }

    private Button button(String words) {
        return open.window.scene().getRoot().lookupAll(".button").stream()
                .filter(one -> one instanceof Button button && words.equals(button.getText()))
                .map(Button.class::cast).findFirst().orElse(null);
    }

    private void assertAsked(Experiment before) {
        await("it asks", () -> open.window.sheets().isVisible() && open.window.scene().getRoot().lookupAll(".label").stream()
                .anyMatch(one -> one instanceof Labeled label && label.getText() != null
                        && label.getText().contains("has run to its end")));
        assertThat(onFx(() -> open.session.experiment())).isEqualTo(before);
        assertThat(now().state()).isEqualTo(RaceState.ENDED);
        runFx(() -> open.window.sheets().close());
    }
}
