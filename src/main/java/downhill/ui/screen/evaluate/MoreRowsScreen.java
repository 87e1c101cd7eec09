package downhill.ui.screen.evaluate;

import downhill.analysis.curve.CurveBand;
import downhill.analysis.curve.MoreRows;
import downhill.analysis.curve.ScoreLine;
import downhill.analysis.curve.ScoreLines;
import downhill.analysis.score.ScoreMetric;
import downhill.data.Progress;
import downhill.data.prepare.FoldedRows;
import downhill.data.split.Fold;
import downhill.race.document.ContenderSpec;
import downhill.ui.chart.LineChart;
import downhill.ui.chart.LineOptions;
import downhill.ui.chart.SeriesData;
import downhill.ui.chart.shape.Band;
import downhill.ui.chart.shape.PointBuffer;
import downhill.ui.chart.shape.Points;
import downhill.ui.i18n.Messages;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javafx.scene.Node;

/** The score against the number of rows learned from, and what more of them would bring. */
final class MoreRowsScreen extends StudyScreen<MoreRowsScreen.Found> {
    private final LineChart chart = new LineChart();

    /** Lines of all contenders, in their order. */
    record Found(ScoreMetric metric, List<Fold> folds, List<ScoreLine> lines) {
        private double margin(Hearing of) {
            Double own = of.method().margin();
            double[] first = lines.get(0).held().mean();
            return own == null ? metric.negligible(first[first.length - 1]) : own;
        }
    }

    MoreRowsScreen(EvaluateModel model) {
        super(model, "tab.rows", "evaluate.rows.begin");
        chart.setId("evaluate-rows");
        attached.bind(chart.titleProperty(), Messages.binding("evaluate.rows"));
        attached.add(chart::dispose);
    }

    @Override
    protected Found compute(Hearing of, Object choice, Progress told) {
        FoldedRows rows = of.rows();
        ScoreMetric metric = of.metric();
        return new Found(metric, rows.folds(), new ScoreLines(rows, metric, model.session().rules(), EvaluateModel.threads())
                .byRows(of.experiment(), ScoreLines.SHARES, told));
    }

    @Override
    protected Node show(Hearing of, Found found) {
        List<SeriesData> curves = new ArrayList<>();
        for (int i : EvaluateScreen.chosenLast(of, model.session().selection().contenderProperty().get())) {
            ContenderSpec one = of.experiment().contenders().get(i);
            ScoreLine line = found.lines().get(i);
            curves.add(SeriesData.second(one.name(), points(line.training(), line.training().mean()), one.style()));
            int run = chosenRun(found.folds(), line.held());
            if (run >= 0) {
                curves.add(SeriesData.second(one.name(), points(line.held(), line.held().each()[run]), one.style()));
            }
            curves.add(SeriesData.main(one.name(), points(line.held(), line.held().mean()), one.style())
                    .within(new Band(points(line.held(), line.held().error(-1)), points(line.held(), line.held().error(1)))));
        }
        String key = model.chosenFold() == null ? "evaluate.rows.y" : "evaluate.rows.y.fold";
        chart.show(LineOptions.PLAIN.titled(Messages.text("evaluate.rows.x"), Messages.text(key,
                MethodWords.metric(found.metric()))).log(LossScale.wantsLog(found.metric(), found.lines().stream()
                .flatMapToDouble(line -> DoubleStream.concat(Arrays.stream(line.held().mean()), Arrays.stream(line.training().mean()))))),
                curves);
        return chart;
    }

    private static Points points(CurveBand band, double[] values) {
        PointBuffer points = new PointBuffer();
        IntStream.range(0, values.length).filter(i -> Double.isFinite(values[i])).forEach(i -> points.append(band.x()[i], values[i]));
        return points.snapshot();
    }

    @Override
    protected List<Said> told(Hearing of, Found found) {
        return MoreRows.of(found.lines(), Fold.ratio(found.folds()), found.margin(of), found.metric().higherIsBetter()).stream()
                .map(MoreRows::said).toList();
    }
}
