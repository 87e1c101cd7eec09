package downhill.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Points;
import downhill.ui.chart.shape.Range;
import downhill.ui.chart.shape.View;
import downhill.ui.fx.Screenshots;
import downhill.ui.theme.Palette;
import downhill.ui.theme.Theme;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person sees of a chart and does with it. */
class ChartPaneTest extends ShownChart {
    @Test
    void theReadOutTellsTrainingFromValidationForEachContender() {
        Points loss = Points.of(new double[] {0, 1, 2}, new double[] {0.9, 0.5, 0.25});
        Points validation = Points.of(new double[] {0, 2}, new double[] {0.8, 0.375});
        runFx(() -> chart.setSeries(List.of(SeriesData.second("", validation, 0), SeriesData.main("Adam", loss, 0),
                SeriesData.main("SGD", loss, 1))));
        await("it is drawn", () -> chart.shownDrawing() == chart.drawing());
        runFx(() -> {
            chart.fireEvent(new MouseEvent(MouseEvent.MOUSE_MOVED, 250, 150, 250, 150, MouseButton.NONE, 0, false, false, false,
                    false, false,
                    false, false, false, false, false, null));
            chart.hoverXProperty().set(2);
        });
        await("the read-out is filled", () -> words().contains("Training"));
        assertThat(words()).containsSubsequence("Training", "Validation", "Adam", "0.25", "0.375", "SGD", "0.25");
    }

    /** As a panel of many is: narrower than a name with two numbers beside it. */
    @ParameterizedTest
    @CsvSource({"170, 140", "150, 120", "220, 100"})
    void theReadOutIsWithinASmallPanel(double width, double height) {
        Points loss = Points.of(new double[] {0, 1, 123_456}, new double[] {0.9, 1.4517e-17, 1.4517e-17});
        Points validation = Points.of(new double[] {0, 123_456}, new double[] {0.8, 0.2345678});
        runFx(() -> {
            Theme.LIGHT.apply(stage.getScene());
            chart.setMaxSize(width, height);
            chart.setMinSize(0, 0);
            chart.setSeries(List.of(SeriesData.second("", validation, 0), SeriesData.main("RMSprop, centered, with momentum", loss, 0)));
        });
        await("it is drawn small", () -> chart.getWidth() == width && chart.shownDrawing() == chart.drawing());
        runFx(() -> {
            chart.fireEvent(new MouseEvent(MouseEvent.MOUSE_MOVED, 250, 150, 250, 150, MouseButton.NONE, 0, false, false, false,
                    false, false, false, false, false, false, false, null));
            chart.hoverXProperty().set(123_456);
        });
        await("the read-out is filled", () -> words().contains("Validation"));
        runFx(() -> root.layout());
        assertThat(words()).contains("RMSprop, centered, with momentum", "Training", "Validation");
        Bounds whole = onFx(() -> chart.localToScene(chart.getLayoutBounds()));
        assertThat(onFx(() -> root.lookupAll(".read-out .label").stream().map(label -> label.localToScene(label.getLayoutBounds()))
                .toList()))
                .allSatisfy(label -> assertThat(whole.contains(label)).as(label + " in " + whole).isTrue());
    }

    private List<String> words() {
        return onFx(() -> root.lookupAll(".read-out .label").stream().map(label -> ((javafx.scene.control.Label) label).getText())
                .toList());
    }

    @Test
    void theThemeChangesTheChart() {
        runFx(() -> Theme.DARK.apply(stage.getScene()));
        BufferedImage dark = onFx(() -> Screenshots.of(chart, 1));
        runFx(() -> Theme.LIGHT.apply(stage.getScene()));
        BufferedImage light = onFx(() -> Screenshots.of(chart, 1));
        assertThat(holds(dark, Palette.DARK.contender(0).line().rgb())).isTrue();
        assertThat(holds(light, Palette.LIGHT.contender(0).line().rgb())).isTrue();
        assertThat(holds(light, Palette.DARK.contender(0).line().rgb())).isFalse();
    }

    @Test
    void theHeadMovesWithTheCurve() {
        runFx(() -> chart.setOptions(LineOptions.PLAIN.ranges(new Range(0, 400), new Range(0, 1.3))));
        double early = headOf(100);
        double late = headOf(300);
        assertThat(late - early).isBetween(100.0, 300.0);
    }

    private double headOf(int steps) {
        runFx(() -> chart.setSeries(List.of(SeriesData.main("", MadeUpCurves.loss(steps, 0.3, 60, 1), 4))));
        BufferedImage picture = onFx(() -> Screenshots.of(chart, 1));
        int rightmost = 0;
        for (int x = 0; x < picture.getWidth(); x++) {
            for (int y = 0; y < picture.getHeight(); y++) {
                rightmost = picture.getRGB(x, y) == (0xff000000 | Palette.LIGHT.contender(4).line().rgb()) ? x : rightmost;
            }
        }
        return rightmost;
    }

    @Test
    void keysZoomPanAndReset() {
        Range all = onFx(() -> chart.frame().x().range());
        type(KeyCode.PLUS);
        Range nearer = onFx(() -> chart.viewProperty().get().x());
        assertThat(nearer.length()).isLessThan(all.length());
        await("the zoom is drawn", () -> chart.frame().x().range().equals(nearer));
        type(KeyCode.RIGHT);
        assertThat(onFx(() -> chart.viewProperty().get().x()).low()).isGreaterThan(nearer.low());
        type(KeyCode.DIGIT0);
        assertThat(onFx(() -> chart.viewProperty().get().isAll())).isTrue();
    }

    @Test
    void zoomingInWithoutEndStaysAView() {
        for (int i = 0; i < 200; i++) {
            type(KeyCode.PLUS);
            nextFrame();
        }
        Range x = onFx(() -> chart.viewProperty().get().x());
        assertThat(x.length()).isPositive();
        for (int i = 0; i < 400; i++) {
            type(KeyCode.MINUS);
        }
        assertThat(onFx(() -> chart.viewProperty().get().x()).length()).isBetween(x.length(), 1e300);
    }

    @Test
    void aDoubleClickShowsEverythingAgain() {
        runFx(() -> chart.viewProperty().set(new View(new Range(10, 20), null)));
        runFx(() -> Event.fireEvent(chart, mouse(MouseEvent.MOUSE_CLICKED, 100, 100, 2)));
        assertThat(onFx(() -> chart.viewProperty().get().isAll())).isTrue();
    }

    @Test
    void theMouseReadsOutEverySeriesAtTheNearestStep() {
        ChartFrame frame = onFx(chart::frame);
        double pixel = frame.x().toPixel(50);
        runFx(() -> Event.fireEvent(chart, mouse(MouseEvent.MOUSE_MOVED, pixel, frame.plot().getCenterY(), 0)));
        assertThat(onFx(() -> chart.hoverXProperty().get())).isBetween(49.0, 51.0);
        Node box = onFx(() -> chart.lookup(".read-out"));
        assertThat(onFx(box::isVisible)).isTrue();
        assertThat(onFx(() -> words(box))).contains("50", "SGD", "Momentum", "RMSprop", "Adam");
        runFx(() -> Event.fireEvent(chart, mouse(MouseEvent.MOUSE_EXITED, -1, -1, 0)));
        assertThat(onFx(box::isVisible)).isFalse();
    }

    @Test
    void aLinkedChartShowsTheStepWithoutABox() {
        runFx(() -> chart.hoverXProperty().set(60));
        assertThat(onFx(() -> chart.lookup(".hover-line").isVisible())).isTrue();
        assertThat(onFx(() -> chart.lookup(".read-out").isVisible())).isFalse();
    }

    @Test
    void thoseWhoCannotSeeItHearWhatItShows() {
        runFx(() -> chart.titleProperty().set("Training loss"));
        String words = onFx(() -> (String) chart.queryAccessibleAttribute(AccessibleAttribute.TEXT));
        assertThat(words).startsWith("Training loss. ").contains("SGD: 1.", "Adam: ");
    }

    @Test
    void anEmptyChartSaysWhatWillBeThere() {
        runFx(() -> {
            chart.emptyTextProperty().set("Press Run.");
            chart.setSeries(List.of());
        });
        Node note = onFx(() -> chart.lookup(".chart-empty"));
        assertThat(onFx(note::isVisible)).isTrue();
        assertThat(onFx(() -> (String) chart.queryAccessibleAttribute(AccessibleAttribute.TEXT))).contains("Press Run.");
    }

    private static List<String> words(Node box) {
        List<String> words = new ArrayList<>();
        box.lookupAll(".label").forEach(label -> words.add(((javafx.scene.control.Label) label).getText()));
        return words;
    }

    private void type(KeyCode code) {
        runFx(() -> Event.fireEvent(chart, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
    }

    private static MouseEvent mouse(javafx.event.EventType<MouseEvent> type, double x, double y, int clicks) {
        return new MouseEvent(type, x, y, x, y, MouseButton.PRIMARY, clicks, false, false, false, false, false, false, false, false, false,
                true, null);
    }

    private static boolean holds(BufferedImage image, int rgb) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getRGB(x, y) == (0xff000000 | rgb)) {
                    return true;
                }
            }
        }
        return false;
    }
}
