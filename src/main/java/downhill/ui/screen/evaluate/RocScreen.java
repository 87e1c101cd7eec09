package downhill.ui.screen.evaluate;

import downhill.analysis.curve.ClassCurve;
import downhill.analysis.curve.CurveBand;
import downhill.analysis.curve.Thresholds;
import downhill.analysis.score.ContenderAnswers;
import downhill.ui.chart.LineChart;
import downhill.ui.chart.LineOptions;
import downhill.ui.chart.SeriesData;
import downhill.ui.chart.shape.Points;
import downhill.ui.chart.shape.Range;
import downhill.ui.command.Command;
import downhill.ui.control.Choice;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Spoken;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * How well one class is told from the rest: ROC and precision by recall, gain and lift, or what mistakes cost by threshold, as means over
 * the folds within a standard deviation.
 */
final class RocScreen extends ClassScreen<RocScreen.Found> {
    private static final double ROOM = 108;
    private static final Range SHARES = new Range(0, 1);
    private static final LineOptions LOOK = LineOptions.PLAIN.ranges(SHARES, SHARES).wholeX(false);
    private static final LineOptions RISING = LineOptions.PLAIN.ranges(SHARES, null).wholeX(false);

    private final LineChart left = new LineChart();
    private final LineChart right = new LineChart();
    private final VBox lines = new VBox(4);
    private final ScrollPane told = Rows.scrolledWhole(lines, ROOM);
    private final HBox both = new HBox(8, left, right);
    private final VBox whole = new VBox(8, both, told);
    private final Choice<Integer> which;
    private final Choice<ClassView> view = new Choice<ClassView>(Messages.binding("evaluate.classes.view"), List.of(ClassView.values()),
            each -> Messages.text(each.key())).start(ClassView.CURVES, chosen -> refresh());
    private final CostFields costs = new CostFields(this::refresh);

    /** What is asked for. */
    private record Asked(ClassView view, int index, CostFields.Costs costs) {
    }

    /** Of each contender; of costs the thresholds. */
    record Found(Object asked, List<ClassCurve> left, List<ClassCurve> right, List<Thresholds> costs) {
    }

    RocScreen(EvaluateModel model, Command run) {
        super(model, run, "tab.roc");
        left.setId("evaluate-roc");
        right.setId("evaluate-recall");
        for (LineChart chart : List.of(left, right)) {
            chart.setPrefWidth(400);
            HBox.setHgrow(chart, Priority.ALWAYS);
        }
        VBox.setVgrow(both, Priority.ALWAYS);
        told.setMaxHeight(ROOM);
        told.managedProperty().bind(told.visibleProperty());
        lines.setId("evaluate-thresholds");
        view.setId("evaluate-classes-view");
        which = new Choice<Integer>(Messages.binding("evaluate.class"), List.of(), this::name).start(null, chosen -> refresh());
        for (Choice<?> choice : List.of(which, view)) {
            choice.getStyleClass().add(Choice.QUIET);
            choice.setVisible(false);
        }
        offer(costs.nodes());
        offer(view, which);
        costs.offer(false);
    }

    private String name(int index) {
        List<String> classes = classes();
        return index < classes.size() ? classes.get(index) : "";
    }

    private List<String> classes() {
        return model.state().hearing() == null ? List.of() : model.state().hearing().classes();
    }

    /** Of two classes the second is told from the first. */
    @Override
    protected Object choice() {
        List<Integer> all = IntStream.range(0, classes().size()).boxed().toList();
        boolean known = which.getValue() != null && which.getItems().equals(all);
        which.offer(all, known ? which.getValue() : Math.min(1, all.size() - 1));
        which.setVisible(true);
        view.setVisible(true);
        costs.offer(view.getValue() == ClassView.COSTS);
        return new Asked(view.getValue(), which.getValue(), costs.costs());
    }

    @Override
    protected Found compute(EvaluationState state, Object choice) {
        Asked asked = (Asked) choice;
        List<ContenderAnswers> answers = state.finished().answers();
        return switch (asked.view) {
            case CURVES -> new Found(asked, all(answers, each -> ClassCurve.roc(each, asked.index)),
                    all(answers, each -> ClassCurve.precisionRecall(each, asked.index)), List.of());
            case GAIN -> gain(asked, all(answers, each -> ClassCurve.gain(each, asked.index)));
            case COSTS -> new Found(asked, List.of(), List.of(), all(answers, each -> Thresholds.of(each, asked.index,
                    asked.costs.missed(), asked.costs.alarm())));
        };
    }

    private static Found gain(Asked asked, List<ClassCurve> gains) {
        return new Found(asked, gains, gains.stream().map(ClassCurve::lift).toList(), List.of());
    }

    private static <T> List<T> all(List<ContenderAnswers> answers, Function<ContenderAnswers, T> of) {
        return answers.stream().map(of).toList();
    }

    @Override
    protected Node show(EvaluationState state, Found found) {
        Asked asked = (Asked) found.asked;
        FoldCurves curves = new FoldCurves(state, model.chosenFold(), chosenLast(state));
        told.setVisible(asked.view == ClassView.COSTS);
        switch (asked.view) {
            case CURVES -> {
                title("evaluate.roc", "evaluate.recall");
                left.show(LOOK.titled(Messages.text("metrics.fpr"), Messages.text("metrics.tpr")), area(curves, found.left, true));
                right.show(LOOK.titled(Messages.text("metrics.recall"), Messages.text("metrics.precision")),
                        area(curves, found.right, false));
            }
            case GAIN -> {
                title("evaluate.gain", "evaluate.lift");
                left.show(LOOK.titled(Messages.text("evaluate.gain.x"), Messages.text("evaluate.gain.y")),
                        series(curves, found.left, true, place -> ""));
                right.show(RISING.titled(Messages.text("evaluate.gain.x"), Messages.text("evaluate.lift.y")),
                        series(curves, found.right, false, place -> ""));
            }
            default -> costs(state, curves, found, asked);
        }
        return whole;
    }

    private void costs(EvaluationState state, FoldCurves curves, Found found, Asked asked) {
        title("evaluate.cost", "evaluate.found");
        left.show(RISING.titled(Messages.text("evaluate.cost.x"), Messages.text("evaluate.cost.y")),
                curves.series(found.costs.stream().map(Thresholds::cost).toList(), CurveBand::mean, place -> ""));
        List<SeriesData> shares = new ArrayList<>();
        for (int i : chosenLast(state)) {
            Thresholds one = found.costs.get(i);
            var spec = state.hearing().experiment().contenders().get(i);
            shares.add(SeriesData.second(spec.name(), Points.of(one.cost().x(), one.falseRate()), spec.style()));
            shares.add(SeriesData.main(spec.name(), Points.of(one.cost().x(), one.recall()), spec.style()));
        }
        right.show(LOOK.titled(Messages.text("evaluate.cost.x"), Messages.text("evaluate.found.y")), shares);
        lines.getChildren().clear();
        for (int i = 0; i < found.costs.size(); i++) {
            found.costs.get(i).said(state.hearing().experiment().contenders().get(i).name(), name(asked.index))
                    .ifPresent(said -> lines.getChildren().add(line(Spoken.text(said))));
        }
    }

    private static Label line(String words) {
        Label line = Labels.plain(words);
        line.setWrapText(true);
        line.setMinHeight(Label.USE_PREF_SIZE);
        return line;
    }

    private void title(String leftKey, String rightKey) {
        left.titleProperty().set(Messages.text(leftKey));
        right.titleProperty().set(Messages.text(rightKey));
    }

    /** With the area under it behind the name. */
    private static List<SeriesData> area(FoldCurves curves, List<ClassCurve> all, boolean fromOrigin) {
        return series(curves, all, fromOrigin, place -> {
            double value = Arrays.stream(all.get(place).values()).average().orElse(Double.NaN);
            return Double.isNaN(value) ? "" : " " + Numbers.fixed(value, 3);
        });
    }

    private static List<SeriesData> series(FoldCurves curves, List<ClassCurve> all, boolean fromOrigin, IntFunction<String> told) {
        return curves.series(all.stream().map(ClassCurve::band).toList(), band -> {
            double[] mean = band.mean().clone();
            mean[0] = fromOrigin ? 0 : mean[0];
            return mean;
        }, told);
    }

    @Override
    public void dispose() {
        super.dispose();
        left.dispose();
        right.dispose();
    }
}
