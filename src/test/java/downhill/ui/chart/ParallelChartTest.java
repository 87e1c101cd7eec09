package downhill.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.chart.PickDrawing.Tone;
import downhill.ui.chart.shape.Range;
import downhill.ui.fx.FxTest;
import downhill.ui.fx.inner.ShownFocus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Parallel axes without a mouse: the cursor goes to an axis, and brackets brush from there. */
class ParallelChartTest extends FxTest {
    private static final Offset<Double> CLOSE = Offset.offset(0.02);

    private final List<Range> brushed = new ArrayList<>();
    private ParallelChart chart;
    private Stage stage;

    @BeforeEach
    void open() {
        chart = onFx(ParallelChart::new);
        stage = show(onFx(() -> new StackPane(chart)), 500, 300);
        brushes(Collections.nCopies(3, null));
        runFx(() -> {
            chart.setBrushing((axis, part) -> {
                assertThat(axis).isEqualTo(1);
                brushed.add(part);
            });
            ShownFocus.give(chart);
        });
        runFx(() -> press(KeyCode.LEFT)); // the cursor is about the middle
    }

    @AfterEach
    void close() {
        runFx(() -> {
            chart.dispose();
            stage.close();
        });
    }

    private void brushes(List<Range> parts) {
        List<UnitAxis> axes = List.of(axis("rate"), axis("batch"), axis("loss"));
        List<ParallelDrawing.Line> lines = List.of(new ParallelDrawing.Line(0, new double[] {0, .5, 1}, Tone.PLAIN));
        ParallelDrawing drawing = new ParallelDrawing(axes, lines, parts, ChartTold.NOTHING);
        runFx(() -> chart.show(drawing));
        await("it is drawn", () -> chart.frame() != null && chart.shownDrawing() == drawing);
    }

    private static UnitAxis axis(String title) {
        return new UnitAxis(title, List.of(new UnitAxis.Mark(0, "low"), new UnitAxis.Mark(1, "high")));
    }

    private void press(KeyCode code) {
        Event.fireEvent(chart, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    private double cursor() {
        return chart.frame().y().toValue(chart.pointerProperty().getValue().getY());
    }

    @Test
    void aBracketBrushesFromTheCursorToTheEndOfTheAxis() {
        runFx(() -> press(KeyCode.OPEN_BRACKET));
        runFx(() -> press(KeyCode.CLOSE_BRACKET));
        assertThat(brushed).hasSize(2);
        assertThat(brushed.get(0).low()).isCloseTo(onFx(this::cursor), CLOSE);
        assertThat(brushed.get(0).high()).isEqualTo(1);
        assertThat(brushed.get(1).low()).isEqualTo(0);
        assertThat(brushed.get(1).high()).isCloseTo(onFx(this::cursor), CLOSE);
    }

    @Test
    void whatIsBrushedKeepsItsOtherEnd() {
        List<Range> parts = new ArrayList<>(Collections.nCopies(3, null));
        parts.set(1, new Range(0.1, 0.9));
        brushes(parts);
        runFx(() -> press(KeyCode.OPEN_BRACKET));
        runFx(() -> press(KeyCode.CLOSE_BRACKET));
        assertThat(brushed).extracting(Range::high).first().isEqualTo(0.9);
        assertThat(brushed).extracting(Range::low).last().isEqualTo(0.1);
    }
}
