package downhill.ui.screen.tune;

import downhill.study.Overtuning;
import downhill.study.trial.Trial;
import downhill.study.trial.TrialState;
import downhill.ui.chart.ChartTold;
import downhill.ui.chart.CloudDrawing.Dot;
import downhill.ui.chart.CloudDrawing.Line;
import downhill.ui.chart.CloudDrawing;
import downhill.ui.chart.PickChart;
import downhill.ui.chart.TracesDrawing;
import downhill.ui.chart.UnitAxis;
import downhill.ui.chart.shape.Points;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Spoken;
import downhill.ui.tune.TrialAxis;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * What each trial came to in the order in which they began, and the best up to each; where rows are kept aside, what that came to there,
 * and what guessing does.
 */
final class HistoryScreen extends TrialScreen {
    private static final int OUTER_STYLE = 1;
    private static final int GUESS_STYLE = 7;

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
        Overtuning meter = view.stand().overtuning().orElse(null);
        List<TrialAxis> axes = view.axes();
        TrialAxis loss = loss(axes.get(axes.size() - 1), meter);
        double last = Math.max(1, view.stand().trials().get(view.stand().trials().size() - 1).number());
        List<Dot> dots = new ArrayList<>();
        told.forEach(trial -> dots.add(new Dot(trial.number(), trial.number() / last, loss.at(trial), view.pick().tone(trial, axes))));
        UnitAxis across = UnitAxis.numbers(Messages.text("tune.trial"), 0, last, false, number -> number / last);
        chart.show(new CloudDrawing(across, loss.shown(), dots, lines(told, loss, last, meter), null, said(told, meter)));
    }

    /** Its axis has room for what the best came to on rows kept aside. */
    private TrialAxis loss(TrialAxis own, Overtuning meter) {
        if (meter == null) {
            return own;
        }
        DoubleStream outer = meter.incumbents().stream().mapToDouble(trial -> trial.scores().outer());
        return TrialAxis.loss(view.stand().trials(), own.shown().title(),
                DoubleStream.concat(outer, DoubleStream.of(meter.guess().value())).filter(Double::isFinite).toArray());
    }

    private ChartTold said(List<Trial> told, Overtuning meter) {
        ChartTold trials = Clouds.told(told, view);
        return meter == null ? trials : new ChartTold(trials.words() + " " + Spoken.text(meter.sentence()), trials.rows());
    }

    private static List<Line> lines(List<Trial> told, TrialAxis loss, double last, Overtuning meter) {
        List<Trial> best = best(told);
        List<Line> lines = new ArrayList<>();
        if (!best.isEmpty()) {
            lines.add(new Line(meter == null ? "" : Messages.text("tune.history.inner"), TracesDrawing.STRONG_STYLE,
                    steps(best, Trial::loss, loss, last)));
        }
        if (meter != null) {
            lines.add(new Line(Messages.text("tune.history.outer"), OUTER_STYLE,
                    steps(meter.incumbents(), trial -> trial.scores().outer(), loss, last)));
            if (Double.isFinite(meter.guess().value())) {
                double height = loss.height(meter.guess().value());
                lines.add(new Line(Messages.text("tune.history.guess"), GUESS_STYLE,
                        Points.of(new double[] {0, 1}, new double[] {height, height})));
            }
        }
        return lines;
    }

    /** Complete trials that are better than all before. */
    private static List<Trial> best(List<Trial> told) {
        List<Trial> best = new ArrayList<>();
        for (Trial trial : told) {
            boolean complete = trial.state() == TrialState.COMPLETE;
            if (complete && (best.isEmpty() || trial.loss() < best.get(best.size() - 1).loss())) {
                best.add(trial);
            }
        }
        return best;
    }

    /** A step at each of these, the last to the end. */
    private static Points steps(List<Trial> trials, ToDoubleFunction<Trial> value, TrialAxis loss, double last) {
        double[] x = new double[2 * trials.size()];
        double[] y = new double[x.length];
        for (int i = 0; i < trials.size(); i++) {
            x[2 * i] = trials.get(i).number() / last;
            x[2 * i + 1] = i + 1 < trials.size() ? trials.get(i + 1).number() / last : 1;
            y[2 * i] = loss.height(value.applyAsDouble(trials.get(i)));
            y[2 * i + 1] = y[2 * i];
        }
        return Points.of(x, y);
    }
}
