package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.race.RaceSnapshot;
import downhill.race.RaceState;
import downhill.race.Racing.Quantity;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.history.Curve;
import downhill.ui.chart.ChartPane;
import downhill.ui.control.SteadyText;
import downhill.ui.control.Tip;
import downhill.ui.fx.FxTest;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.panel.PanelForm;
import downhill.ui.screen.results.ResultRow;
import downhill.ui.session.Demo;
import downhill.ui.session.Snapshots;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The loss of a contender at a step is the same number wherever the window tells one. */
class OneLossTest extends FxTest {
    /** Batches of 16 in the 120 rows of an epoch. */
    private static final int EPOCH = 8;

    private OpenWindow open;

    @BeforeEach
    void openWindow() {
        open = OpenWindow.live(1440, 900);
        Experiment demo = Demo.experiment("Demo");
        List<ContenderSpec> some = List.of(demo.contenders().get(0), demo.contenders().get(3).withSeeds(3));
        open.open(demo.withContenders(some));
        await("the race is ready", () -> open.session.snapshotProperty().get().state() == RaceState.PAUSED);
    }

    @AfterEach
    void closeWindow() {
        open.close();
    }

    private void stand(long step) {
        await("it stands at " + step, () -> open.session.snapshotProperty().get().state() != RaceState.RUNNING
                && standings().stream().allMatch(one -> one.step() == step));
        nextFrame();
        nextFrame();
    }

    private List<RaceSnapshot.Standing> standings() {
        return open.session.snapshotProperty().get().contenders();
    }

    /** From the losses of single batches, as the history has them. */
    private double expected(String id, int step, int over) {
        Curve batches = onFx(() -> open.session.race().racing().curve(id, Quantity.TRAINING_LOSS, 1 << 20));
        return Arrays.stream(batches.y(), Math.max(0, step - over), step).average().orElseThrow();
    }

    @Test
    void everyPlaceTellsTheMeanOfTheLastEpochsBatchesAndTheyAgree() {
        runFx(() -> open.session.race().step(400));
        stand(400);
        assertAgree(400);
        runFx(() -> open.session.race().seek(137));
        stand(137);
        assertAgree(137);
        runFx(() -> open.session.race().seek(3));
        stand(3);
        assertAgree(3);
    }

    private void assertAgree(int step) {
        for (ContenderSpec one : open.session.experiment().contenders()) {
            double loss = expected(one.id(), step, EPOCH);
            String words = Numbers.format(loss);
            assertThat(standing(one.id()).loss()).as("standing").isCloseTo(loss, within(1e-12));
            assertThat(listed()).as("list of contenders at %s", step).contains(words);
            assertThat(row(one.id()).loss()).as("results").isCloseTo(loss, within(1e-12));
            assertThat(accessible(one.id())).as("what the list says aloud").contains(words);
            assertThat(readOut(step)).as("read-out of the curves at %s", step).contains(one.name() + " " + words);
        }
        assertPanels();
        assertCaption();
    }

    private void assertPanels() {
        runFx(() -> {
            open.window.parts().compare().formProperty().set(PanelForm.LOSS);
            open.window.shownProperty().set(open.window.parts().compare());
        });
        nextFrame();
        List<String> captions = onFx(() -> words(open.window.parts().compare().content()));
        standings().forEach(one -> assertThat(captions).as("panels")
                .anyMatch(each -> each.startsWith("loss " + Numbers.format(one.loss()) + " ")));
        runFx(() -> open.window.shownProperty().set(open.window.parts().race()));
        nextFrame();
    }

    private static List<String> words(Node within) {
        return Stream.concat(within.lookupAll(".label").stream().map(node -> ((Label) node).getText()),
                within.lookupAll(".steady-text").stream().map(node -> ((SteadyText) node).getText())).toList();
    }

    private void assertCaption() {
        RaceSnapshot.Standing chosen = standings().get(0);
        runFx(() -> {
            open.window.lecture().caption().setShown(false);
            open.session.selection().contenderProperty().set(chosen.id());
            open.window.lecture().caption().setShown(true);
        });
        assertThat(onFx(() -> open.window.lecture().caption().sentence())).as("caption").contains(Numbers.format(chosen.loss()));
        runFx(() -> open.window.lecture().caption().setShown(false));
    }

    private RaceSnapshot.Standing standing(String id) {
        return Snapshots.of(open.session.snapshotProperty().get(), id).orElseThrow();
    }

    private ResultRow row(String id) {
        return onFx(() -> open.window.parts().results().rows().stream().filter(one -> one.contender().id().equals(id)).findFirst()
                .orElseThrow());
    }

    private List<String> listed() {
        return onFx(() -> open.window.scene().getRoot().lookupAll(".contender-row .steady-text").stream()
                .map(node -> ((SteadyText) node).getText()).toList());
    }

    private String accessible(String id) {
        String name = open.session.experiment().contenders().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow().name();
        return onFx(() -> open.window.scene().getRoot().lookupAll(".contender-row").stream().map(Node::getAccessibleText)
                .filter(words -> words.startsWith(name))
                .findFirst().orElseThrow());
    }

    private String readOut(int step) {
        ChartPane chart = (ChartPane) onFx(() -> open.window.parts().race().content());
        await("the curves are drawn", () -> chart.frame() != null && chart.frame().x().range().contains(399));
        runFx(() -> {
            Point2D at = chart.localToScene(Math.min(chart.frame().x().toPixel(step), chart.frame().plot().getMaxX() - 0.5),
                    chart.frame().plot().getCenterY());
            Event.fireEvent(chart, new MouseEvent(MouseEvent.MOUSE_MOVED, at.getX(), at.getY(), at.getX(), at.getY(), MouseButton.NONE, 0,
                    false, false, false, false, false, false, false, false, false, true, null));
        });
        return onFx(chart::readOut);
    }

    @Test
    void aLossIsExplainedWhereItIsTold() {
        runFx(() -> open.session.race().step(5));
        stand(5);
        assertThat(onFx(() -> tip(open.window.scene().lookup(".contender-row .steady-text")))).isEqualTo(Messages.text("loss.about"));
        List<String> tips = onFx(() -> open.window.scene().lookup("#results-card").lookupAll(".table-cell").stream()
                .filter(TableCell.class::isInstance)
                .map(Tip::told).distinct().toList());
        assertThat(tips).contains(Messages.text("loss.about"));
    }

    private static String tip(Node node) {
        return Tip.told(node);
    }
}
