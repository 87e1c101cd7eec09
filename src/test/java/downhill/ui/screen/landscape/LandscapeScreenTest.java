package downhill.ui.screen.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.race.document.Problem;
import downhill.ui.chart.Film;
import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.PathData;
import downhill.ui.chart.shape.Range;
import downhill.ui.chart.shape.Rotation;
import downhill.ui.fx.FxTest;
import downhill.ui.fx.Screenshots;
import downhill.ui.fx.inner.ShownFocus;
import downhill.ui.landscape.LandscapeFeed;
import downhill.ui.landscape.PlaneChoice;
import downhill.ui.landscape.Track;
import downhill.ui.session.Demo;
import downhill.ui.session.Edits;
import downhill.ui.theme.Palette;
import downhill.ui.theme.Theme;
import downhill.ui.window.LiveWindow;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The landscape in the real window over the real engine. */
class LandscapeScreenTest extends FxTest {
    private LiveWindow live;

    private LandscapeController landscape() {
        return live.window().parts().landscape();
    }

    private LandscapeFeed feed() {
        return landscape().feed();
    }

    private void open(double width, double height) {
        live = LiveWindow.open(Demo.experiment("Iris"), width, height);
        runFx(() -> live.window().shownProperty().set(landscape()));
    }

    private void step(int count) {
        long before = onFx(() -> live.session().snapshotProperty().get().step());
        runFx(() -> live.session().race().step(count));
        await("everybody is " + count + " steps further", () -> live.session().snapshotProperty().get().step() == before + count);
        settle();
        assertThat(onFx(() -> feed().tracksProperty().get().stream().map(Track::step).toList())).hasSize(4).containsOnly(before + count);
    }

    /** Until plane, heights, paths and gaps are there and laid out. */
    private void settle() {
        nextFrame();
        await("the landscape is settled", () -> feed().isSettled());
        nextFrame();
    }

    private Problem.Surface surface() {
        return (Problem.Surface) onFx(() -> live.session().experiment().problem());
    }

    @AfterEach
    void close() {
        live.close();
    }

    private <T extends Labeled> T named(Class<T> kind, String words) {
        return onFx(() -> nodes(live.window().scene().getRoot()).stream().filter(kind::isInstance).map(kind::cast)
                .filter(node -> words.equals(node.getText())).findFirst().orElseThrow());
    }

    private static List<Node> nodes(Parent root) {
        List<Node> all = new ArrayList<>();
        for (Node child : root.getChildrenUnmodifiable()) {
            all.add(child);
            if (child instanceof Parent parent) {
                all.addAll(nodes(parent));
            }
        }
        return all;
    }

    /** Where the last contender's head is in the picture of the chart, after checking that it is drawn there. */
    private int[] headPixel() {
        return onFx(() -> {
            BufferedImage picture = Screenshots.of(landscape().chart(), 1);
            ChartFrame frame = landscape().chart().frame();
            PathData adam = feed().tracksProperty().get().get(3).path("");
            int x = (int) Math.round(frame.x().toPixel(adam.points().x(adam.head())));
            int y = (int) Math.round(frame.y().toPixel(adam.points().y(adam.head())));
            assertThat(picture.getRGB(x, y)).as("Adam's head").isEqualTo(0xff000000 | Palette.LIGHT.contender(3).line().rgb());
            return new int[] {x, y};
        });
    }

    /** The sentence that says what the plane is. */
    private String told() {
        return onFx(() -> ((Label) live.window().scene().lookup("#landscape-legend")).getText());
    }

    @Test
    void headsMoveAndTheLegendNamesTheContendersAndThePlane() {
        open(1440, 900);
        step(100);
        assertThat(onFx(() -> feed().wholeProperty().get().rows())).isEqualTo(41);
        runFx(() -> Theme.LIGHT.apply(live.window().scene()));
        int[] before = headPixel();
        step(30);
        int[] after = headPixel();
        assertThat(Math.hypot(after[0] - before[0], after[1] - before[1])).as("pixels that the head moved").isGreaterThan(3);
        Parent legend = onFx(() -> (Parent) live.window().scene().lookup("#landscape-contenders"));
        assertThat(nodes(legend).stream().filter(Label.class::isInstance).map(label -> ((Label) label).getText()))
                .contains("SGD", "Momentum", "RMSprop", "Adam");
        assertThat(onFx(() -> nodes(legend)).stream().filter(node -> node instanceof Label label
                && label.getText().startsWith("off plane"))).hasSize(4);
        assertThat(told()).contains("principal components", "%", "120 training rows");
        assertThat(onFx(() -> landscape().chart().queryAccessibleAttribute(javafx.scene.AccessibleAttribute.TEXT)).toString())
                .contains("Landscape of the loss", "SGD: ", "Adam: ");
        live.picture();
        nextFrame();
        live.write("landscape-light");
        runFx(() -> Theme.DARK.apply(live.window().scene()));
        nextFrame();
        live.write("landscape-dark");
    }

    @Test
    void aPlaneIsChosenByKeyboardAndAZoomIsMeasuredMoreFinely() {
        open(1100, 700);
        step(60);
        live.focus("#landscape-plane");
        live.press(KeyCode.DOWN);
        await("the plane of two parameters is found", () -> feed().groundProperty().get() != null
                && feed().groundProperty().get().choice().kind() == PlaneChoice.Kind.PAIR);
        settle();
        assertThat(told()).contains("the other 65 parameters", "band along a path");
        runFx(() -> landscape().chart().requestFocus());
        runFx(() -> Screenshots.of(landscape().chart(), 1)); // drawn, so that keys mean this plane
        live.press(KeyCode.PLUS);
        for (int i = 0; i < 6; i++) {
            runFx(() -> Screenshots.of(landscape().chart(), 1));
            live.press(KeyCode.PLUS);
        }
        settle();
        runFx(() -> {
            assertThat(feed().nearProperty().get().x().length()).isLessThan(feed().wholeProperty().get().x().length() / 2);
            assertThat(landscape().chart().landscape()).isSameAs(feed().nearProperty().get());
        });
        live.press(KeyCode.HOME);
        await("the whole is shown again", () -> landscape().chart().landscape() == feed().wholeProperty().get());
        live.picture();
        live.write("landscape-pair-1100");
    }

    @Test
    void everyPointOfAPathTellsItsTrueLossAndThePlanes() {
        open(1440, 900);
        step(100);
        List<Track> tracks = onFx(() -> feed().tracksProperty().get());
        assertThat(tracks).allSatisfy(track -> {
            assertThat(track.figures().loss()).hasSize(track.points().size()).doesNotContain(Double.NaN);
            assertThat(track.figures().drawn()).hasSize(track.points().size()).doesNotContain(Double.NaN);
        });
        Track sgd = tracks.get(0);
        int middle = sgd.points().size() / 2;
        hover(sgd.points().x(middle), sgd.points().y(middle));
        assertThat(onFx(() -> landscape().chart().readOut())).contains("SGD · step 52", "true loss", "plane", "off by");
        live.write("landscape-hover");
        assertThat(onFx(() -> landscape().chart().drawing().table().header())).contains("step", "true loss");
        Film film = onFx(() -> landscape().chart().drawing().film().orElseThrow());
        assertThat(film.steps()).isEqualTo(new Range(0, 100));
        assertThat(film.at(48).summary()).isNotEqualTo(film.at(100).summary()).contains("Adam: ");
    }

    @Test
    void eachKindOfPlaneSaysWhatItHoldsAndEveryPointItsGapAlsoForThoseNotShown() {
        open(1440, 900);
        step(60);
        runFx(() -> live.session().edit(document -> Edits.contender(document, "c1", one -> one.withMuted(true))));
        for (PlaneChoice.Kind kind : PlaneChoice.Kind.values()) {
            runFx(() -> feed().choiceProperty().set(feed().choiceProperty().get().of(kind)));
            await("the plane is found", () -> feed().groundProperty().get() != null
                    && feed().groundProperty().get().choice().kind() == kind);
            settle();
            assertThat(told()).as(kind.name()).contains("%", "spread", "120 training rows");
            double held = onFx(() -> feed().groundProperty().get().held());
            assertThat(held).isBetween(0.0, 1.0);
            assertThat(onFx(() -> feed().tracksProperty().get())).hasSize(4).allSatisfy(track -> {
                assertThat(track.figures().loss()).hasSize(track.points().size()).doesNotContain(Double.NaN);
                assertThat(track.figures().drawn()).hasSize(track.points().size()).doesNotContain(Double.NaN);
            });
            assertThat(drawn()).containsExactly("Momentum", "RMSprop", "Adam");
        }
        runFx(() -> live.session().selection().setSolo("c3", true));
        await("one alone is drawn", () -> drawn().equals(List.of("RMSprop")));
        settle();
        Parent legend = onFx(() -> (Parent) live.window().scene().lookup("#landscape-contenders"));
        assertThat(onFx(() -> legend.getChildrenUnmodifiable().stream().map(Node::getOpacity).toList()))
                .containsExactly(0.5, 0.5, 1.0, 0.5);
    }

    /** Names at the heads of the paths in the chart. */
    private List<String> drawn() {
        return onFx(() -> landscape().chart().drawing().table().rows().stream().filter(row -> row.get(0).equals("path"))
                .map(row -> row.get(1)).distinct().toList());
    }

    private void hover(double x, double y) {
        runFx(() -> {
            Screenshots.of(landscape().chart(), 1);
            ChartFrame frame = landscape().chart().frame();
            double atX = frame.x().toPixel(x);
            double atY = frame.y().toPixel(y);
            Point2D scene = landscape().chart().localToScene(atX, atY);
            Event.fireEvent(landscape().chart(), new MouseEvent(MouseEvent.MOUSE_MOVED, scene.getX(), scene.getY(), scene.getX(),
                    scene.getY(),
                    MouseButton.NONE, 0, false, false, false, false, false, false, false, false, false, true, null));
        });
        nextFrame();
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
