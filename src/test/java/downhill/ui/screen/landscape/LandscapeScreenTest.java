package downhill.ui.screen.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.chart.Film;
import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.PathData;
import downhill.ui.chart.shape.Range;
import downhill.ui.fx.Screenshots;
import downhill.ui.landscape.PlaneChoice;
import downhill.ui.landscape.Track;
import downhill.ui.session.Edits;
import downhill.ui.theme.Palette;
import downhill.ui.theme.Theme;
import java.awt.image.BufferedImage;
import java.util.List;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;

/** The landscape of a race in the real window over the real engine. */
class LandscapeScreenTest extends ShownLandscape {
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
}
