package downhill.ui.chart;


import downhill.ui.fx.FxTest;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A line chart in a window, drawn. */
abstract class ShownChart extends FxTest {
    LineChart chart;
    StackPane root;
    Stage stage;

    @BeforeEach
    void open() {
        chart = onFx(LineChart::new);
        root = onFx(() -> new StackPane(chart));
        stage = show(root, 500, 300);
        runFx(() -> chart.setSeries(MadeUpCurves.race(200)));
        await("the chart is drawn", () -> chart.frame() != null && chart.shownDrawing() == chart.drawing());
    }

    @AfterEach
    void close() {
        runFx(() -> {
            chart.dispose();
            stage.close();
        });
    }
}
