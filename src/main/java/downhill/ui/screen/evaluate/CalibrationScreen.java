package downhill.ui.screen.evaluate;

import downhill.analysis.curve.Calibration;
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
final class CalibrationScreen extends ClassScreen<List<Calibration>> {
    /** Of fewer rows a share tells nothing. */
    private static final int LEAST_ROWS = 5;
    private static final Range SHARES = new Range(-0.02, 1.02);

    private final PlotChart chart = new PlotChart();

    CalibrationScreen(EvaluateModel model, Command run) {
        super(model, run, "tab.calibration");
        chart.setId("evaluate-calibration");
        attached.bind(chart.titleProperty(), Messages.binding("evaluate.calibration"));
    }

    @Override
    protected Object choice() {
        return "";
    }

    @Override
    protected List<Calibration> compute(EvaluationState state, Object choice) {
        return state.finished().answers().stream().map(each -> Calibration.ofAnswers(each, Calibration.BINS)).toList();
    }

    @Override
    protected Node show(EvaluationState state, List<Calibration> found) {
        List<ContenderSpec> contenders = state.hearing().experiment().contenders();
        List<PlotPicture.Line> lines = new ArrayList<>();
        List<PlotPicture.Dots> dots = new ArrayList<>();
        List<PlotKey> keys = new ArrayList<>();
        lines.add(new PlotPicture.Line(Points.of(new double[] {0, 1}, new double[] {0, 1}), 0, PlotPicture.Stroke.REFERENCE));
        for (int i = 0; i < found.size(); i++) {
            ContenderSpec one = contenders.get(i);
            Points points = points(found.get(i));
            lines.add(new PlotPicture.Line(points, one.style(), PlotPicture.Stroke.OWN));
            dots.add(dots(points, one.style()));
            String error = Numbers.format(Arrays.stream(found.get(i).errors()).average().orElse(Double.NaN));
            keys.add(new PlotKey(Messages.text("evaluate.calibration.key", one.name(), error), one.style(), PlotKey.Kind.LINE));
        }
        String x = Messages.text("evaluate.calibration.said", Numbers.count(LEAST_ROWS));
        chart.setPicture(PlotPicture.of(x, Messages.text("evaluate.calibration.true"), SHARES, SHARES)
                .lines(lines).dots(dots).keyed(keys).told(keys.stream().map(PlotKey::name).collect(Collectors.joining(". "))));
        return chart;
    }

    private static Points points(Calibration one) {
        PointBuffer points = new PointBuffer();
        for (int bin = 0; bin < one.counts().length; bin++) {
            if (one.counts()[bin] >= LEAST_ROWS) {
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
