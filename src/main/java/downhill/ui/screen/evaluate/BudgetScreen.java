package downhill.ui.screen.evaluate;

import downhill.analysis.curve.TuningBudget;
import downhill.race.document.ContenderSpec;
import downhill.study.NestedTuning;
import downhill.study.Tuned;
import downhill.ui.chart.Marks;
import downhill.ui.chart.PlotChart;
import downhill.ui.chart.PlotKey;
import downhill.ui.chart.PlotPicture;
import downhill.ui.chart.shape.PointBuffer;
import downhill.ui.chart.shape.Points;
import downhill.ui.chart.shape.Range;
import downhill.ui.command.Command;
import downhill.ui.control.CommandButton;
import downhill.ui.control.EmptyState;
import downhill.ui.control.Labels;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Spoken;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How much tuning a contender needs: what the best of k trials within a fold comes to, and its own settings as a dot. */
final class BudgetScreen extends EvaluateScreen {
    /** Of room above and below, where equal ratios have equal lengths. */
    private static final double RATIO = 1.15;

    private final PlotChart chart = new PlotChart();
    private final VBox lines = new VBox(4);
    private final VBox whole = new VBox(8, chart, lines);
    private final Command method;

    /** {@code method} opens the sheet where tuning is asked for. */
    BudgetScreen(EvaluateModel model, Command run, Command method) {
        super(model, run, "tab.budget");
        this.method = method;
        chart.setId("evaluate-budget");
        VBox.setVgrow(chart, Priority.ALWAYS);
        attached.bind(chart.titleProperty(), Messages.binding("evaluate.budget"));
    }

    /** Without trials there is nothing to draw, whatever is judged. */
    @Override
    protected Node unfit() {
        EvaluationState state = model.state();
        boolean plain = state.finished() != null && state.finished().tuned().trials() == 0 || state.finished() == null
                && model.method().nested() == null;
        return !plain ? null : new EmptyState("evaluate.budget.none", "evaluate.budget.how", CommandButton.ghost("evaluate.method.open",
                method));
    }

    @Override
    protected boolean has(EvaluationState state) {
        return state.finished() != null && !state.finished().tuned().losses().isEmpty();
    }

    /** Of each contender that was tuned. */
    private static List<TuningBudget> budgets(Tuned tuned) {
        return tuned.losses().stream().map(NestedTuning.Losses::contender).distinct().map(name -> {
            List<NestedTuning.Losses> own = tuned.losses().stream().filter(each -> each.contender().equals(name)).toList();
            return TuningBudget.of(name, own.stream().mapToDouble(NestedTuning.Losses::own).toArray(),
                    own.stream().map(NestedTuning.Losses::drawn).toList());
        }).toList();
    }

    @Override
    protected Node picture(EvaluationState state) {
        List<TuningBudget> all = budgets(state.finished().tuned());
        List<PlotPicture.Line> curves = new ArrayList<>();
        List<PlotPicture.Dots> dots = new ArrayList<>();
        List<PlotKey> keys = new ArrayList<>();
        for (TuningBudget one : all) {
            ContenderSpec spec = state.hearing().experiment().contenders().stream().filter(each -> each.name().equals(one.name()))
                    .findFirst().orElseThrow();
            curves.add(new PlotPicture.Line(points(one), spec.style(), PlotPicture.Stroke.OWN));
            if (Double.isFinite(one.ownMean())) {
                dots.add(new PlotPicture.Dots(new double[] {0}, new double[] {one.ownMean()}, null, spec.style()));
            }
            keys.add(new PlotKey(one.name(), spec.style(), PlotKey.Kind.LINE));
        }
        int trials = state.finished().tuned().trials();
        String told = String.join(" ", all.stream().map(one -> Spoken.text(one.said())).toList());
        chart.setPicture(PlotPicture.of(Messages.text("evaluate.budget.x"), Messages.text("evaluate.budget.y"),
                new Range(-0.02 * trials - 0.1, trials + 0.1), heights(all))
                .logUpwards(LossScale.wantsLog(losses(all))).lines(curves).dots(dots).keyed(keys)
                .marked(Marks.WHOLE, Marks.NUMBERS).told(told));
        lines.getChildren().setAll(all.stream().map(one -> line(Spoken.text(one.said()))).toList());
        return whole;
    }

    private static Points points(TuningBudget one) {
        PointBuffer points = new PointBuffer();
        for (int i = 0; i < one.best().x().length; i++) {
            if (Double.isFinite(one.best().mean()[i])) {
                points.append(one.best().x()[i], one.best().mean()[i]);
            }
        }
        return points.snapshot();
    }

    private static Range heights(List<TuningBudget> all) {
        double[] values = losses(all).filter(Double::isFinite).toArray();
        double low = Arrays.stream(values).min().orElse(0);
        double high = Arrays.stream(values).max().orElse(1);
        return LossScale.wantsLog(losses(all)) ? new Range(low / RATIO, high * RATIO) : Range.around(low, high, 0.05);
    }

    private static DoubleStream losses(List<TuningBudget> all) {
        return all.stream().flatMapToDouble(one -> DoubleStream.concat(Arrays.stream(one.best().mean()), DoubleStream.of(one.ownMean())));
    }

    private static Label line(String words) {
        Label line = Labels.plain(words);
        line.setWrapText(true);
        line.setMinHeight(Label.USE_PREF_SIZE);
        return line;
    }

    @Override
    public void dispose() {
        super.dispose();
        chart.dispose();
    }
}
