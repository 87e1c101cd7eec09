package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.data.source.SampleData;
import downhill.engine.Precision;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.race.Outcome;
import downhill.race.RaceSnapshot.Standing;
import downhill.race.RaceState;
import downhill.race.Racing;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import downhill.race.history.LossWindow;
import downhill.ui.fit.FitPicture;
import downhill.ui.fx.FxTest;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.landscape.Track;
import downhill.ui.screen.fit.FitController;
import downhill.ui.screen.state.StateController;
import downhill.ui.session.Demo;
import downhill.ui.session.Snapshots;
import downhill.ui.theme.Theme;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Going back and forth, branching off and looking into a step, by keyboard, over a race of the engine. */
class TimeMachineWindowTest extends FxTest {
    private static final int STEPS = 412;

    private OpenWindow open;

    @BeforeEach
    void openTheDemo() {
        open = OpenWindow.live(1440, 900);
        open.open(Demo.experiment("Iris: which optimizer gets there first?"));
        await("the race is ready", () -> open.session.race().isOpen() && open.session.snapshotProperty().get().state() == RaceState.PAUSED);
        runFx(() -> open.session.race().step(STEPS));
        await("the race has stepped", () -> shown() == STEPS);
    }

    @AfterEach
    void close() {
        open.close();
    }

    private long shown() {
        return open.session.snapshotProperty().get().step();
    }

    private Racing race() {
        return onFx(() -> open.session.race().racing());
    }

    private Node find(String id) {
        return onFx(() -> open.window.scene().lookup("#" + id));
    }

    private void awaitGlassAt(long step) {
        await("the glass box tells step " + step, () -> open.window.parts().glass().step() == step);
    }

    @Test
    void theGlassBoxShowsTheNextParameterThatTheRaceThenHas() throws Exception {
        awaitGlassAt(STEPS);
        String adam = onFx(() -> open.session.selection().contenderProperty().get());
        int parameter = onFx(() -> open.window.parts().glass().parameter());
        double next = onFx(() -> open.window.parts().glass().next());
        open.write("glass-light-1440", Theme.LIGHT, 1440, 900);
        open.write("glass-dark-1440", Theme.DARK, 1440, 900);
        open.press(KeyCode.RIGHT);
        await("one more step", () -> shown() == STEPS + 1);
        assertThat(next).isEqualTo(race().parametersAt(adam, STEPS + 1).get()[parameter]);
        for (ContenderSpec one : onFx(() -> open.session.experiment().contenders())) {
            runFx(() -> open.session.selection().contenderProperty().set(one.id()));
            awaitGlassAt(STEPS + 1);
            open.write("glass-" + one.id(), Theme.LIGHT, 1440, 900);
        }
    }

    @Test
    void aParameterIsChosenByTypingPartOfItsName() {
        awaitGlassAt(STEPS);
        runFx(() -> open.window.scene().lookup("#glass-parameter").requestFocus());
        open.type("petal_width 2");
        open.press(KeyCode.ENTER);
        List<String> names = onFx(() -> open.session.race().racing().parameterNames());
        assertThat(names).contains("dense1.weight[petal_width, 2]");
        assertThat(onFx(() -> ((TextField) find("glass-parameter")).getText())).isEqualTo("dense1.weight[petal_width, 2]");
        assertThat(names.get(onFx(() -> open.window.parts().glass().parameter()))).isEqualTo("dense1.weight[petal_width, 2]");
    }

    @Test
    void arrowsGoBackAndEveryViewFollows() {
        double before = loss("c4");
        open.press(KeyCode.LEFT);
        await("one step back", () -> shown() == STEPS - 1);
        await("the loss is that of the step", () -> loss("c4") != before);
        open.press(KeyCode.LEFT, KeyCode.SHIFT);
        await("ten steps back", () -> shown() == STEPS - 11);
        awaitGlassAt(STEPS - 11);
        runFx(() -> find("time-line").requestFocus());
        open.press(KeyCode.HOME);
        await("the start", () -> shown() == 0);
        open.press(KeyCode.END);
        await("the last step", () -> shown() == STEPS);
        await("everybody is there", () -> loss("c4") == before);
        assertThat(find("time-line").queryAccessibleAttribute(AccessibleAttribute.VALUE)).isEqualTo((double) STEPS);
    }

    private void show(String screen) {
        runFx(() -> open.window.shownProperty().set(open.window.screens().stream().filter(one -> one.titleKey().equals("tab." + screen))
                .findFirst().orElseThrow()));
    }

    /**
     * The state of each screen at a step, as far as it depends on the step: where all views say they are, and what the table and
     * the fit say.
     */
    @Test
    void landscapeStateGlassBoxTableAndFitFollowTheStepScrubbedTo() throws Exception {
        runFx(() -> find("time-line").requestFocus());
        open.press(KeyCode.HOME);
        await("the start", () -> shown() == 0);
        runFx(() -> open.session.race().seek(200));
        await("step 200", () -> shown() == 200);
        awaitGlassAt(200);
        show("landscape");
        await("the heads on the landscape are at step 200", () -> tracksAt(200));
        for (Track track : onFx(() -> open.window.parts().landscape().feed().tracksProperty().get())) {
            assertThat(track.parameters()).isEqualTo(race().parametersAt(track.id(), 200).get());
        }
        show("state");
        StateController state = (StateController) onFx(() -> open.window.shownProperty().get());
        await("the state is that of step 200", () -> state.step() == 200);
        double table = loss("c4");
        double[] losses = onFx(() -> open.session.race().racing().curve("c4", Racing.Quantity.TRAINING_LOSS, 1 << 20)).y();
        int epoch = onFx(() -> LossWindow.length(open.session.dataProperty().get().prepared().training().count(),
                open.session.experiment().training().batchSize()));
        double mean = Arrays.stream(losses, 200 - epoch, 200).average().orElseThrow();
        assertThat(table).as("the table's loss is the mean over the epoch before the step").isCloseTo(mean, within(1e-9));
        show("fit");
        FitController fit = (FitController) onFx(() -> open.window.shownProperty().get());
        await("the fit is drawn", () -> !fit.shown().panels().isEmpty());
        FitPicture before = onFx(fit::shown);
        open.press(KeyCode.LEFT, KeyCode.SHIFT);
        await("ten steps back", () -> shown() == 190);
        await("the fit follows", () -> fit.shown() != before);
        awaitGlassAt(190);
        show("landscape");
        await("the heads follow", () -> tracksAt(190));
    }

    private boolean tracksAt(long step) {
        List<Track> tracks = open.window.parts().landscape().feed().tracksProperty().get();
        return tracks.size() == 4 && tracks.stream().allMatch(track -> track.step() == step);
    }

    private double loss(String contender) {
        return Snapshots.of(open.session.snapshotProperty().get(), contender).orElseThrow().loss();
    }

    @Test
    void theWorstJumpIsJustBeforeTheUpdateThatRaisedTheLossMost() {
        runFx(() -> open.session.selection().contenderProperty().set("c1"));
        double[] losses = onFx(() -> open.session.race().racing().curve("c1", Racing.Quantity.TRAINING_LOSS, 1 << 20)).y();
        int worst = 0;
        for (int i = 0; i + 1 < losses.length; i++) {
            worst = losses[i + 1] - losses[i] > losses[worst + 1] - losses[worst] ? i : worst;
        }
        int expected = worst;
        open.press(KeyCode.J);
        await("the worst jump", () -> shown() == expected);
        open.press(KeyCode.J, KeyCode.SHIFT);
        assertThat(onFx(open.window::message)).isEqualTo("Nobody has diverged.");
    }

    @Test
    void aForkSharesItsParentsPastAndDiffersInOneThing() throws Exception {
        runFx(() -> open.session.race().seek(240));
        await("step 240", () -> shown() == 240);
        open.press(KeyCode.F);
        assertThat(onFx(() -> open.window.sheets().isVisible())).isTrue();
        open.type("0.2");
        open.press(KeyCode.ENTER);
        await("the fork is there", () -> open.session.experiment().contenders().size() == 5);
        ContenderSpec fork = onFx(() -> open.session.experiment().contenders().get(4));
        assertThat(fork.name()).isEqualTo("Adam ⎇ 240: η 0.2");
        assertThat(fork.fork().parent()).isEqualTo("c4");
        assertThat(fork.hyperparameters()).containsEntry("learningRate", 0.2);
        assertThat(onFx(() -> open.session.selection().contenderProperty().get())).isEqualTo(fork.id());
        runFx(() -> open.session.race().step(60));
        await("they have gone on", () -> shown() == 300 && loss(fork.id()) > 0);
        assertThat(race().parametersAt(fork.id(), 240).get()).isEqualTo(race().parametersAt("c4", 240).get());
        assertThat(race().parametersAt(fork.id(), 241).get()).isNotEqualTo(race().parametersAt("c4", 241).get());
        awaitGlassAt(300);
        assertThat(onFx(() -> ((Labeled) find("glass-head")).getText())).startsWith(fork.name());
        open.write("fork-light-1440", Theme.LIGHT, 1440, 900);
        open.press(KeyCode.F);
        open.write("fork-sheet", Theme.LIGHT, 1440, 900);
        open.press(KeyCode.ESCAPE);
    }

    @Test
    void theStateScreenMeasuresEveryRecentStepAndFollowsTheStepShown() throws Exception {
        StateController state = (StateController) onFx(() -> open.window.screens().stream().filter(StateController.class::isInstance)
                .findFirst().orElseThrow());
        runFx(() -> open.window.shownProperty().set(state));
        await("recent steps are measured", () -> state.measured() > 100);
        open.write("state-light-1440", Theme.LIGHT, 1440, 900);
        open.write("state-dark-1100", Theme.DARK, 1100, 700);
        open.press(KeyCode.LEFT);
        await("the step before", () -> shown() == STEPS - 1);
        await("the state is that of the step before", () -> state.step() == STEPS - 1);
        runFx(() -> Messages.languageProperty().set(Language.CHINESE));
        open.write("state-chinese-1440", Theme.LIGHT, 1440, 900);
        runFx(() -> Messages.languageProperty().set(Language.ENGLISH));
    }

    @Test
    void theTimeLineIsScrubbedByMouse() {
        Node line = find("time-line");
        double width = onFx(() -> line.getBoundsInLocal().getWidth());
        runFx(() -> {
            line.fireEvent(mouse(MouseEvent.MOUSE_PRESSED, line, width * 0.05));
            line.fireEvent(mouse(MouseEvent.MOUSE_DRAGGED, line, width * 0.1));
        });
        await("it is about a tenth of the budget", () -> shown() > 150 && shown() < 250);
        long there = onFx(this::shown);
        awaitGlassAt(there);
        runFx(() -> line.fireEvent(mouse(MouseEvent.MOUSE_DRAGGED, line, width)));
        await("never beyond what was run", () -> shown() == STEPS);
    }

    private static MouseEvent mouse(EventType<MouseEvent> type, Node on, double x) {
        Point2D at = on.localToScene(x, 20);
        return new MouseEvent(type, at.getX(), at.getY(), at.getX(), at.getY(), MouseButton.PRIMARY, 1, false, false, false, false, true,
                false, false,
                false, false, true, null);
    }

    @Test
    void theDivergenceIsReachedByKeyAndToldByTheGlassBox() {
        Problem line = new Problem.Learning(SampleData.of("diabetes").spec(), new ModelSpec(new Architecture.Linear(), Loss.MSE));
        open.open(new Experiment("Too fast", line, TrainingSpec.of(2000, 0), List.of(
                ContenderSpec.of("c1", "Wild", "gradient-descent", Map.of("learningRate", 100.0), 0),
                ContenderSpec.of("c2", "Adam", "adam", Map.of(), 1)), 7, Precision.FLOAT));
        await("the race is ready", () -> open.session.race().isOpen() && shown() == 0
                && open.session.snapshotProperty().get().contenders().size() == 2);
        runFx(() -> {
            open.session.selection().contenderProperty().set("c1");
            open.session.race().step(STEPS);
        });
        await("it has diverged", () -> shown() == STEPS && standing("c1").outcome() == Outcome.DIVERGED);
        long at = onFx(() -> standing("c1").outcomeStep());
        awaitGlassAt(at - 1);
        open.press(KeyCode.J, KeyCode.SHIFT);
        await("just before the divergence", () -> shown() == at - 1);
        awaitGlassAt(at - 1);
        open.write("divergence-light-1440", Theme.LIGHT, 1440, 900);
    }

    private Standing standing(String contender) {
        return Snapshots.of(open.session.snapshotProperty().get(), contender).orElseThrow();
    }
}
