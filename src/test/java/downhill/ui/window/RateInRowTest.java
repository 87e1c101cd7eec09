package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.optim.Schedule;
import downhill.race.RaceState;
import downhill.race.document.ContenderSpec.Change;
import downhill.race.document.Experiment;
import downhill.ui.fx.FxTest;
import downhill.ui.session.Demo;
import downhill.ui.session.Edits;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The learning rate in the row of the contender that is selected, over races of the engine. */
class RateInRowTest extends FxTest {
    private static final String CHOSEN = ".contender-row.chosen ";

    @Test
    void onlyTheSelectedOnesRowHasASliderAndItIsThatOnesRate() {
        try (OpenWindow open = opened(Demo.experiment("Iris"))) {
            assertThat(onFx(() -> open.window.scene().getRoot().lookupAll(".rate-row").stream().filter(Node::isVisible).count()))
                    .isEqualTo(1);
            assertThat(value(open)).isEqualTo("0.05");
            assertThat(onFx(() -> slider(open).getAccessibleText())).contains("SGD").contains("0.05");
            runFx(() -> open.session.selection().contenderProperty().set("c3"));
            assertThat(value(open)).isEqualTo("0.005");
        }
    }

    @Test
    void aPieceOfTheLineIsAtTheHeightOfTheNameHoweverHighTheRowIs() {
        try (OpenWindow open = opened(Demo.experiment("Iris"))) {
            nextFrame();
            List<double[]> heights = onFx(() -> open.window.scene().getRoot().lookupAll(".contender-row").stream()
                    .map(row -> new double[] {row.getLayoutBounds().getHeight(), middle(row.lookup("StyleSample")),
                            middle(row.lookup(".contender-name"))}).toList());
            assertThat(heights.stream().map(one -> one[0]).distinct()).as("the chosen one's row is higher").hasSize(2);
            assertThat(heights).allSatisfy(one -> assertThat(one[1]).isCloseTo(one[2], Offset.offset(1.5)));
        }
    }

    private static double middle(Node node) {
        return node.localToScene(node.getLayoutBounds()).getCenterY();
    }

    @Test
    void aDragIsOneChangeAtTheStepWhereItIsLetGo() {
        try (OpenWindow open = opened(Demo.experiment("Iris"))) {
            step(open, 20);
            runFx(() -> slider(open).setValueChanging(true));
            runFx(() -> slider(open).setValue(Math.log10(0.1)));
            runFx(() -> slider(open).setValue(Math.log10(0.2)));
            assertThat(value(open)).isEqualTo("0.2");
            assertThat(changes(open)).isEmpty();
            runFx(() -> slider(open).setValueChanging(false));
            await("the race has taken it", () -> !changesNow(open).isEmpty());
            assertThat(changes(open)).containsExactly(new Change(20, "learningRate", 0.2));
        }
    }

    @Test
    void keysMoveItByASmallFactorAndATypedRateIsTakenExactly() {
        try (OpenWindow open = opened(Demo.experiment("Iris"))) {
            runFx(() -> slider(open).requestFocus());
            open.press(KeyCode.RIGHT);
            assertThat(first(open)).isEqualTo(0.063);
            open.press(KeyCode.LEFT);
            assertThat(first(open)).isEqualTo(0.05);
            assertThat(onFx(() -> open.session.selection().contenderProperty().get())).isEqualTo("c1");
            runFx(() -> field(open).requestFocus());
            open.type("0.12345");
            open.press(KeyCode.ENTER);
            assertThat(first(open)).isEqualTo(0.12345);
        }
    }

    @Test
    void oneThatEndedSaysWhyItsRateIsClosed() {
        Experiment wild = Edits.contender(Demo.experiment("Iris"), "c1", one -> Edits.withHyperparameter(one, "learningRate", 1)
                .withChanges(List.of(new Change(3, "learningRate", 1e38))));
        try (OpenWindow open = opened(wild)) {
            assertThat(onFx(() -> slider(open).isDisabled())).isFalse();
            step(open, 30);
            await("it has diverged", () -> slider(open).isDisabled());
            assertThat(words(open)).startsWith("It ended at step ");
        }
    }

    @Test
    void aScheduleTellsWhatItMakesOfTheRateAndWhenNothingCanBeMadeAnyMore() {
        Experiment fading = Edits.contender(Demo.experiment("Iris"), "c1", one -> one.withSchedule(new Schedule.Polynomial(20, 1)));
        try (OpenWindow open = opened(fading)) {
            step(open, 11);
            await("the schedule is told", () -> words(open).equals("By its schedule it is 0.0250 at this step"));
            assertThat(onFx(() -> slider(open).isDisabled())).isFalse();
            step(open, 12);
            await("the schedule is spent", () -> slider(open).isDisabled());
            assertThat(words(open)).startsWith("Its schedule has come to 0");
        }
    }

    private OpenWindow opened(Experiment document) {
        OpenWindow open = OpenWindow.live(1440, 900);
        open.open(document);
        await("the race is there", () -> open.session.race().isOpen() && open.session.snapshotProperty().get().state() == RaceState.PAUSED);
        runFx(() -> open.session.selection().contenderProperty().set("c1"));
        nextFrame();
        return open;
    }

    private void step(OpenWindow open, int by) {
        long to = onFx(() -> open.session.snapshotProperty().get().step()) + by;
        runFx(() -> open.session.race().step(by));
        await("it has stepped", () -> open.session.snapshotProperty().get().step() == to
                && open.session.snapshotProperty().get().state() == RaceState.PAUSED);
    }

    private static double first(OpenWindow open) {
        return onFx(() -> open.session.experiment().contenders().get(0).hyperparameters().get("learningRate"));
    }

    private static List<Change> changes(OpenWindow open) {
        return onFx(() -> changesNow(open));
    }

    private static List<Change> changesNow(OpenWindow open) {
        return open.session.experiment().contenders().get(0).changes();
    }

    private static Slider slider(OpenWindow open) {
        return (Slider) find(open, ".slider");
    }

    private static TextField field(OpenWindow open) {
        return (TextField) find(open, ".number");
    }

    private static String value(OpenWindow open) {
        return onFx(() -> field(open).getText());
    }

    private static String words(OpenWindow open) {
        return onFx(() -> ((Label) find(open, ".rate-words")).getText());
    }

    private static Node find(OpenWindow open, String style) {
        return open.window.scene().getRoot().lookup(CHOSEN + style);
    }
}
