package downhill.ui.screen.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.expr.Evaluator;
import downhill.model.Surface;
import downhill.model.Surfaces;
import downhill.race.document.Problem;
import downhill.ui.chart.GroundSketch;
import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Landscape;
import downhill.ui.chart.shape.Rotation;
import downhill.ui.fx.Screenshots;
import downhill.ui.fx.inner.ShownFocus;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;

/** A walk on a surface in the real window over the real engine. */
class SurfaceScreenTest extends ShownLandscape {
    private Problem.Surface surface() {
        return (Problem.Surface) onFx(() -> live.session().experiment().problem());
    }

    private <T extends Labeled> T named(Class<T> kind, String words) {
        return onFx(() -> nodes(live.window().scene().getRoot()).stream().filter(kind::isInstance).map(kind::cast)
                .filter(node -> words.equals(node.getText())).findFirst().orElseThrow());
    }

    @Test
    void theLabTakesASurfaceAFormulaAndAStartByClickAndByKeyboard() {
        open(1100, 700);
        runFx(() -> live.window().parts().landscape().chooseSurface(live.window().sheets()));
        live.focus("#lab-formula");
        live.type("x^2 + z");
        live.press(KeyCode.ENTER);
        assertThat(onFx(() -> ((Label) live.window().scene().lookup("#lab-problem")).getText())).contains("line 1, column 7").contains("z");
        assertThat(onFx(() -> ((TextInputControl) live.window().scene().lookup("#lab-formula")).getSelectedText())).isEqualTo("z");
        live.write("lab-sheet");
        live.type("x^2 + 2*y^2 + sin(3*x)");
        live.press(KeyCode.ENTER);
        await("the formula is walked on", () -> feed().wholeProperty().get() != null && feed().surfaceProperty().get() != null);
        assertThat(surface().formula()).isEqualTo("x^2 + 2*y^2 + sin(3*x)");
        step(20);
        clickAt(2, 1);
        await("everybody starts anew", () -> live.session().snapshotProperty().get().step() == 0
                && feed().tracksProperty().get().stream().allMatch(track -> track.points().size() == 1));
        assertThat(surface().x()).isEqualTo(2, within(0.05));
        assertThat(surface().y()).isEqualTo(1, within(0.05));
        live.focus("#landscape-start-y");
        live.type("-1.5");
        live.press(KeyCode.ENTER);
        assertThat(surface().y()).isEqualTo(-1.5);
        await("heads are at the start", () -> feed().tracksProperty().get().size() == 4
                && feed().tracksProperty().get().stream().allMatch(track -> track.head() == 0 && track.points().y(0) == -1.5));
        runFx(() -> ShownFocus.give(landscape().chart()));
        live.press(KeyCode.RIGHT); // a cursor in the middle
        double middle = onFx(() -> landscape().chart().frame().x().toValue(landscape().chart().frame().plot().getCenterX()));
        live.press(KeyCode.ENTER);
        await("everybody starts at the cursor", () -> Math.abs(surface().x() - middle) < 0.05 && surface().y() != -1.5);
        everyControlSaysWhatItIs();
    }

    /** All are in view at once, each with its own picture, whose heights are those of its formula. */
    @Test
    void everySurfaceIsOfferedWithAPictureOfIt() {
        open(1100, 700);
        runFx(() -> live.window().parts().landscape().chooseSurface(live.window().sheets()));
        live.picture();
        BufferedImage saddle = shown("saddle");
        for (Surface surface : Surfaces.all()) {
            Landscape heights = SurfaceSketches.heights(surface);
            assertThat(heights.z()[20][20]).isEqualTo(Evaluator.evaluate(surface.expression(),
                    Map.of("x", heights.x().low() + heights.x().length() / 2, "y", heights.y().low() + heights.y().length() / 2)));
            Bounds seen = onFx(() -> sketch(surface.name()).localToScene(sketch(surface.name()).getBoundsInLocal()));
            assertThat(seen.getMaxY()).as(surface.name()).isLessThan(640);
            assertThat(different(shown(surface.name()), saddle) > 100).as(surface.name()).isEqualTo(!surface.name().equals("saddle"));
        }
        live.write("lab-sheet-tiles");
    }

    private GroundSketch sketch(String surface) {
        return (GroundSketch) live.window().scene().lookup("#lab-" + surface + " .chart-pane");
    }

    private BufferedImage shown(String surface) {
        return onFx(() -> Screenshots.of(sketch(surface), 1));
    }

    private void clickAt(double x, double y) {
        ChartFrame frame = onFx(() -> {
            Screenshots.of(landscape().chart(), 1);
            return landscape().chart().frame();
        });
        Point2D scene = onFx(() -> landscape().chart().localToScene(frame.x().toPixel(x), frame.y().toPixel(y)));
        double atX = scene.getX();
        double atY = scene.getY();
        runFx(() -> Event.fireEvent(landscape().chart(),
                new MouseEvent(MouseEvent.MOUSE_CLICKED, atX, atY, atX, atY, MouseButton.PRIMARY, 1, false, false,
                false, false, true, false, false, true, false, true, null)));
    }

    private void everyControlSaysWhatItIs() {
        List<Node> mute = onFx(() -> nodes((Parent) landscape().content()).stream()
                .filter(node -> node.isFocusTraversable() && node.isVisible())
                .filter(node -> node.getAccessibleText() == null && !(node instanceof Labeled labeled && !labeled.getText().isEmpty())
                        && node.queryAccessibleAttribute(javafx.scene.AccessibleAttribute.TEXT) == null).toList());
        assertThat(mute).as("controls without accessible text").isEmpty();
    }

    @Test
    void theSolidViewIsTurnedByKeyboardWithoutSteppingTheRace() {
        open(1100, 700);
        runFx(() -> live.window().parts().landscape().chooseSurface(live.window().sheets()));
        runFx(() -> ((Button) live.window().scene().lookup("#lab-himmelblau")).fire());
        await("the surface is measured", () -> feed().wholeProperty().get() != null && feed().surfaceProperty().get() != null);
        step(60);
        assertThat(onFx(() -> feed().wholeProperty().get().rows())).isEqualTo(81);
        CheckBox arrows = named(CheckBox.class, "Arrows");
        runFx(arrows::fire);
        live.picture();
        nextFrame();
        live.write("lab-flat");
        ToggleButton solid = named(ToggleButton.class, "3-D");
        runFx(solid::fire);
        nextFrame();
        runFx(() -> landscape().solid().requestFocus());
        BufferedImage before = live.picture();
        live.press(KeyCode.RIGHT);
        live.press(KeyCode.UP);
        assertThat(onFx(() -> landscape().solid().rotationProperty().get())).isEqualTo(Rotation.START.turned(5, 5));
        BufferedImage after = live.picture();
        assertThat(different(before, after)).as("pixels that changed").isGreaterThan(1000);
        assertThat(onFx(() -> live.session().snapshotProperty().get().step())).isEqualTo(60);
        live.picture();
        nextFrame();
        live.write("lab-solid");
    }

    private static int different(BufferedImage one, BufferedImage other) {
        int count = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                count += one.getRGB(x, y) == other.getRGB(x, y) ? 0 : 1;
            }
        }
        return count;
    }
}
