package downhill.ui.screen.tune;

import downhill.study.StudySettings.PrunerName;
import downhill.study.trial.Trial;
import downhill.ui.chart.Note;
import downhill.ui.chart.PickChart;
import downhill.ui.chart.PickDrawing.Tone;
import downhill.ui.chart.TracesDrawing;
import downhill.ui.chart.TracesDrawing.Trace;
import downhill.ui.chart.shape.Points;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.tune.TrialAxis;
import downhill.ui.tune.TuneStand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** What every trial had come to by step, with the rungs at which some were given up. */
final class TrialsScreen extends TrialScreen {
    private final Map<Integer, Kept> kept = new HashMap<>();

    /** A curve as it was made of a trial. */
    private record Kept(Trial trial, Points points) {
    }

    TrialsScreen(TrialView view) {
        super(view, new PickChart(), "trials");
    }

    @Override
    protected void show() {
        TuneStand now = view.stand();
        if (now.trials().size() < kept.size()) {
            kept.clear();
        }
        List<TrialAxis> axes = view.axes();
        List<Trace> traces = new ArrayList<>(now.trials().size());
        for (Trial trial : now.trials()) {
            Tone tone = view.pick().tone(trial, axes);
            traces.add(new Trace(trial.number(), points(trial), tone, tone == Tone.STRONG ? named(trial) : ""));
        }
        chart.show(new TracesDrawing(traces, rungs(now), Messages.text("race.step"), TrialAxis.measured(now.measure()), now.budget()));
    }

    private static String named(Trial trial) {
        return Messages.text("tune.trial.named", String.valueOf(trial.number()), Numbers.significant(TrialAxis.outcome(trial), 3));
    }

    /** What has not changed is not made anew: of hundreds of trials few still run. */
    private Points points(Trial trial) {
        Kept before = kept.get(trial.number());
        if (before == null || before.trial() != trial) {
            before = new Kept(trial, points(trial.reports()));
            kept.put(trial.number(), before);
        }
        return before.points();
    }

    private static Points points(SortedMap<Long, Double> reports) {
        double[] x = new double[reports.size()];
        double[] y = new double[x.length];
        int i = 0;
        for (Map.Entry<Long, Double> each : reports.entrySet()) {
            x[i] = each.getKey();
            y[i++] = each.getValue();
        }
        return Points.of(x, y);
    }

    private static List<Note> rungs(TuneStand now) {
        List<Note> notes = new ArrayList<>();
        boolean thirds = now.pruner() == PrunerName.HALVING || now.pruner() == PrunerName.HYPERBAND;
        String words = Messages.text(thirds ? "tune.rung.third" : "tune.rung.median");
        for (long step : now.pruner() == null ? List.<Long>of() : now.pruner().pruner().rungs(0, now.budget())) {
            notes.add(new Note(step, notes.isEmpty() ? words : "", -1));
        }
        return notes;
    }
}
