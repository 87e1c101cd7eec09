package downhill.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.chart.PickDrawing.Tone;
import downhill.ui.chart.TracesDrawing.Trace;
import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Points;
import downhill.ui.chart.shape.View;
import downhill.ui.theme.Palette;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How the curves of trials are measured out. */
class TracesDrawingTest {
    private static ChartFrame frame(double... ends) {
        List<Trace> traces = IntStream.range(0, ends.length)
                .mapToObj(i -> new Trace(i, Points.of(new double[] {1, 5, 10}, new double[] {1 + i, 0.1, ends[i]}), Tone.PLAIN, ""))
                .toList();
        Graphics2D g = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB).createGraphics();
        return new TracesDrawing(traces, List.of(), "step", "loss", 10)
                .draw(g, new Rectangle2D.Double(0, 0, 400, 300), Palette.LIGHT, View.ALL);
    }

    @Test
    void aRunThatComesToNothingLeavesTheOthersTheirLogarithmicAxis() {
        ChartFrame frame = frame(0.05, 0.01, 0.001, 0);
        assertThat(frame.y().log()).isTrue();
        assertThat(frame.y().range().low()).isBetween(1e-4, 1e-3);
    }

    @Test
    void whatIsBelowNothingHasEqualSteps() {
        assertThat(frame(0.05, 0.01, -0.3).y().log()).isFalse();
        assertThat(frame(0, 0, 0, 0).y().log()).isFalse();
    }
}
