package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.source.SampleData;
import downhill.race.document.Problem;
import downhill.ui.chart.ChartPane;
import downhill.ui.chart.PlaneChart;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.panel.PanelForm;
import downhill.ui.screen.Screen;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From two to sixty contenders, with long names, nothing is cut off, covered or told nowhere, and all panels are equal. */
class CrowdTest extends CrowdLook {
    @AfterEach
    void speakEnglish() {
        runFx(() -> Messages.languageProperty().set(Language.ENGLISH));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8, 24})
    void everybodyHasAPlaceAtEverySize(int count) {
        try (OpenWindow open = new OpenWindow(1440, 900)) {
            begin(open, count, 412);
            (count == 24 ? List.of(HUGE, LARGE, USUAL, SMALL) : List.of(HUGE, SMALL)).forEach(size -> look(open, count, size));
        }
    }

    @Test
    void inChineseAsWell() {
        try (OpenWindow open = new OpenWindow(1440, 900)) {
            runFx(() -> Messages.languageProperty().set(Language.CHINESE));
            begin(open, 8, 412);
            List.of(USUAL, SMALL).forEach(size -> look(open, 8, size));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aProjectedWindowHasRoomForEverythingToo(Language language) {
        try (OpenWindow open = new OpenWindow(1440, 900)) {
            runFx(() -> Messages.languageProperty().set(language));
            begin(open, 8, 412);
            lecture(open, language == Language.ENGLISH ? SMALL : BETWEEN);
        }
    }

    @Test
    void manyResultsLeaveAProjectedViewItsHalf() {
        try (OpenWindow open = new OpenWindow(1440, 900)) {
            begin(open, 24, 20);
            runFx(() -> open.window.lecture().onProperty().set(true));
            for (double[] size : List.of(BETWEEN, LARGE)) {
                resize(open, size);
                for (Screen screen : List.of(open.window.parts().race(), open.window.parts().landscape())) {
                    show(open, screen);
                    check(open, screen);
                }
            }
            Node middle = onFx(() -> open.window.scene().lookup(".main-card").getParent());
            assertThat(onFx(() -> open.window.scene().lookup("#results-large").isVisible())).isTrue();
            assertThat(onFx(() -> open.window.scene().lookup(".main-card").getLayoutBounds().getHeight()))
                    .isGreaterThan(onFx(() -> 0.4 * middle.getLayoutBounds().getHeight()));
        }
    }

    /** What is looked at before it is taken has two buttons more. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void noMoreIsLostOfATableLookedAtInAProjectedWindow(Language language) {
        try (OpenWindow open = new OpenWindow(1440, 900)) {
            runFx(() -> Messages.languageProperty().set(language));
            begin(open, 2, 20);
            runFx(() -> {
                open.window.lecture().onProperty().set(true);
                open.window.showData();
                open.window.parts().data().preview(SampleData.of("breast-cancer").spec());
            });
            await("it is there", () -> open.window.scene().lookup("#data-use").isVisible()
                    && !open.window.scene().lookup("#data-use").isDisabled());
            for (double[] size : List.of(SMALL, BETWEEN, USUAL)) {
                for (boolean column : new boolean[] {true, false}) {
                    runFx(() -> open.window.model().leftProperty().set(column));
                    resize(open, size);
                    check(open, open.window.parts().data());
                }
            }
        }
    }

    @Test
    void sixtyPanelsAreThereAndThoseOutOfViewAreNotDrawn() {
        try (OpenWindow open = new OpenWindow(1440, 900)) {
            begin(open, 60, 412);
            look(open, 60, USUAL);
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
                List.of(USUAL, SMALL).forEach(size -> {
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

    /** Null while its panel is not made yet. */
    private static ChartPane chart(Node grid, String contender) {
        return (ChartPane) grid.lookup("#panel-" + contender + " .chart-pane");
    }
}
