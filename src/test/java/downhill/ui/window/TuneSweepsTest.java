package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.document.ContenderSpec;
import downhill.study.map.TrainabilityMap.End;
import downhill.study.map.TrainabilityMap;
import downhill.study.space.ValueText;
import downhill.ui.chart.ChartPane;
import downhill.ui.chart.MapDrawing;
import downhill.ui.screen.Screen;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Stream;
import javafx.event.EventType;
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

    /** A part that is dragged across is drawn anew with values of its own; the whole comes back. */
    @Test
    void aPartOfAMapIsDrawnAnewAndTheWholeComesBack() {
        plan(4, "learningRate=0.001..10:log", "batch=8..64:log");
        Screen map = view("map");
        runFx(() -> open.window.shownProperty().set(map));
        runFx(() -> button(map, "Draw").fire());
        ChartPane chart = (ChartPane) map.content();
        await("the whole is drawn", () -> chart.drawing() instanceof MapDrawing all && all.map().complete() && chart.frame() != null);
        TrainabilityMap whole = onFx(() -> ((MapDrawing) chart.drawing()).map());
        runFx(() -> {
            Rectangle2D plot = chart.frame().plot();
            mouse(chart, MouseEvent.MOUSE_PRESSED, plot.getMinX() + plot.getWidth() * 0.25, plot.getMinY() + plot.getHeight() * 0.2, true);
            mouse(chart, MouseEvent.MOUSE_DRAGGED, plot.getMinX() + plot.getWidth() * 0.5, plot.getMinY() + plot.getHeight() * 0.6, false);
            mouse(chart, MouseEvent.MOUSE_RELEASED, plot.getMinX() + plot.getWidth() * 0.5, plot.getMinY() + plot.getHeight() * 0.6, false);
        });
        await("a part is drawn", () -> chart.drawing() instanceof MapDrawing now && now.map().across() != whole.across());
        TrainabilityMap part = onFx(() -> ((MapDrawing) chart.drawing()).map());
        List<Object> rates = whole.across().values();
        assertThat(part.across().values()).hasSizeGreaterThan(rates.size() / 2).startsWith(rates.get(rates.size() / 4))
                .endsWith(rates.get(rates.size() / 2));
        assertThat((Long) part.up().values().get(0)).isGreaterThan(8);
        assertThat(onFx(() -> chart.drawing().table().rows().get(0))).as("values, not pixels").startsWith(
                ValueText.of(part.across().values().get(0)), ValueText.of(part.up().values().get(0)));
        runFx(() -> button(map, "Whole map").fire());
        await("the whole is back", () -> ((MapDrawing) chart.drawing()).map().across().values().equals(rates));
    }

    private static void mouse(ChartPane chart, EventType<MouseEvent> type, double x, double y, boolean still) {
        Point2D at = chart.localToScene(x, y);
        chart.fireEvent(new MouseEvent(type, at.getX(), at.getY(), at.getX(), at.getY(), MouseButton.PRIMARY, 1, false, false, false, false,
                type != MouseEvent.MOUSE_RELEASED, false, false, false, false, still, null));
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
