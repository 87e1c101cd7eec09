package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.Outcome;
import downhill.race.RaceSnapshot;
import downhill.race.RaceState;
import downhill.race.Racing.Quantity;
import downhill.race.document.ContenderSpec;
import downhill.ui.fit.Judged;
import downhill.ui.fx.FxTest;
import downhill.ui.landscape.Track;
import downhill.ui.screen.Screen;
import downhill.ui.session.CurveFeed;
import downhill.ui.session.Demo;
import downhill.ui.session.Edits;
import downhill.ui.session.Snapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A branch seen from before its birth: no view has a figure of it, and each that would says why. */
class UnbornWindowTest extends FxTest {
    private static final int STEPS = 200;
    private static final int BIRTH = 120;
    private static final int EARLY = 40;
    private static final String BRANCH = "c5";

    private OpenWindow open;

    @BeforeEach
    void openABranchedRaceEarly() {
        open = OpenWindow.live(1440, 900);
        open.open(Demo.experiment("Iris"));
        await("the race is ready", () -> open.session.race().isOpen() && now().state() == RaceState.PAUSED);
        runFx(() -> open.session.race().step(STEPS));
        await("it has stepped", () -> now().step() == STEPS);
        runFx(() -> open.session.edit(document -> {
            ContenderSpec adam = document.contenders().get(3);
            ContenderSpec branch = adam.copy(BRANCH, "Faster", 4, new ContenderSpec.Fork(adam.id(), BIRTH, Map.of()));
            List<ContenderSpec> all = new ArrayList<>(document.contenders());
            all.add(Edits.withHyperparameter(branch, "learningRate", 0.1));
            return document.withContenders(all);
        }));
        await("the branch has caught up", () -> Snapshots.of(now(), BRANCH).map(one -> one.step() == STEPS).orElse(false));
        runFx(() -> open.session.selection().contenderProperty().set(BRANCH));
    }

    @AfterEach
    void close() {
        open.close();
    }

    private RaceSnapshot now() {
        return open.session.snapshotProperty().get();
    }

    private void goTo(long step, Outcome expected) {
        runFx(() -> open.session.race().seek(step));
        await("the race is at step " + step, () -> now().step() == step
                && Snapshots.of(now(), BRANCH).map(one -> one.outcome() == expected).orElse(false));
    }

    private List<String> texts(String selector) {
        return onFx(() -> open.window.scene().getRoot().lookupAll(selector).stream().filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText()).toList());
    }

    private Node find(String id) {
        return onFx(() -> open.window.scene().lookup("#" + id));
    }

    @Test
    void theListAndTheResultsSayThatItIsNotBornYet() {
        goTo(EARLY, Outcome.UNBORN);
        await("the list says so", () -> open.window.scene().getRoot().lookupAll(".contender-row").stream()
                .anyMatch(row -> String.valueOf(row.getAccessibleText()).contains("not born yet")));
        await("the results say so", () -> open.window.parts().results().rows().get(4).outcome().equals("not born yet"));
        var row = open.window.parts().results().rows().get(4);
        assertThat(new double[] {row.loss(), row.validation(), row.metric(), row.rate(), row.steps()}).containsOnly(Double.NaN);
        assertThat(texts("#results-card .label")).noneMatch(words -> words.contains("Faster") && words.contains("next"));
        goTo(STEPS, Outcome.RUNNING);
        await("there it is", () -> !Double.isNaN(open.window.parts().results().rows().get(4).loss()));
    }

    @Test
    void theGlassBoxSaysFromWhichStepOnItIs() {
        await("the glass box tells its step", () -> open.window.parts().glass().step() == STEPS);
        goTo(EARLY, Outcome.UNBORN);
        await("the glass box is empty and says why", () -> open.window.parts().glass().step() == -1
                && texts("#glass-card .label").stream().anyMatch(words -> words.contains("step 120")));
        assertThat(find("glass-sentence")).isNull();
        goTo(BIRTH, Outcome.RUNNING);
        await("it tells again", () -> open.window.parts().glass().step() == BIRTH);
    }

    @Test
    void itsCurvesBeginAtItsBirth() {
        CurveFeed curves = new CurveFeed(open.session);
        for (Quantity one : List.of(Quantity.TRAINING_LOSS, Quantity.VALIDATION_LOSS, Quantity.LEARNING_RATE)) {
            assertThat(onFx(() -> curves.of(BRANCH, one).at(EARLY))).as("%s", one).isNaN();
            assertThat(onFx(() -> curves.of(BRANCH, one).at(STEPS))).as("%s", one).isNotNaN();
        }
    }

    @Test
    void neitherTheLandscapeNorTheMetricsHaveAFigureOfIt() {
        runFx(() -> open.window.shownProperty().set(screen("tab.landscape")));
        await("it walks", () -> track() != null && track().head() >= 0);
        goTo(EARLY, Outcome.UNBORN);
        await("it does not walk", () -> track() != null && track().head() < 0 && track().points().isEmpty());
        runFx(() -> open.window.shownProperty().set(screen("tab.metrics")));
        await("the metrics know all but it", () -> judged() != null
                && judged().stream().allMatch(one -> one.one().id().equals(BRANCH) == one.each().isEmpty()));
        goTo(STEPS, Outcome.RUNNING);
        await("the metrics know it", () -> judged() != null && judged().stream().allMatch(one -> !one.each().isEmpty()));
    }

    private List<Judged> judged() {
        return open.window.scene().getRoot().lookupAll(".table-view").stream().map(TableView.class::cast).filter(Node::isVisible)
                .map(table -> (List<?>) table.getItems()).filter(lines -> !lines.isEmpty() && lines.get(0) instanceof Judged).findFirst()
                .map(lines -> lines.stream().map(Judged.class::cast).toList()).orElse(null);
    }

    private Screen screen(String key) {
        return open.window.screens().stream().filter(one -> one.titleKey().equals(key)).findFirst().orElseThrow();
    }

    private Track track() {
        return open.window.parts().landscape().feed().tracksProperty().get().stream().filter(one -> one.id().equals(BRANCH)).findFirst()
                .orElse(null);
    }
}
