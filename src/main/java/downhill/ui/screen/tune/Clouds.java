package downhill.ui.screen.tune;

import downhill.study.space.Knob;
import downhill.study.space.ValueText;
import downhill.study.trial.Trial;
import downhill.ui.chart.ChartTable;
import downhill.ui.chart.ChartTold;
import downhill.ui.chart.CloudDrawing.Dot;
import downhill.ui.chart.CloudDrawing;
import downhill.ui.chart.UnitAxis;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.tune.TrialAxis;
import downhill.ui.tune.TuneStand;
import java.util.ArrayList;
import java.util.List;

/** Trials as dots. */
final class Clouds {
    private static final UnitAxis BLANK = new UnitAxis("", List.of());
    /** Nothing. */
    static final CloudDrawing NONE = new CloudDrawing(BLANK, BLANK, List.of(), List.of(), null, ChartTold.NOTHING);

    private Clouds() {
    }

    /** Those that came to a number. */
    static List<Trial> told(TuneStand stand) {
        return stand.trials().stream().filter(trial -> trial.state().ended() && Double.isFinite(TrialAxis.outcome(trial))).toList();
    }

    static List<Dot> dots(List<Trial> trials, TrialView view, List<TrialAxis> axes, TrialAxis across, TrialAxis upwards) {
        List<Dot> dots = new ArrayList<>(trials.size());
        for (Trial trial : trials) {
            double x = across.at(trial);
            double y = upwards.at(trial);
            if (!Double.isNaN(x) && !Double.isNaN(y)) {
                dots.add(new Dot(trial.number(), x, y, view.pick().tone(trial, axes)));
            }
        }
        return dots;
    }

    /** How many there are and which is best, and all of them with their values. */
    static ChartTold told(List<Trial> trials, TrialView view) {
        return new ChartTold(summary(trials, view), () -> table(trials, view));
    }

    private static ChartTable table(List<Trial> trials, TrialView view) {
        boolean outer = trials.stream().anyMatch(trial -> !Double.isNaN(trial.scores().outer()));
        List<Knob> knobs = view.stand().space() == null ? List.of() : view.stand().space().knobs();
        List<String> header = new ArrayList<>(List.of(Messages.text("tune.trial")));
        knobs.forEach(knob -> header.add(view.words().label(knob.name())));
        header.add(TrialAxis.measured(view.stand().measure()));
        header.addAll(outer ? List.of(Messages.text("tune.outer")) : List.of());
        return new ChartTable(header, trials.stream().map(trial -> row(trial, knobs, outer)).toList());
    }

    private static List<String> row(Trial trial, List<Knob> knobs, boolean outer) {
        List<String> row = new ArrayList<>(List.of(String.valueOf(trial.number())));
        knobs.forEach(knob -> row.add(trial.values().containsKey(knob.name()) ? ValueText.of(trial.values().get(knob.name())) : ""));
        row.add(ChartTable.number(TrialAxis.outcome(trial)));
        row.addAll(outer ? List.of(ChartTable.number(trial.scores().outer())) : List.of());
        return row;
    }

    /** How many there are and which is best, for whoever cannot see them. */
    static String summary(List<Trial> trials, TrialView view) {
        String count = Messages.text("tune.dots", Numbers.count(trials.size()));
        return view.pick().told().map(trial -> count + " " + TrialView.name(trial) + ": " + view.outcome(trial)).orElse(count);
    }
}
