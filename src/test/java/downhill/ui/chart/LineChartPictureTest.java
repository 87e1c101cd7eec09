package downhill.ui.chart;

import downhill.ui.fx.FxTest;
import downhill.ui.fx.Screenshots;
import downhill.ui.theme.Theme;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LineChartPictureTest extends FxTest {
    @ParameterizedTest
    @EnumSource(Theme.class)
    void aRaceIsDrawn(Theme theme) throws Exception {
        LineChart chart = onFx(LineChart::new);
        StackPane root = onFx(() -> {
            StackPane pane = new StackPane(chart);
            pane.getStyleClass().add("panel");
            return pane;
        });
        Stage stage = show(root, 760, 500);
        runFx(() -> {
            theme.apply(stage.getScene());
            chart.setOptions(LineOptions.PLAIN.titled("step", "training loss").log(true).smoothed(0.9).at(412).noted(List.of(new Note(240, "η 0.05 → 0.2 at 240", 0))));
            chart.setSeries(MadeUpCurves.race(413));
        });
        runFx(() -> {
            try {
                Screenshots.write(stage.getScene(), Path.of("target/screenshots/gallery-line-" + theme.name().toLowerCase() + ".png"), 1);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            stage.close();
        });
    }
}
