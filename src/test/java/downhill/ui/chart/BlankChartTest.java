package downhill.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import downhill.ui.chart.shape.AxisScale;
import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Points;
import downhill.ui.chart.shape.Range;
import downhill.ui.chart.shape.Rotation;
import downhill.ui.chart.shape.View;
import downhill.ui.fx.FxTest;
import downhill.ui.theme.Palette;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Charts that have nothing to draw, or nothing where they are zoomed to. */
class BlankChartTest extends FxTest {
    static Stream<ChartDrawing> blanks() {
        return Stream.of(new LineDrawing(List.of(), LineOptions.PLAIN, new Smoothers()),
                new LineDrawing(List.of(SeriesData.main("SGD", Points.of(new double[0], new double[0]), 0)), LineOptions.PLAIN,
                        new Smoothers()),
                new PlaneDrawing(null, List.of(), List.of(), PlaneOptions.PLAIN, new LandscapeImage()),
                new SolidDrawing(null, List.of(), List.of(), PlaneOptions.PLAIN, Rotation.START), PlotChart.drawing(null),
                        TileChart.drawing(null),
                TileChart.drawing(new TilePicture(List.of(), 0, 1, "", "", "")),
                TileChart.drawing(new TilePicture(List.of(new TilePicture.Tile("none", new double[0][0], null, List.of(), List.of())), 0,
                        1, "", "", "")),
                new SpreadDrawing(new double[0], 0, 1, new double[0][], "step", "size", 0),
                        new DotsDrawing(new double[0], true, List.of(), "", "", 0),
                new CategoryDrawing(new double[0], new double[0], new int[0][], List.of(), (palette, kind) -> null, "", ""),
                        new WordsDrawing(""));
    }

    @ParameterizedTest
    @MethodSource("blanks")
    void isBlankAndIsExportedAsAnEmptySheet(ChartDrawing blank) {
        assertThat(blank.isEmpty()).isTrue();
        assertThatCode(() -> new ChartExport(blank, Palette.LIGHT, View.ALL, 300, 200).image(1)).doesNotThrowAnyException();
    }

    /** Counts how often it is asked to draw. */
    private record Counted(boolean isEmpty, AtomicInteger asked) implements ChartDrawing {
        @Override
        public ChartFrame draw(Graphics2D g, Rectangle2D area, Palette palette, View view) {
            asked.incrementAndGet();
            Range whole = new Range(0, 1);
            return new ChartFrame(area, new AxisScale(whole, false, area.getMinX(), area.getMaxX()),
                    new AxisScale(whole, false, area.getMaxY(), area.getMinY()));
        }

        @Override
        public String summary() {
            return "";
        }
    }

    @Test
    void aBlankDrawingIsNeverAskedToDrawAndNothingOfTheOneBeforeCanBePointedAt() {
        ChartPane chart = onFx(ChartPane::new);
        Stage stage = show(new StackPane(chart), 300, 200);
        AtomicInteger blank = new AtomicInteger();
        runFx(() -> chart.show(new Counted(false, new AtomicInteger())));
        await("it is drawn", () -> chart.frame() != null);
        runFx(() -> {
            chart.show(new Counted(true, blank));
            chart.settle(2);
        });
        assertThat(onFx(chart::frame)).isNull();
        runFx(() -> stage.setWidth(400));
        nextFrame();
        assertThat(blank).hasValue(0);
        runFx(() -> {
            chart.dispose();
            stage.close();
        });
    }

    /** Three points far apart, and views between and beside them. */
    @ParameterizedTest
    @CsvSource({"0, 1000", "400, 480", "520, 600", "0, 5", "900, 999", "490, 510"})
    void theBoxOfValuesStaysInsideTheChartWhereverItIsZoomedTo(double low, double high) {
        LineChart chart = onFx(LineChart::new);
        Stage stage = show(new StackPane(chart), 420, 160);
        Points points = Points.of(new double[] {0, 500, 1000}, new double[] {1, 0.5, 0.25});
        List<SeriesData> series = Stream.iterate(0, i -> i + 1).limit(30)
                .map(i -> SeriesData.main("A contender with a name as long as this one " + i, points, i)).toList();
        runFx(() -> {
            chart.setSeries(series);
            chart.viewProperty().set(new View(new Range(low, high), null));
        });
        await("it is drawn", () -> chart.frame() != null && chart.frame().x().range().equals(new Range(low, high)));
        for (double share : new double[] {0.01, 0.5, 0.99}) {
            Bounds box = onFx(() -> {
                point(chart, share);
                assertThat(chart.lookup(".read-out").isVisible()).isTrue(); // before a mouse that lies elsewhere is heard of again
                return chart.lookup(".read-out").getBoundsInParent();
            });
            assertThat(box.getMinX()).isGreaterThanOrEqualTo(0);
            assertThat(box.getMinY()).isGreaterThanOrEqualTo(0);
            assertThat(box.getMaxX()).isLessThanOrEqualTo(onFx(chart::getWidth));
            assertThat(box.getMaxY()).isLessThanOrEqualTo(onFx(chart::getHeight));
        }
        runFx(() -> {
            chart.dispose();
            stage.close();
        });
    }

    private static void point(ChartPane chart, double share) {
        double x = chart.frame().plot().getMinX() + share * chart.frame().plot().getWidth();
        double y = chart.frame().plot().getCenterY();
        Event.fireEvent(chart, new MouseEvent(MouseEvent.MOUSE_MOVED, x, y, x, y, MouseButton.NONE, 0, false, false, false, false, false,
                false, false, false, false, false, null));
    }
}
