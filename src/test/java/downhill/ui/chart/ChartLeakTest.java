package downhill.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.chart.shape.PathData;
import downhill.ui.chart.shape.Range;
import downhill.ui.fx.FxTest;
import downhill.ui.theme.Theme;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Charts that were opened and closed are gone, with and without being disposed of. */
class ChartLeakTest extends FxTest {
    private static final int TIMES = 50;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void lineChartsAreGone(boolean disposed) {
        assertGone(() -> {
            LineChart chart = new LineChart();
            chart.setOptions(LineOptions.PLAIN.smoothed(0.9));
            chart.setSeries(MadeUpCurves.race(100));
            return chart;
        }, disposed);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void planeChartsAreGone(boolean disposed) {
        assertGone(() -> {
            PlaneChart chart = new PlaneChart();
            chart.setLandscape(MadeUpCurves.bowl());
            chart.setPaths(List.of(PathData.of("a", MadeUpCurves.spiral(30, 0.1, 0.5), 0)));
            return chart;
        }, disposed);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void plotsAndTilesAreGone(boolean disposed) {
        assertGone(() -> {
            PlotChart chart = new PlotChart();
            chart.setPicture(PlotPicture.of("x", "y", new Range(0, 1), new Range(0, 1))
                    .keyed(List.of(new PlotKey("a", 0, PlotKey.Kind.LINE)))
                    .over(new Regions(new Range(0, 1), new Range(0, 1), new double[][][] {{{1, 0}, {1, 0}}, {{0, 1}, {0, 1}}})));
            return chart;
        }, disposed);
        assertGone(() -> {
            TileChart chart = new TileChart();
            chart.setPicture(new TilePicture(List.of(TilePicture.Tile.of("a", new double[][] {{0, 1}, {1, 0}})), 0, 1, "", "", "a"));
            return chart;
        }, disposed);
    }

    @Test
    void aDisposedChartLetsGoOfWhatItWasLinkedTo() {
        SimpleDoubleProperty shared = new SimpleDoubleProperty(Double.NaN);
        assertGone(() -> {
            LineChart chart = new LineChart();
            chart.hoverXProperty().bindBidirectional(shared);
            return chart;
        }, true);
    }

    private static void assertGone(Supplier<ChartPane> make, boolean disposed) {
        StackPane root = onFx(() -> new StackPane());
        Stage stage = show(root, 240, 160);
        runFx(() -> Theme.LIGHT.apply(stage.getScene()));
        List<WeakReference<ChartPane>> gone = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            gone.add(openAndClose(root, make, disposed));
        }
        awaitCollected("all charts are collected", () -> gone.stream().allMatch(reference -> reference.get() == null));
        assertThat(gone).hasSize(TIMES);
        runFx(stage::close);
    }

    private static WeakReference<ChartPane> openAndClose(StackPane root, Supplier<ChartPane> make, boolean disposed) {
        WeakReference<ChartPane> chart = onFx(() -> {
            ChartPane made = make.get();
            root.getChildren().setAll(made);
            return new WeakReference<>(made);
        });
        nextFrame();
        runFx(() -> {
            if (disposed) {
                chart.get().dispose();
            }
            root.getChildren().clear();
        });
        return chart;
    }
}
