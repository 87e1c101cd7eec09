package downhill.ui.screen.evaluate;

import downhill.analysis.curve.Calibration;
import downhill.analysis.score.ContenderAnswers;
import downhill.race.document.ContenderSpec;
import downhill.ui.chart.PlotChart;
import downhill.ui.chart.PlotKey;
import downhill.ui.chart.PlotPicture;
import downhill.ui.chart.shape.PointBuffer;
import downhill.ui.chart.shape.Points;
import downhill.ui.chart.shape.Range;
import downhill.ui.command.Command;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;

/** Whether what is said with some probability comes true as often, with the calibration error of each contender. */
final class CalibrationScreen extends ClassScreen<CalibrationScreen.Found> {
    /** Of fewer rows a share tells nothing. */
    private static final int LEAST_ROWS = 5;
    private static final Range SHARES = new Range(-0.02, 1.02);

    private final PlotChart chart = new PlotChart();

    /** Of each contender over all folds, and of the fold that is chosen; empty where none is. */
    record Found(List<Calibration> all, List<Calibration> chosen) {
        private static List<Calibration> of(List<ContenderAnswers> answers) {
            return answers.stream().map(each -> Calibration.ofAnswers(each, Calibration.BINS)).toList();
        }
    }

    CalibrationScreen(EvaluateModel model, Command run) {
        super(model, run, "tab.calibration");
        chart.setId("evaluate-calibration");
        attached.bind(chart.titleProperty(), Messages.binding("evaluate.calibration"));
    }

    @Override
    protected Object choice() {
        return model.chosenFold() == null ? EvaluateModel.NO_FOLD : model.foldProperty().get();
    }

    @Override
    protected Found compute(EvaluationState state, Object choice) {
        return new Found(Found.of(state.finished().answers()), Found.of(EvaluateModel.answers(state, (int) choice)));
    }

    @Override
    protected Node show(EvaluationState state, Found found) {
        List<ContenderSpec> contenders = state.hearing().experiment().contenders();
        List<PlotPicture.Line> lines = new ArrayList<>();
        List<PlotPicture.Dots> dots = new ArrayList<>();
        List<PlotKey> keys = new ArrayList<>();
        lines.add(new PlotPicture.Line(Points.of(new double[] {0, 1}, new double[] {0, 1}), 0, PlotPicture.Stroke.REFERENCE));
        for (int i = 0; i < found.all().size(); i++) {
            String key = Messages.text("evaluate.calibration.key", contenders.get(i).name(), error(found.all().get(i)));
            String own = found.chosen().isEmpty() ? key : Messages.text("evaluate.in.fold", key, error(found.chosen().get(i)));
            keys.add(new PlotKey(own, contenders.get(i).style(), PlotKey.Kind.LINE));
        }
        for (int i : chosenLast(state)) {
            Points points = points(found.all().get(i), LEAST_ROWS);
            lines.add(new PlotPicture.Line(points, contenders.get(i).style(), PlotPicture.Stroke.OWN));
            dots.add(dots(points, contenders.get(i).style()));
        }
        for (int i = 0; i < found.chosen().size(); i++) {
            lines.add(new PlotPicture.Line(points(found.chosen().get(i), 1), contenders.get(i).style(), PlotPicture.Stroke.THIN));
        }
        String x = Messages.text("evaluate.calibration.said", Numbers.count(LEAST_ROWS));
        chart.setPicture(PlotPicture.of(x, Messages.text("evaluate.calibration.true"), SHARES, SHARES)
                .lines(lines).dots(dots).keyed(keys).told(keys.stream().map(PlotKey::name).collect(Collectors.joining(". "))));
        return chart;
    }

    private static String error(Calibration one) {
        return Numbers.format(Arrays.stream(one.errors()).average().orElse(Double.NaN));
    }

    private static Points points(Calibration one, int least) {
        PointBuffer points = new PointBuffer();
        for (int bin = 0; bin < one.counts().length; bin++) {
            if (one.counts()[bin] >= least) {
                points.append(one.predicted()[bin], one.observed()[bin]);
            }
        }
        return points.snapshot();
    }

    private static PlotPicture.Dots dots(Points points, int style) {
        double[] x = new double[points.size()];
        double[] y = new double[points.size()];
        Arrays.setAll(x, points::x);
        Arrays.setAll(y, points::y);
        return new PlotPicture.Dots(x, y, null, style);
    }

    @Override
    public void dispose() {
        super.dispose();
        chart.dispose();
    }
}
