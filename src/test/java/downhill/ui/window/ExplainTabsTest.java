package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.ui.chart.ChartPane;
import downhill.ui.chart.OverlayDrawing;
import downhill.ui.chart.PickChart;
import downhill.ui.chart.RegionDrawing;
import downhill.ui.chart.ShareDrawing;
import downhill.ui.chart.SurfaceDrawing;
import downhill.ui.chart.WindowDrawing;
import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.control.Segments;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.Screen;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;

/** Tables, images and series each have a picture in every tab of Explain, or a sentence why there is none. */
class ExplainTabsTest extends ExplainWindow {
    private static final int STEPS = 12;
    private static final int TABS = 9;
    private static final int KEYS = 9;

    private Screen shown() {
        return open.window.shownProperty().get();
    }

    private boolean says(Parent where, String words) {
        return where.lookupAll(".label").stream().anyMatch(node -> node instanceof Label label && label.isVisible() && words.equals(label.getText()));
    }

    private static void choose(String segments, int number) {
        choose((Segments<?>) open.window.scene().lookup(segments), number);
    }

    /** By its key, where it has one: the race has no more views. */
    private void go(int tab) {
        if (tab < KEYS) {
            open.press(KeyCode.values()[KeyCode.DIGIT1.ordinal() + tab]);
        } else {
            Tabs tabs = ((ExplainSpace) open.window.workspaces().present()).tabs();
            runFx(() -> tabs.shownProperty().set(tabs.screens().get(tab)));
        }
    }

    /** Goes through all tabs: none is left with a promise, and none shows the name of a message. */
    private void everyTabTellsSomething() {
        for (int tab = 0; tab < TABS; tab++) {
            go(tab);
            assertThat((Object) onFx(this::shown)).isSameAs(((ExplainSpace) open.window.workspaces().present()).tabs().screens().get(tab));
            await("tab " + tab + " tells something", () -> onFx(() -> {
                Parent content = (Parent) shown().content();
                return !content.getChildrenUnmodifiable().isEmpty() && !says(content, Messages.text("explain.soon"));
            }));
            assertThat(onFx(() -> ((Parent) shown().content()).lookupAll(".label").stream()
                    .map(node -> ((Label) node).getText()).filter(text -> text.startsWith("explain.")).toList())).isEmpty();
            assertThat((Object) onFx(this::mute)).as("what has no words for who does not see it, in tab " + tab).isEqualTo(List.of());
        }
    }

    /** Pictures and controls in view that the keyboard reaches and nothing is read out of. */
    private List<String> mute() {
        return open.window.scene().getRoot().lookupAll("*").stream().filter(ExplainTabsTest::isInView)
                .filter(node -> node instanceof ChartPane || node.isFocusTraversable() && node instanceof Control
                        && !(node instanceof ScrollPane))
                .filter(node -> Objects.toString(read(node), "").isBlank())
                .filter(node -> !(node instanceof Labeled words) || words.getText() == null || words.getText().isBlank())
                .map(node -> node.getClass().getSimpleName() + "#" + node.getId()).toList();
    }

    private static Object read(Node node) {
        return node instanceof ChartPane chart ? chart.queryAccessibleAttribute(AccessibleAttribute.TEXT) : node.getAccessibleText();
    }

    private static boolean isInView(Node node) {
        return node == null || node.isVisible() && isInView(node.getParent());
    }

    @Test
    void ofATableEveryWayToTellIsThere() {
        start(numbers());
        step(STEPS);
        everyTabTellsSomething();
        open.press(KeyCode.DIGIT2);
        ShareDrawing pairs = drawing("#explain-pairs", ShareDrawing.class);
        assertThat(pairs.bars()).hasSize(12);
        SurfaceDrawing surface = drawing("#explain-surface", SurfaceDrawing.class);
        assertThat(pairs.bars().get(0).name()).isEqualTo(surface.x().title() + " × " + surface.y().title());
        open.press(KeyCode.DIGIT3);
        choose("#explain-row-way", 0);
        assertThat(drawing("#explain-row", ShareDrawing.class).bars()).as("LIME, with its spread").hasSize(6)
                .allSatisfy(bar -> assertThat(bar.low()).isLessThan(bar.high()));
        choose("#explain-row-way", 1);
        await("gradients lead from the mean to what is said",
                () -> onFx(() -> open.window.scene().lookup("#explain-row-words") instanceof Label words
                        && words.getText().contains("lead from")));
        choose("#explain-row-way", 2);
        RegionDrawing region = drawing("#explain-row", RegionDrawing.class);
        assertThat(region.bands()).as("what the region asks for").hasSizeBetween(1, 4)
                .allSatisfy(band -> assertThat(band.own()).isBetween(band.from(), band.to()));
        assertThat(region.stays().share()).isGreaterThan(region.stays().usual());
        Films.moves(chart("#explain-row"), STEPS);
        open.press(KeyCode.DIGIT5);
        choose("#explain-errs-look", 0);
        assertThat(drawing("#explain-errs", ShareDrawing.class).bars()).isNotEmpty();
    }

    @Test
    void ofImagesColourOverThePictureTellsWhatIsSaid() {
        start(AskedWindow.experiment("digits", Architecture.Cnn.digits(), Loss.CROSS_ENTROPY));
        step(STEPS);
        everyTabTellsSomething();
        open.press(KeyCode.DIGIT1);
        OverlayDrawing where = drawing("#explain-features", OverlayDrawing.class);
        assertThat(where.tiles()).hasSize(1).allSatisfy(tile -> assertThat(tile.over()).hasSize(8));
        open.press(KeyCode.DIGIT3);
        assertThat(drawing("#explain-row", OverlayDrawing.class).tiles()).hasSize(4);
        Films.moves(chart("#explain-row"), STEPS);
        assertThat(drawing("#explain-waterfall", OverlayDrawing.class).tiles()).hasSize(1);
        open.press(KeyCode.DIGIT5);
        choose("#explain-errs-look", 2);
        OverlayDrawing suspects = drawing("#explain-errs", OverlayDrawing.class);
        int before = onFx(() -> open.session.selection().rowProperty().get());
        pick(chart("#explain-errs"), suspects);
        assertThat(onFx(() -> open.session.selection().rowProperty().get())).as("a picture chooses its row").isNotEqualTo(before)
                .isNotNegative();
    }

    /** A click on the first picture, wherever it was drawn. */
    private void pick(PickChart chart, OverlayDrawing drawing) {
        await("it is drawn", () -> onFx(() -> chart.frame() != null));
        runFx(() -> {
            ChartFrame frame = chart.frame();
            for (double x = frame.plot().getMinX() + 1; x < frame.plot().getMaxX(); x += 5) {
                for (double y = frame.plot().getMinY() + 1; y < frame.plot().getMaxY(); y += 5) {
                    if (drawing.nearest(frame, x, y) == 0) {
                        Point2D at = chart.localToScene(x, y);
                        chart.fireEvent(new MouseEvent(MouseEvent.MOUSE_CLICKED, at.getX(), at.getY(), 0, 0, MouseButton.PRIMARY, 1,
                                false, false, false, false, true, false, false, true, false, true, null));
                        return;
                    }
                }
            }
        });
    }

    @Test
    void ofASeriesColourBehindTheWindowTellsWhatIsSaid() {
        start(AskedWindow.experiment("sunspots", new Architecture.Mlp(List.of(3), Activation.TANH), Loss.MSE));
        step(STEPS);
        everyTabTellsSomething();
        open.press(KeyCode.DIGIT3);
        choose("#explain-row-way", 1);
        WindowDrawing window = drawing("#explain-row", WindowDrawing.class);
        assertThat(window.x()).hasSize(22);
        assertThat(window.x()[21]).isZero();
        Films.moves(chart("#explain-row"), STEPS);
        open.press(KeyCode.DIGIT2);
        await("one feature has none to act with", () -> onFx(() -> ((Parent) shown().content()).lookupAll(".label").stream()
                .map(Node.class::cast).anyMatch(node -> ((Label) node).getText().contains("one feature only"))));
    }
}
