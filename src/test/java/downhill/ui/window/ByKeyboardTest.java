package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.document.ContenderSpec;
import downhill.ui.chart.ChartPane;
import downhill.ui.chart.PlaneChart;
import downhill.ui.chart.shape.View;
import downhill.ui.fx.FxTest;
import downhill.ui.fx.inner.ShownFocus;
import downhill.ui.session.Demo;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the mouse does with charts, panels and the time line, done by keys alone. */
class ByKeyboardTest extends FxTest {
    private OpenWindow open;

    private void start(downhill.race.document.Experiment experiment) {
        open = new OpenWindow(1440, 900);
        open.open(experiment);
        await("the race is there", () -> open.session.race().isOpen()
                && open.session.snapshotProperty().get().state() == downhill.race.RaceState.PAUSED);
        runFx(() -> open.session.race().step(100));
        await("the race has stepped", () -> open.session.snapshotProperty().get().step() == 100);
    }

    @AfterEach
    void closeWindow() {
        open.close();
    }

    private void focusShown(Node node) {
        runFx(() -> ShownFocus.give(node));
        assertThat(onFx(node::isFocusVisible)).isTrue();
    }

    private ChartPane lossChart() {
        ChartPane chart = onFx(() -> ChartMenu.chart(open.window.scene(), open.window.parts().race().content()));
        await("the curves are drawn", () -> chart.frame() != null && chart.drawing() != null && !chart.drawing().isEmpty());
        return chart;
    }

    @Test
    void arrowsMoveACursorThatIsReadOutEverywhereAndLeaveTheRaceAlone() {
        start(Demo.experiment("Iris"));
        ChartPane chart = lossChart();
        focusShown(chart);
        List<String> before = List.copyOf(open.race().asked);
        open.press(KeyCode.RIGHT);
        await("the middle is read out", () -> !chart.readOut().isEmpty());
        double middle = onFx(() -> open.session.selection().hoverStepProperty().get());
        assertThat(middle).isBetween(1.0, 99.0);
        assertThat(onFx(() -> (String) chart.queryAccessibleAttribute(AccessibleAttribute.TEXT))).startsWith(onFx(chart::readOut));
        open.press(KeyCode.RIGHT);
        await("a later step", () -> open.session.selection().hoverStepProperty().get() > middle);
        open.press(KeyCode.LEFT);
        open.press(KeyCode.LEFT);
        await("an earlier step", () -> open.session.selection().hoverStepProperty().get() < middle);
        open.press(KeyCode.ESCAPE);
        assertThat(onFx(() -> open.session.selection().hoverStepProperty().get())).isNaN();
        assertThat(open.race().asked).isEqualTo(before);
        runFx(chart::requestFocus); // as a click gives it
        open.press(KeyCode.RIGHT);
        await("the race has stepped", () -> open.session.snapshotProperty().get().step() == 101);
    }

    @Test
    void aChartIsZoomedAboutItsCursorPannedAndShownWholeAgain() {
        start(Demo.experiment("Iris"));
        ChartPane chart = lossChart();
        focusShown(chart);
        open.press(KeyCode.LEFT);
        for (int i = 0; i < 10; i++) {
            open.press(KeyCode.LEFT); // three tenths of the width
        }
        open.press(KeyCode.PLUS);
        View near = onFx(() -> chart.viewProperty().get());
        assertThat(near.isAll()).isFalse();
        await("it is drawn nearer", () -> chart.frame().x().range().equals(near.x()));
        open.press(KeyCode.RIGHT, KeyCode.SHIFT);
        assertThat(onFx(() -> chart.viewProperty().get().x().low())).isGreaterThan(near.x().low());
        open.press(KeyCode.DIGIT0);
        assertThat(onFx(() -> chart.viewProperty().get())).isEqualTo(View.ALL);
        assertThat(open.race().asked).noneMatch(asked -> asked.equals("step 10"));
    }

    @Test
    void zeroShowsAllOfTheChartInViewWhicheverItIs() {
        start(Demo.experiment("Iris"));
        runFx(() -> open.window.shownProperty().set(open.window.parts().landscape()));
        PlaneChart chart = open.window.parts().landscape().chart();
        runFx(() -> {
            chart.viewProperty().set(new View(new downhill.ui.chart.shape.Range(0, 1), new downhill.ui.chart.shape.Range(0, 1)));
            open.window.scene().lookup("#run").requestFocus();
        });
        open.press(KeyCode.DIGIT0);
        assertThat(onFx(() -> chart.viewProperty().get())).isEqualTo(View.ALL);
    }

    @Test
    void theTimeLineGoesToItsRemarks() {
        start(Demo.experiment("Iris"));
        runFx(() -> open.session.edit(document -> document.withContenders(document.contenders().stream()
                .map(one -> one.id().equals("c4") ? one.withChanges(List.of(new ContenderSpec.Change(60, "learningRate", 0.2))) : one)
                        .toList())));
        Node line = onFx(() -> open.window.scene().lookup("#time-line"));
        runFx(line::requestFocus);
        await("the change is marked", () -> line.lookup(".time-mark") != null);
        open.press(KeyCode.LEFT, KeyCode.CONTROL);
        await("at the change", () -> open.race().asked.contains("seek 60"));
        open.press(KeyCode.HOME);
        await("at the beginning", () -> open.race().asked.contains("seek 0"));
    }
}
