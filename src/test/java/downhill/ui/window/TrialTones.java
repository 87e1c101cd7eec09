package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.chart.ChartDrawing;
import downhill.ui.chart.CloudDrawing;
import downhill.ui.chart.ParallelDrawing;
import downhill.ui.chart.PickChart;
import downhill.ui.chart.PickDrawing.Tone;
import downhill.ui.chart.SpansDrawing;
import downhill.ui.chart.TracesDrawing;
import downhill.ui.fx.FxToolkit;
import downhill.ui.screen.Screen;
import downhill.ui.screen.tune.TuneController;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;

/** How much each trial is to be seen in the pictures of a search. */
final class TrialTones {
    private TrialTones() {
    }

    /** Tells {@code is} of each trial in curves, slices, contour, all knobs at once, history and timeline, of a search over two knobs. */
    static void everywhere(TuneController tune, BiConsumer<Integer, Tone> is) {
        List<Screen> views = Stream.concat(tune.large().stream().limit(3), tune.small().stream()).toList();
        FxToolkit.run(() -> views.forEach(view -> view.setActive(true)));
        List<PickChart> charts = FxToolkit.call(() -> views.stream().flatMap(view -> charts(view.content())).toList());
        assertThat(charts).hasSize(7);
        charts.forEach(chart -> {
            assertThat(of(chart.drawing())).hasSizeGreaterThan(3);
            of(chart.drawing()).forEach(is);
        });
    }

    /** The pictures in a view that show something. */
    private static Stream<PickChart> charts(Node view) {
        if (view instanceof PickChart chart) {
            return Stream.of(chart).filter(each -> !each.drawing().isEmpty());
        }
        if (view instanceof ScrollPane scrolled) {
            return charts(scrolled.getContent()); // it has no children before it is laid out
        }
        return view instanceof Parent parent ? parent.getChildrenUnmodifiable().stream().flatMap(TrialTones::charts) : Stream.empty();
    }

    /** By the number of a trial. */
    private static Map<Integer, Tone> of(ChartDrawing picture) {
        if (picture instanceof TracesDrawing traces) {
            return traces.traces().stream().collect(Collectors.toMap(TracesDrawing.Trace::number, TracesDrawing.Trace::tone));
        }
        if (picture instanceof ParallelDrawing lines) {
            return lines.lines().stream().collect(Collectors.toMap(ParallelDrawing.Line::number, ParallelDrawing.Line::tone));
        }
        if (picture instanceof SpansDrawing bars) {
            return bars.bars().stream().collect(Collectors.toMap(SpansDrawing.Bar::number, SpansDrawing.Bar::tone));
        }
        return ((CloudDrawing) picture).dots().stream().collect(Collectors.toMap(CloudDrawing.Dot::number, CloudDrawing.Dot::tone));
    }
}
