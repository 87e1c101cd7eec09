package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.Problem;
import downhill.ui.chart.ChartPane;
import downhill.ui.chart.PlaneChart;
import downhill.ui.fx.FxTest;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.panel.PanelForm;
import downhill.ui.screen.Screen;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From two to sixty contenders, with long names, nothing is cut off, covered or told nowhere, and all panels are equal. */
class CrowdTest extends FxTest {
    private static final List<double[]> SIZES = List.of(new double[] {2560, 1440}, new double[] {1920, 1080}, new double[] {1440, 900}, new double[] {1100, 700});

    @AfterEach
    void speakEnglish() {
        runFx(() -> Messages.languageProperty().set(Language.ENGLISH));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8, 24})
    void everybodyHasAPlaceAtEverySize(int count) {
        try (OpenWindow open = new OpenWindow(1440, 900)) {
            begin(open, count, 412);
            (count == 24 ? SIZES : List.of(SIZES.get(0), SIZES.get(3))).forEach(size -> look(open, count, size));
        }
    }

    @Test
    void inChineseAsWell() {
        try (OpenWindow open = new OpenWindow(1440, 900)) {
            runFx(() -> Messages.languageProperty().set(Language.CHINESE));
            begin(open, 8, 412);
            SIZES.subList(2, 4).forEach(size -> look(open, 8, size));
        }
    }

    @Test
    void sixtyPanelsAreThereAndThoseOutOfViewAreNotDrawn() {
        try (OpenWindow open = new OpenWindow(1440, 900)) {
            begin(open, 60, 412);
            look(open, 60, SIZES.get(2));
            runFx(() -> open.window.shownProperty().set(open.window.parts().compare()));
            Node grid = open.window.parts().compare().content();
            await("the first panel is drawn", () -> chart(grid, "c1").drawingsProperty().get() > 0);
            assertThat(onFx(() -> chart(grid, "c60").drawingsProperty().get())).as("drawings of a panel out of view").isZero();
            runFx(() -> ((ScrollPane) grid.lookup(".scroll-pane")).setVvalue(1));
            await("the last panel is drawn once it comes into view", () -> chart(grid, "c60").drawingsProperty().get() > 0);
        }
    }

    @Test
    void picturesOfModelsHaveAPlaceToo() {
        try (OpenWindow open = OpenWindow.live(1440, 900)) {
            begin(open, 8, 20);
            for (Screen screen : List.of(open.window.parts().fit(), open.window.parts().metrics())) {
                show(open, screen);
                await("there are eight panels", () -> panels(screen.content()).size() == 8);
                SIZES.subList(2, 4).forEach(size -> {
                    resize(open, size);
                    check(open, screen);
                });
            }
        }
    }

    @Test
    void anotherSurfaceLeavesNoCanvasOfTheOneBefore() {
        try (OpenWindow open = OpenWindow.live(1440, 900)) {
            runFx(() -> open.session.open(Crowd.of(24).withProblem(new Problem.Surface("booth", -5, 5)), null, null));
            await("the race is there", () -> open.session.race().isOpen());
            runFx(() -> {
                open.window.parts().compare().formProperty().set(PanelForm.LANDSCAPE);
                open.window.shownProperty().set(open.window.parts().compare());
            });
            Node grid = open.window.parts().compare().content();
            await("the landscape is drawn", () -> chart(grid, "c1") instanceof PlaneChart
                    && chart(grid, "c1").drawingsProperty().get() > 0);
            runFx(() -> {
                open.session.edit(document -> document.withProblem(new Problem.Surface("himmelblau", -1, 0)));
                for (String id : open.window.parts().compare().contenders()) {
                    assertThat(chart(grid, id).drawingsProperty().get()).as("canvases of the surface before in " + id).isZero();
                }
            });
        }
    }

    private static void begin(OpenWindow open, int count, int steps) {
        open.open(Crowd.longNamed(count));
        await("the race is there", () -> open.session.dataProperty().get() != null && open.session.race().isOpen());
        runFx(() -> open.session.race().step(steps));
        await("it has stepped", () -> open.session.snapshotProperty().get().step() == steps);
    }

    private static void look(OpenWindow open, int count, double[] size) {
        resize(open, size);
        for (Screen screen : onFx(() -> open.window.screens())) {
            show(open, screen);
            check(open, screen);
        }
        assertThat(onFx(() -> panels(open.window.parts().compare().content()))).hasSize(count);
    }

    private static void resize(OpenWindow open, double[] size) {
        runFx(() -> {
            open.window.scene().getRoot().resize(size[0], size[1]); // stays so, as long as the window keeps its own size
        });
        nextFrame();
        nextFrame();
    }

    private static void show(OpenWindow open, Screen screen) {
        runFx(() -> open.window.shownProperty().set(screen));
        nextFrame();
        nextFrame();
        nextFrame();
    }

    private static void check(OpenWindow open, Screen screen) {
        assertThat(onFx(() -> Seen.faults(open.window.scene()))).as(screen.titleKey() + " at " + onFx(() -> open.window.scene().getRoot().getLayoutBounds().getWidth())).isEmpty();
        assertThat(onFx(() -> sizes(screen.content()))).as("sizes of panels of " + screen.titleKey()).hasSizeLessThanOrEqualTo(1);
        assertThat(onFx(() -> sizes(open.window.parts().multiples().node()))).as("sizes of small panels").hasSizeLessThanOrEqualTo(1);
    }

    private static List<Region> panels(Node within) {
        return within.lookupAll(".equal-cells").stream().flatMap(cells -> ((Region) cells).getChildrenUnmodifiable().stream()).map(Region.class::cast).toList();
    }

    private static Set<List<Long>> sizes(Node within) {
        return panels(within).stream().map(panel -> List.of(Math.round(panel.getWidth()), Math.round(panel.getHeight()))).collect(Collectors.toSet());
    }

    private static ChartPane chart(Node grid, String contender) {
        return (ChartPane) grid.lookup("#panel-" + contender).lookup(".chart-pane");
    }
}
