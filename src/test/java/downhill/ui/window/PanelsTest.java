package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.document.ContenderSpec;
import downhill.ui.chart.ChartPane;
import downhill.ui.chart.LineChart;
import downhill.ui.chart.SeriesData;
import downhill.ui.fit.FitView;
import downhill.ui.fx.FxTest;
import downhill.ui.panel.PanelForm;
import downhill.ui.session.Demo;
import downhill.ui.session.Edits;
import java.util.List;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A panel for each contender: small and large, in an order of one's own, zoomed and pointed at together. */
class PanelsTest extends FxTest {
    private OpenWindow open;

    @BeforeEach
    void openWindow() {
        open = new OpenWindow(1440, 900);
        open.open(Demo.experiment("Iris"));
        await("the race is there", () -> open.session.dataProperty().get() != null && open.session.race().isOpen());
        runFx(() -> open.session.race().step(412));
        await("the race has stepped", () -> open.session.snapshotProperty().get().step() == 412);
    }

    @AfterEach
    void closeWindow() {
        open.close();
    }

    @Test
    void whereThereIsNoLandscapeYetTheCurvesAreShown() {
        await("every panel has a drawn curve", () -> open.window.parts().multiples().contenders().stream().map(this::chart)
                .allMatch(chart -> chart instanceof LineChart && chart.drawingsProperty().get() > 0 && !chart.drawing().isEmpty()));
        assertThat(onFx(() -> open.window.parts().multiples().contenders())).containsExactly("c1", "c2", "c3", "c4");
    }

    @Test
    void altAndAnArrowKeyMoveAPanelAndItKeepsTheFocus() {
        awaitPanels();
        runFx(() -> chart("c1").requestFocus());
        open.press(KeyCode.RIGHT, KeyCode.ALT);
        assertThat(order()).containsExactly("c2", "c1", "c3", "c4");
        assertThat(onFx(() -> open.window.scene().getFocusOwner())).isSameAs(onFx(() -> chart("c1")));
        open.press(KeyCode.RIGHT, KeyCode.ALT);
        open.press(KeyCode.LEFT, KeyCode.ALT);
        assertThat(onFx(() -> open.window.parts().multiples().contenders())).containsExactly("c2", "c1", "c3", "c4");
        assertThat(open.races).as("the order is no new race").hasSize(1);
    }

    @Test
    void aPanelDraggedOntoAnotherTakesItsPlace() {
        awaitPanels();
        runFx(() -> {
            Node head = panel("c1").getChildren().get(0);
            Bounds from = head.localToScene(head.getBoundsInLocal());
            Bounds to = panel("c3").localToScene(panel("c3").getBoundsInLocal());
            head.fireEvent(mouse(MouseEvent.MOUSE_PRESSED, from.getMinX() + 5, from.getCenterY()));
            head.fireEvent(mouse(MouseEvent.MOUSE_DRAGGED, to.getCenterX(), to.getCenterY()));
            assertThat(panel("c1").getTranslateX()).as("it follows the mouse").isPositive();
            head.fireEvent(mouse(MouseEvent.MOUSE_RELEASED, to.getCenterX(), to.getCenterY()));
        });
        assertThat(order()).containsExactly("c2", "c3", "c1", "c4");
        assertThat(onFx(() -> panel("c1").getTranslateX())).isZero();
    }

    @Test
    void aStepPointedAtIsPointedAtEverywhere() {
        awaitPanels();
        runFx(() -> ((LineChart) chart("c1")).hoverXProperty().set(200));
        assertThat(onFx(() -> open.session.selection().hoverStepProperty().get())).isEqualTo(200);
        assertThat(onFx(() -> ((LineChart) chart("c3")).hoverXProperty().get())).isEqualTo(200);
        LineChart race = (LineChart) onFx(() -> open.window.parts().race().content());
        assertThat(onFx(() -> race.hoverXProperty().get())).isEqualTo(200);
        runFx(() -> race.hoverXProperty().set(Double.NaN));
        assertThat(onFx(() -> ((LineChart) chart("c3")).hoverXProperty().get())).isNaN();
    }

    @Test
    void zoomingOnePanelByKeyZoomsAll() {
        awaitPanels();
        runFx(() -> chart("c2").requestFocus());
        open.press(KeyCode.PLUS);
        assertThat(onFx(() -> chart("c2").viewProperty().get().isAll())).isFalse();
        assertThat(onFx(() -> chart("c4").viewProperty().get())).isEqualTo(onFx(() -> chart("c2").viewProperty().get()));
    }

    @Test
    void theBigScreenIsOneKeyAndGoesBackToWhatWasThere() {
        open.press(KeyCode.B);
        assertThat(onFx(() -> open.window.shownProperty().get())).isSameAs(open.window.parts().compare());
        assertThat(onFx(() -> open.window.model().leftProperty().get() || open.window.model().rightProperty().get())).isFalse();
        open.press(KeyCode.B);
        assertThat(onFx(() -> open.window.shownProperty().get())).isSameAs(open.window.parts().race());
        assertThat(onFx(() -> open.window.model().leftProperty().get() && open.window.model().rightProperty().get())).isTrue();
    }

    @Test
    void soloByKeyboardLeavesOnePanelAndALinkBringsAllBack() {
        runFx(() -> open.window.shownProperty().set(open.window.parts().compare()));
        nextFrame();
        runFx(() -> panel("c2").lookup(".small-toggle").requestFocus());
        runFx(() -> ((ToggleButton) panel("c2").lookup(".small-toggle")).fire());
        assertThat(onFx(() -> open.window.parts().compare().contenders())).containsExactly("c2");
        runFx(() -> ((javafx.scene.control.Button) open.window.parts().compare().options().lookup(".link")).fire());
        assertThat(onFx(() -> open.window.parts().compare().contenders())).hasSize(4);
    }

    @Test
    void sideBySideAContenderOfSeveralSeedsHasItsBandAndTheOthersHaveNone() {
        runFx(() -> {
            open.session.edit(document -> Edits.contender(document, "c2", one -> one.withSeeds(3)));
            open.window.shownProperty().set(open.window.parts().compare());
        });
        await("the race of several seeds is there", () -> open.session.race().isOpen()
                && open.race().experiment().contenders().get(1).seeds() == 3);
        runFx(() -> open.session.race().step(40));
        await("its band is drawn", () -> open.window.parts().compare().contenders().size() == 4 && isBanded(main("c2")));
        runFx(() -> {
            SeriesData mean = main("c2");
            assertThat(mean.band().low().y(5)).isLessThan(mean.points().y(5));
            assertThat(mean.band().high().y(5)).isGreaterThan(mean.points().y(5));
            assertThat(List.of(main("c1"), main("c3"), main("c4"))).allMatch(one -> one.band() == null);
        });
    }

    /** The main curve of a large panel; null while there is no panel, as right after the race was set up anew. */
    private SeriesData main(String contender) {
        Node panel = open.window.parts().compare().content().lookup("#panel-" + contender);
        LineChart chart = panel == null ? null : (LineChart) panel.lookup(".chart-pane");
        return chart == null || chart.series().isEmpty() ? null : chart.series().get(chart.series().size() - 1);
    }

    private static boolean isBanded(SeriesData mean) {
        return mean != null && mean.points().size() > 30 && mean.band() != null && mean.band().low().size() > 30
                && mean.band().high().size() > 30;
    }

    @Test
    void nobodyIsSaidToBeHiddenWhileAllHaveAPanel() {
        runFx(() -> open.window.shownProperty().set(open.window.parts().compare()));
        nextFrame();
        assertThat(onFx(() -> open.window.parts().compare().contenders())).hasSize(4);
        assertThat(onFx(() -> open.window.parts().compare().options().lookup(".link").isVisible())).isFalse();
    }

    @Test
    void theListOffersEveryViewThatTheModelHas() {
        ComboBox<?> choice = (ComboBox<?>) onFx(() -> open.window.parts().multiples().node().lookup(".combo-box"));
        List<Object> offered = List.copyOf(onFx(choice::getItems));
        assertThat(offered).contains(PanelForm.LANDSCAPE, PanelForm.LOSS, new PanelForm(PanelForm.Kind.FIT, null, FitView.PLANE),
                new PanelForm(PanelForm.Kind.FIT, null, FitView.CONFUSION), new PanelForm(PanelForm.Kind.FIT, null, FitView.ROC));
    }

    private void awaitPanels() {
        await("every panel has a drawn curve", () -> open.window.parts().multiples().contenders().size() == 4
                && open.window.parts().multiples().contenders().stream().map(this::chart).allMatch(chart -> chart.frame() != null));
    }

    private List<String> order() {
        return onFx(() -> open.session.experiment().contenders().stream().map(ContenderSpec::id).toList());
    }

    private VBox panel(String contender) {
        return (VBox) open.window.scene().lookup("#panel-" + contender);
    }

    private ChartPane chart(String contender) {
        return (ChartPane) panel(contender).lookup(".chart-pane");
    }

    private static MouseEvent mouse(EventType<MouseEvent> type, double x, double y) {
        return new MouseEvent(type, x, y, x, y, MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, false, false,
                true, null);
    }
}
