package downhill.ui.screen.tune;

import downhill.study.trial.Trial;
import downhill.study.trial.TrialState;
import downhill.ui.chart.CloudDrawing;
import downhill.ui.chart.CloudDrawing.Dot;
import downhill.ui.chart.PickChart;
import downhill.ui.chart.UnitAxis;
import downhill.ui.chart.shape.Points;
import downhill.ui.i18n.Messages;
import downhill.ui.tune.TrialAxis;
import java.util.ArrayList;
import java.util.List;

/** What each trial came to in the order in which they began, and the best up to each. */
final class HistoryScreen extends TrialScreen {

    HistoryScreen(TrialView view) {
        super(view, new PickChart(), "history");
    }

    @Override
    protected void show() {
        List<Trial> told = Clouds.told(view.stand());
        if (told.isEmpty()) {
            chart.show(Clouds.NONE);
            return;
        }
        List<TrialAxis> axes = view.axes();
        TrialAxis loss = axes.get(axes.size() - 1);
        double last = Math.max(1, view.stand().trials().get(view.stand().trials().size() - 1).number());
        List<Dot> dots = new ArrayList<>();
        told.forEach(trial -> dots.add(new Dot(trial.number(), trial.number() / last, loss.at(trial), view.pick().tone(trial, axes))));
        UnitAxis across = UnitAxis.numbers(Messages.text("tune.trial"), 0, last, false, number -> number / last);
        chart.show(new CloudDrawing(across, loss.shown(), dots, best(told, loss, last), null, Clouds.summary(told, view)));
    }

    /** Steps down wherever a complete trial is better than all before. */
    private static Points best(List<Trial> told, TrialAxis loss, double last) {
        List<double[]> line = new ArrayList<>();
        double least = Double.POSITIVE_INFINITY;
        double height = Double.NaN;
        for (Trial trial : told) {
            if (trial.state() == TrialState.COMPLETE && trial.loss() < least) {
                least = trial.loss();
                if (!Double.isNaN(height)) {
                    line.add(new double[] {trial.number() / last, height});
                }
                height = loss.at(trial);
                line.add(new double[] {trial.number() / last, height});
            }
        }
        if (line.isEmpty()) {
            return null;
        }
        line.add(new double[] {1, height});
        return Points.of(line.stream().mapToDouble(at -> at[0]).toArray(), line.stream().mapToDouble(at -> at[1]).toArray());
    }
}
