package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.RaceState;
import downhill.ui.chart.ChartPane;
import downhill.ui.chart.SpreadDrawing;
import downhill.ui.fx.FxTest;
import downhill.ui.screen.state.StateController;
import downhill.ui.session.Demo;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Histograms of weights and gradients over the run, chosen by keyboard, over a race of the engine. */
class SpreadTest extends FxTest {
    private static final int STEPS = 60;
    private static final String HISTOGRAMS = "histograms over the run";

    @Test
    void eachStepShownHasAHistogramOfAllWeightsAndOneOfAllGradients() {
        try (OpenWindow open = OpenWindow.live(1440, 900)) {
            open.open(Demo.experiment("Iris"));
            await("the race is ready", () -> open.session.race().isOpen()
                    && open.session.snapshotProperty().get().state() == RaceState.PAUSED);
            runFx(() -> open.session.race().step(STEPS));
            await("the race has stepped", () -> open.session.snapshotProperty().get().step() == STEPS);
            StateController state = (StateController) open.window.screens().stream().filter(StateController.class::isInstance).findFirst()
                    .orElseThrow();
            runFx(() -> open.window.shownProperty().set(state));
            await("a step is told", () -> state.step() >= 0 && choice(open) != null);
            runFx(() -> choice(open).requestFocus());
            await("the list has the focus, and a skin, without which it hears no key",
                    () -> open.window.scene().getFocusOwner() == choice(open) && choice(open).getSkin() != null);
            int at = onFx(() -> words(choice(open)).indexOf(HISTOGRAMS));
            assertThat(at).isPositive();
            for (int i = 0; i < words(choice(open)).size() && !HISTOGRAMS.equals(onFx(() -> chosen(choice(open)))); i++) {
                open.press(KeyCode.DOWN);
            }
            assertThat(onFx(() -> chosen(choice(open)))).as("reached by arrow keys").isEqualTo(HISTOGRAMS);
            await("the histograms are counted", state::showsSpread);
            assertThat(onFx(() -> open.window.scene().getFocusOwner())).isSameAs(choice(open));
            await("both are drawn", () -> drawings(open).size() == 2 && drawings(open).stream().noneMatch(SpreadDrawing::isEmpty));
            for (SpreadDrawing one : onFx(() -> drawings(open))) {
                assertThat(one.steps().length).isGreaterThan(10);
                assertThat(one.steps()).isSorted().startsWith(0);
                assertThat(one.shares()).hasSameSizeAs(one.steps());
                assertThat(one.shares()).allSatisfy(column -> assertThat(Arrays.stream(column).sum()).isCloseTo(1, Offset.offset(1e-9)));
                assertThat(one.low()).isLessThan(one.high());
            }
            open.press(KeyCode.DOWN);
            assertThat(onFx(() -> chosen(choice(open)))).isEqualTo("matrices and singular values");
            await("the matrices are there", () -> !open.window.shownProperty().get().content().lookupAll(".heat-map").isEmpty());
            assertThat(onFx(() -> open.window.shownProperty().get().content().lookupAll(".histogram").stream().map(Node::getAccessibleText)
                    .toList())).allSatisfy(words -> assertThat(words).contains("singular values"));
            await("the gauge of the step is told", () -> open.window.scene().lookup("#glass-gauge").isVisible());
        }
    }

    private static ComboBox<?> choice(OpenWindow open) {
        return (ComboBox<?>) open.window.scene().lookup("#state-quantity");
    }

    private static <T> String chosen(ComboBox<T> choice) {
        return choice.getConverter().toString(choice.getValue());
    }

    private static <T> List<String> words(ComboBox<T> choice) {
        return choice.getItems().stream().map(choice.getConverter()::toString).toList();
    }

    private static List<SpreadDrawing> drawings(OpenWindow open) {
        return open.window.shownProperty().get().content().lookupAll(".chart-pane").stream().map(pane -> ((ChartPane) pane).drawing())
                .filter(SpreadDrawing.class::isInstance).map(SpreadDrawing.class::cast).toList();
    }
}
