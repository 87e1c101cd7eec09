package downhill.ui.screen.evaluate;

import downhill.analysis.curve.ClassCurve;
import downhill.analysis.curve.CurveBand;
import downhill.analysis.score.ContenderAnswers;
import downhill.analysis.score.HeldOut;
import downhill.data.split.Fold;
import downhill.race.document.ContenderSpec;
import downhill.ui.chart.LineChart;
import downhill.ui.chart.LineOptions;
import downhill.ui.chart.SeriesData;
import downhill.ui.chart.shape.Band;
import downhill.ui.chart.shape.Points;
import downhill.ui.chart.shape.Range;
import downhill.ui.command.Command;
import downhill.ui.control.Choice;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** How well one class is told from the rest: ROC and precision by recall, means over the folds within a standard deviation. */
final class RocScreen extends ClassScreen<RocScreen.Curves> {
    private static final Range SHARES = new Range(0, 1);
    private static final LineOptions LOOK = LineOptions.PLAIN.ranges(SHARES, SHARES).wholeX(false);

    private final LineChart roc = new LineChart();
    private final LineChart recall = new LineChart();
    private final HBox both = new HBox(8, roc, recall);
    private final Choice<Integer> which;

    /** Of each contender. */
    record Curves(List<ClassCurve> roc, List<ClassCurve> precision) {
    }

    RocScreen(EvaluateModel model, Command run) {
        super(model, run, "tab.roc");
        roc.setId("evaluate-roc");
        recall.setId("evaluate-recall");
        attached.bind(roc.titleProperty(), Messages.binding("evaluate.roc"));
        attached.bind(recall.titleProperty(), Messages.binding("evaluate.recall"));
        for (LineChart chart : List.of(roc, recall)) {
            chart.setPrefWidth(400);
            HBox.setHgrow(chart, Priority.ALWAYS);
        }
        which = new Choice<Integer>(Messages.binding("evaluate.class"), List.of(), this::name).start(null, chosen -> refresh());
        which.getStyleClass().add(Choice.QUIET);
        offer(which);
        which.setVisible(false);
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
        return which.getValue();
    }

    @Override
    protected Curves compute(EvaluationState state, Object choice) {
        List<ContenderAnswers> answers = state.finished().answers();
        return new Curves(answers.stream().map(each -> ClassCurve.roc(each, (int) choice)).toList(),
                answers.stream().map(each -> ClassCurve.precisionRecall(each, (int) choice)).toList());
    }

    @Override
    protected Node show(EvaluationState state, Curves found) {
        roc.show(LOOK.titled(Messages.text("metrics.fpr"), Messages.text("metrics.tpr")), series(state, found.roc, true));
        recall.show(LOOK.titled(Messages.text("metrics.recall"), Messages.text("metrics.precision")),
                series(state, found.precision, false));
        return both;
    }

    private List<SeriesData> series(EvaluationState state, List<ClassCurve> curves, boolean fromOrigin) {
        List<SeriesData> series = new ArrayList<>();
        List<ContenderSpec> contenders = state.hearing().experiment().contenders();
        for (int i : chosenLast(state)) {
            CurveBand band = curves.get(i).band();
            double value = Arrays.stream(curves.get(i).values()).average().orElse(Double.NaN);
            if (!Double.isNaN(value)) {
                series.addAll(chosen(state, i, band));
                double[] mean = band.mean().clone();
                mean[0] = fromOrigin ? 0 : mean[0];
                series.add(SeriesData.main(contenders.get(i).name() + " " + Numbers.fixed(value, 3), Points.of(band.x(), mean),
                        contenders.get(i).style()).within(new Band(Points.of(band.x(), band.low()),
                        Points.of(band.x(), band.high()))));
            }
        }
        return series;
    }

    /** Those of the fold that a person has chosen, thin; of the first repeat alone there are any. */
    private List<SeriesData> chosen(EvaluationState state, int contender, CurveBand band) {
        Fold fold = model.chosenFold();
        List<HeldOut> runs = state.finished().answers().get(contender).runs();
        ContenderSpec one = state.hearing().experiment().contenders().get(contender);
        return fold == null || runs.size() != band.each().length ? List.of() : IntStream.range(0, runs.size())
                .filter(run -> runs.get(run).isOf(fold))
                .filter(run -> Arrays.stream(band.each()[run]).noneMatch(Double::isNaN))
                .mapToObj(run -> SeriesData.second(one.name(), Points.of(band.x(), band.each()[run]), one.style())).toList();
    }

    @Override
    public void dispose() {
        super.dispose();
        roc.dispose();
        recall.dispose();
    }
}
