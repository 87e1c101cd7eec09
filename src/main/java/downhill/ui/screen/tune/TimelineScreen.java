package downhill.ui.screen.tune;

import downhill.study.trial.Trial;
import downhill.ui.chart.PickChart;
import downhill.ui.chart.SpansDrawing;
import downhill.ui.chart.SpansDrawing.Bar;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.LiveScreen;
import downhill.ui.tune.TrialAxis;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** When each trial was under way. */
final class TimelineScreen extends LiveScreen {
    private final TrialView view;
    private final PickChart chart = new PickChart();
    private final Region options = new Region();

    TimelineScreen(TrialView view) {
        this.view = view;
        chart.setPicked(view.pick().chosenProperty()::set);
        chart.setWords(view::said);
        attached.bind(chart.titleProperty(), Messages.binding("tune.timeline.chart"));
        attached.bind(chart.emptyTextProperty(), Messages.binding("tune.timeline.empty"));
        view.follow(attached, this::refresh);
        attached.add(chart::dispose);
    }

    @Override
    protected void refresh() {
        if (!isActive()) {
            return;
        }
        Map<Integer, double[]> spans = view.model().spans();
        List<TrialAxis> axes = view.axes();
        List<Bar> bars = new ArrayList<>();
        for (Trial trial : view.stand().trials()) {
            double[] span = spans.get(trial.number());
            if (span != null) {
                bars.add(new Bar(trial.number(), span[0], span[1], view.pick().tone(trial, axes)));
            }
        }
        chart.show(new SpansDrawing(bars, Messages.text("tune.timeline.seconds"), Messages.text("tune.trial"),
                Clouds.summary(view.stand().trials(), view)));
    }

    @Override
    public String titleKey() {
        return "tune.tab.timeline";
    }

    @Override
    public Node content() {
        return chart;
    }

    @Override
    public Node options() {
        return options;
    }
}
