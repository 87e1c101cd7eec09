package downhill.ui.screen.tune;

import downhill.study.trial.Trial;
import downhill.ui.chart.PickChart;
import downhill.ui.chart.SpansDrawing;
import downhill.ui.chart.SpansDrawing.Bar;
import downhill.ui.i18n.Messages;
import downhill.ui.tune.TrialAxis;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** When each trial was under way. */
final class TimelineScreen extends TrialScreen {

    TimelineScreen(TrialView view) {
        super(view, new PickChart(), "timeline");
    }

    @Override
    protected void show() {
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
}
