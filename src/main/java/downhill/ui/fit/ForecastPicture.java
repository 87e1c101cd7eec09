package downhill.ui.fit;

import downhill.analysis.fit.Forecast;
import downhill.analysis.metric.RegressionMetrics;
import downhill.data.prepare.Prepared;
import downhill.race.document.ContenderSpec;
import downhill.ui.chart.Marks;
import downhill.ui.chart.PlotKey;
import downhill.ui.chart.PlotPicture;
import downhill.ui.chart.PlotPicture.Line;
import downhill.ui.chart.PlotPicture.Stroke;
import downhill.ui.chart.shape.Points;
import downhill.ui.chart.shape.Range;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** The series, every contender's forecast, and the two forecasts that anybody could make, in one plot. */
final class ForecastPicture {
    private final FitQuestion question;
    private final ModelEngine engine;
    private final List<Line> lines = new ArrayList<>();
    private final List<PlotKey> keys = new ArrayList<>();

    ForecastPicture(FitQuestion question, ModelEngine engine) {
        this.question = question;
        this.engine = engine;
    }

    FitPicture picture() {
        Prepared prepared = engine.site().prepared();
        FitRows rows = FitRows.of(prepared, question.heldOut());
        int season = engine.site().seasonOrGuess();
        Forecast first = null;
        for (ContenderSpec one : question.contenders()) {
            double[] parameters = question.parameters(one);
            if (parameters == null) {
                continue;
            }
            Forecast forecast = engine.fit().forecast(parameters, rows.examples(), season);
            if (first == null) {
                first = forecast;
                baselines(forecast, season);
            }
            add(forecast.rows(), forecast.predicted(), one.style(), Stroke.OWN, withError(one.name(), forecast.metrics()),
                    PlotKey.Kind.LINE);
        }
        if (first == null) {
            return new FitPicture(question.contenders().stream().map(question::missing).toList(), List.of());
        }
        return new FitPicture(List.of(panel(prepared, rows, first)), List.of());
    }

    private void baselines(Forecast forecast, int season) {
        add(forecast.rows(), forecast.lastValue(), 0, Stroke.REFERENCE, withError(Messages.text("fit.last"), forecast.lastValueMetrics()),
                PlotKey.Kind.REFERENCE);
        if (season > 0) {
            add(forecast.rows(), forecast.seasonalNaive(), 0, Stroke.SECOND_REFERENCE,
                    withError(Messages.text("fit.seasonal", Numbers.count(season)), forecast.seasonalNaiveMetrics()),
                            PlotKey.Kind.SECOND_REFERENCE);
        }
        add(forecast.rows(), forecast.actual(), 0, Stroke.MEASURED, Messages.text("fit.measured"), PlotKey.Kind.MEASURED);
    }

    private String withError(String name, RegressionMetrics metrics) {
        return Messages.text(Data.target(engine.site().prepared()) == Marks.DATES ? "fit.mae.days" : "fit.mae", name,
                Numbers.format(metrics.mae()));
    }

    private void add(int[] rows, double[] values, int style, Stroke stroke, String name, PlotKey.Kind kind) {
        lines.add(new Line(Points.of(Arrays.stream(rows).asDoubleStream().map(row -> row + 1).toArray(), values), style, stroke));
        keys.add(new PlotKey(name, style, kind));
    }

    private Panel panel(Prepared prepared, FitRows rows, Forecast first) {
        Range own = Data.range(DoubleStream.concat(DoubleStream.of(first.actual()), DoubleStream.of(first.lastValue())).toArray());
        Range x = new Range(first.rows()[0] + 0.5, first.rows()[first.rows().length - 1] + 1.5);
        PlotPicture plot = PlotPicture.of(Messages.text("fit.row"), prepared.targetName(), x, Range.around(own.low(), own.high(), 0.04))
                .lines(lines).keyed(keys).marked(Marks.WHOLE, Data.target(prepared))
                        .told(keys.stream().map(PlotKey::name).collect(Collectors.joining(", ")));
        return Panel.of("forecast", Messages.text("fit.forecast.title", prepared.targetName()), -1, RowWords.of(rows), plot);
    }
}
