package downhill.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.fx.FxTest;
import downhill.ui.theme.Theme;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said beside the pointer is within its chart from the first time on, when it has not yet been seen. */
class NoteBesideTest extends FxTest {
    @ParameterizedTest
    @CsvSource({"395, 290", "250, 5", "2, 150"})
    void itIsWithinTheChartWhenItIsFirstSeen(double x, double y) {
        Label words = new Label();
        words.getStyleClass().addAll("read-out", "small");
        words.setVisible(false);
        Stage stage = show(onFx(() -> new Pane(words)), 400, 300);
        runFx(() -> Theme.LIGHT.apply(stage.getScene()));
        nextFrame();
        runFx(() -> {
            words.setText("Trial 21\nOptimizer adam\nlearningRate 0.196\nValidation loss 0.0008044 after all 2,000 steps");
            words.setVisible(true);
            NoteBeside.place(words, x, y, 400);
        });
        nextFrame();
        Bounds seen = onFx(words::getBoundsInParent);
        assertThat(onFx(() -> words.getLayoutX() + words.getWidth())).isBetween(0.0, 400.0);
        assertThat(words.getLayoutX()).isNotNegative();
        assertThat(seen.getHeight()).isGreaterThan(60);
        runFx(stage::close);
    }

    @Test
    void whereTheChartBecomesSmallerItIsGone() {
        PlotChart chart = onFx(PlotChart::new);
        Label note = onFx(() -> (Label) chart.lookup(".read-out"));
        runFx(() -> {
            chart.resize(400, 300);
            note.setVisible(true);
            chart.resize(400, 200);
        });
        assertThat(note.isVisible()).isFalse();
        runFx(() -> {
            note.setVisible(true);
            chart.resize(300, 200);
        });
        assertThat(note.isVisible()).isFalse();
        runFx(chart::dispose);
    }

    @Test
    void whatIsWiderThanTheChartIsCutToIt() {
        Label words = new Label("a sentence that is far longer than the chart is wide");
        Stage stage = show(onFx(() -> new Pane(words)), 400, 300);
        runFx(() -> NoteBeside.place(words, 50, 50, 100));
        nextFrame();
        assertThat(onFx(() -> words.getLayoutX() + words.getWidth())).isLessThanOrEqualTo(100);
        runFx(stage::close);
    }
}
