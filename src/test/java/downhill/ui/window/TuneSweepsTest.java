package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.document.ContenderSpec;
import downhill.ui.chart.ChartPane;
import downhill.study.map.TrainabilityMap.End;
import downhill.ui.chart.MapDrawing;
import downhill.ui.screen.Screen;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;

/** Runs beside a search: a map of how training ends, and rates to begin with. */
class TuneSweepsTest extends TuneWindow {
    private Screen view(String name) {
        return tune.large().stream().filter(screen -> screen.titleKey().endsWith(name)).findFirst().orElseThrow();
    }

    private ButtonBase button(Screen screen, String words) {
        return onFx(() -> (ButtonBase) Stream.of(screen.options(), screen.content()).flatMap(node -> node.lookupAll(".button").stream())
                .filter(node -> node instanceof ButtonBase one && one.getText().equals(words)).findFirst().orElseThrow());
    }

    @Test
    void aMapIsDrawnAndTheRunOfAPixelRaces() {
        plan(4, "learningRate=0.001..10:log", "batch=8..64:log");
        Screen map = view("map");
        runFx(() -> open.window.shownProperty().set(map));
        runFx(() -> button(map, "Draw").fire());
        ChartPane chart = (ChartPane) map.content();
        await("a first picture is drawn", () -> chart.drawing() instanceof MapDrawing && chart.frame() != null);
        MapDrawing drawn = (MapDrawing) onFx(chart::drawing);
        assertThat(drawn.map().count(End.LEARNED)).isPositive();
        int before = open.session.experiment().contenders().size();
        runFx(() -> {
            Point2D middle = chart.localToScene(chart.getWidth() / 2, chart.getHeight() / 2);
            chart.fireEvent(new MouseEvent(MouseEvent.MOUSE_CLICKED, middle.getX(), middle.getY(), 0, 0, MouseButton.PRIMARY, 1, false,
                    false, false, false, false, false, false, false, false, true, null));
        });
        assertThat(open.session.experiment().contenders()).hasSize(before + 1);
        assertThat(open.window.workspaces().chosenProperty().get().id()).isEqualTo("train");
    }

    @Test
    void ratesAreFoundForEveryContenderAndTaken() {
        Screen finder = view("finder");
        runFx(() -> open.window.shownProperty().set(finder));
        runFx(() -> button(finder, "Find rates").fire());
        await("all are found", () -> !button(finder, "Find rates").isDisabled() && onFx(() -> finder.content().lookup(".link")) != null);
        ContenderSpec before = open.session.experiment().contenders().get(0);
        runFx(() -> button(finder, "Use it").fire());
        List<ContenderSpec> now = open.session.experiment().contenders();
        assertThat(now.get(0).hyperparameters().get("learningRate")).isNotEqualTo(before.hyperparameters().get("learningRate"));
        runFx(() -> open.session.undo());
        assertThat(open.session.experiment().contenders().get(0)).isEqualTo(before);
    }
}
